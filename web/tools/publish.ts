// SPDX-License-Identifier: Apache-2.0
// Gives the built pages the addresses the box serves them at, and each text file its .gz sibling.
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { inWords, isTooHeavy, weightOf } from './budget.ts';

const text = /\.(html|js|css|svg|json|txt)$/;

export function publish(): Plugin {
  let folder = '';
  return {
    name: 'preau-publish',
    apply: 'build',
    configResolved(config) {
      folder = config.build.outDir;
    },
    closeBundle: {
      sequential: true,
      handler() {
        placePages(folder);
        placeLicences(folder);
        for (const file of filesUnder(folder)) if (text.test(file)) compress(file);
        for (const file of filesUnder(folder)) if (file.endsWith('.html')) weigh(file, folder);
      },
    },
  };
}

/** The build is in the candidate page's address: a cached page never meets another build's files. */
function placePages(folder: string) {
  const page = join(folder, 'candidate/index.html');
  const build = createHash('sha256').update(readFileSync(page)).digest('hex').slice(0, 12);
  place(page, join(folder, 'c', build, 'index.html'));
  place(join(folder, 'invigilator/index.html'), join(folder, 'surveillant/index.html'));
  place(join(folder, 'office/index.html'), join(folder, 'bureau/index.html'));
  place(join(folder, 'display/index.html'), join(folder, 'ecran/index.html'));
  place(join(folder, 'companion/page/index.html'), join(folder, 'companion/index.html'));
}

/** The fonts' licence (OFL 1.1) asks to go where they go. */
function placeLicences(folder: string) {
  for (const font of ['atkinson-hyperlegible-next', 'opendyslexic'])
    copyFileSync(
      join('node_modules/@fontsource', font, 'LICENSE'),
      join(folder, 'assets', `${font}.licence.txt`),
    );
}

function place(from: string, to: string) {
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
  rmSync(dirname(from), { recursive: true });
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

// Browsers announce only gzip over plain http.
function compress(file: string) {
  writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
}

function weigh(page: string, folder: string) {
  const size = (file: string) => statSync(join(folder, `${file}.gz`)).size;
  const weight = weightOf(readFileSync(page, 'utf8'), size);
  console.log(`${relative(folder, page)}: ${inWords(weight)}`);
  if (isTooHeavy(weight)) throw new Error(`${relative(folder, page)} is too heavy`);
}
