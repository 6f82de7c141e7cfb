// SPDX-License-Identifier: Apache-2.0
// Makes the companion with the pages: two packages and the files that install them.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Plugin, build } from 'vite';
import { crx, extensionId, publicKeyOf } from './crx.ts';
import { chromiumManifest, firefoxManifest, managedSchema } from './manifest.ts';
import { policies } from './policies.ts';
import { signingKey } from './signing_key.ts';
import { zip } from './zip.ts';

const scripts = ['background', 'content', 'state'];
const files = ['state.html', 'state.css', 'icon48.png', 'icon128.png'];

type Files = Map<string, Uint8Array>;

export function companion(): Plugin {
  let root = '';
  let folder = '';
  let target: unknown;
  return {
    name: 'preau-companion',
    apply: 'build',
    configResolved(config) {
      root = config.root;
      folder = join(config.build.outDir, 'companion');
      target = config.build.target;
    },
    closeBundle: {
      sequential: true,
      async handler() {
        const sources = join(root, 'companion/extension');
        const common = await commonFiles(sources, target as string[]);
        const own = join(root, '../build/companion.key');
        place(folder, served(common, signingKey(process.env.PREAU_COMPANION_KEY, own)));
      },
    },
  };
}

async function commonFiles(sources: string, target: string[]): Promise<Files> {
  const common: Files = new Map(files.map((name) => [name, readFileSync(join(sources, name))]));
  for (const name of scripts)
    common.set(`${name}.js`, bytes(await script(join(sources, `${name}.ts`), target)));
  return common;
}

/** One file without imports, left readable: browsers' reviewers, and schools, may want to read it. */
async function script(input: string, target: string[]): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      target,
      write: false,
      minify: false,
      rolldownOptions: { input, output: { format: 'iife' } },
    },
  });
  if (Array.isArray(built) || !('output' in built)) throw new Error(`${input}: not one build`);
  return built.output[0].code;
}

function served(common: Files, key: ReturnType<typeof signingKey>): Files {
  const publicKey = publicKeyOf(key);
  const id = extensionId(publicKey);
  console.log(`companion: extension ${id}`);
  const chromium = new Map(common)
    .set('manifest.json', json(chromiumManifest(publicKey)))
    .set('managed_schema.json', json(managedSchema));
  const firefox = new Map(common).set('manifest.json', json(firefoxManifest()));
  const texts = [...policies(id)].map(([name, text]) => [name, bytes(text)] as const);
  return new Map<string, Uint8Array>(texts)
    .set('preau.crx', crx(zip(chromium), key))
    .set('preau.xpi', zip(firefox));
}

function place(folder: string, content: Files) {
  for (const [name, value] of content) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), value);
  }
}

function json(value: unknown): Uint8Array {
  return bytes(`${JSON.stringify(value, null, 2)}\n`);
}

function bytes(text: string): Uint8Array {
  return Buffer.from(text);
}
