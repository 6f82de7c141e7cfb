// SPDX-License-Identifier: Apache-2.0
// The page of `preau pack show`: never served by a box.
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'preview',
  base: './',
  build: {
    target: 'es2022',
    outDir: '../../build/preview',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
});
