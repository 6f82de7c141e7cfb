// SPDX-License-Identifier: Apache-2.0
// Chromium's package, CRX3: a signed header before a ZIP archive (components/crx_file/crx3.proto).
import { type KeyObject, createHash, createPublicKey, sign } from 'node:crypto';

export function publicKeyOf(key: KeyObject): Buffer {
  return createPublicKey(key).export({ type: 'spki', format: 'der' });
}

/** 32 letters, a to p: what policies call the extension by. It follows from the key alone. */
export function extensionId(publicKey: Uint8Array): string {
  const letter = (digit: string) => 'abcdefghijklmnop'[parseInt(digit, 16)];
  return [...idBytes(publicKey).toString('hex')].map(letter).join('');
}

function idBytes(publicKey: Uint8Array): Buffer {
  return createHash('sha256').update(publicKey).digest().subarray(0, 16);
}

/** `key`: RSA, private. The signature has no chance in it: same archive and key, same bytes. */
export function crx(archive: Uint8Array, key: KeyObject): Buffer {
  const publicKey = publicKeyOf(key);
  const signedData = field(1, idBytes(publicKey));
  const signature = sign(
    'sha256',
    Buffer.concat([Buffer.from('CRX3 SignedData\0'), u32(signedData.length), signedData, archive]),
    key,
  );
  const proof = Buffer.concat([field(1, publicKey), field(2, signature)]);
  const header = Buffer.concat([field(2, proof), field(10_000, signedData)]);
  return Buffer.concat([Buffer.from('Cr24'), u32(3), u32(header.length), header, archive]);
}

/** A protocol buffer's field of bytes. */
function field(number: number, bytes: Uint8Array): Buffer {
  const [ofBytes, bits] = [2, 3];
  return Buffer.concat([varint((number << bits) | ofBytes), varint(bytes.length), bytes]);
}

function varint(value: number): Buffer {
  const bytes = [];
  for (; value > 0x7f; value >>>= 7) bytes.push((value & 0x7f) | 0x80);
  return Buffer.from([...bytes, value]);
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
