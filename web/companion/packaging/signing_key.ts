// SPDX-License-Identifier: Apache-2.0
// The key that signs Chromium's package (docs/decisions/0020-who-signs-the-companion.md).
import { type KeyObject, createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * The publisher's key when `given` names its file, else the one of this clone, at `own`, which is
 * made when it is not there.
 */
export function signingKey(given: string | undefined, own: string): KeyObject {
  if (!given) makeOnce(own);
  const key = createPrivateKey(readFileSync(given || own));
  if (key.asymmetricKeyType !== 'rsa') throw new Error(`${given || own}: not an RSA private key`);
  return key;
}

/** Two builds at the same moment agree on one key: it appears whole, or not at all. */
function makeOnce(file: string) {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  try {
    readFileSync(file);
  } catch {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    writeFileSync(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
    try {
      linkSync(draft, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    rmSync(draft);
  }
}
