// SPDX-License-Identifier: Apache-2.0
import { defineConfig } from 'vite';
import { companion } from './companion/packaging/plugin.ts';
import { publish } from './tools/publish.ts';

export default defineConfig({
  appType: 'mpa',
  // Chrome 109 and Firefox 115 are the last ones on the old Windows that schools still run.
  build: {
    target: ['chrome109', 'edge109', 'firefox115', 'safari15.6'],
    outDir: '../build/web',
    emptyOutDir: true,
    assetsInlineLimit: 0, // the pages' CSP lets nothing come from a data: address but pictures
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: [
        'candidate/index.html',
        'invigilator/index.html',
        'display/index.html',
        'office/index.html',
        'companion/page/index.html',
      ],
      // One file for what pages share: the box lets an address open a few connections at a time.
      output: { codeSplitting: { groups: [{ name: 'shared', test: /web\/shared|node_modules/ }] } },
    },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [companion(), publish()],
});
