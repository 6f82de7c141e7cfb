// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { createPrivateKey, generateKeyPairSync, verify } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { crc32 } from 'node:zlib';
import { crx, extensionId, publicKeyOf } from '../companion/packaging/crx.ts';
import { chromiumManifest, firefoxManifest } from '../companion/packaging/manifest.ts';
import { box, policies } from '../companion/packaging/policies.ts';
import { signingKey } from '../companion/packaging/signing_key.ts';
import { zip } from '../companion/packaging/zip.ts';

const folder = mkdtempSync(join(tmpdir(), 'preau-companion-'));
after(() => rmSync(folder, { recursive: true }));

const { privateKey: key } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const content = Buffer.from('{"manifest_version":3}');
const archive = zip(new Map([['manifest.json', content]]));

test('an archive says where each file is, and the sum of its bytes', () => {
  const files = new Map<string, Uint8Array>([
    ['b.js', Buffer.from('two')],
    ['a.js', Buffer.from('one')],
  ]);
  const bytes = zip(files);
  const end = bytes.subarray(-22);
  assert.equal(end.readUInt32LE(0), 0x06054b50);
  assert.equal(end.readUInt16LE(10), 2);
  let entry = end.readUInt32LE(16);
  for (const name of ['a.js', 'b.js']) {
    assert.equal(bytes.readUInt32LE(entry), 0x02014b50);
    assert.equal(bytes.readUInt32LE(entry + 16), crc32(files.get(name)!));
    assert.equal(bytes.toString('utf8', entry + 46, entry + 50), name);
    const local = bytes.readUInt32LE(entry + 42);
    assert.equal(bytes.readUInt32LE(local), 0x04034b50);
    assert.deepEqual(bytes.subarray(local + 34, local + 37), Buffer.from(files.get(name)!));
    entry += 50;
  }
});

test('the same files make the same bytes, in whatever order they come', () => {
  const [one, two] = [Buffer.from('1'), Buffer.from('2')];
  const forwards = new Map([
    ['a', one],
    ['b', two],
  ]);
  assert.deepEqual(zip(forwards), zip(new Map([...forwards].reverse())));
  assert.deepEqual(crx(archive, key), crx(archive, key));
});

test("Chromium's package is signed, and nothing in it can change unseen", () => {
  const bytes = crx(archive, key);
  assert.equal(bytes.toString('latin1', 0, 4), 'Cr24');
  assert.equal(bytes.readUInt32LE(4), 3);
  const header = bytes.subarray(12, 12 + bytes.readUInt32LE(8));
  assert.deepEqual(bytes.subarray(12 + header.length), archive);
  const publicKey = publicKeyOf(key);
  assert.ok(header.includes(publicKey));
  const signature = header.subarray(header.length - 256 - 22, header.length - 22);
  const signedData = header.subarray(-18); // 22 with its tag and its length
  const length = Buffer.from([signedData.length, 0, 0, 0]);
  const signed = (zipped: Uint8Array) =>
    Buffer.concat([Buffer.from('CRX3 SignedData\0'), length, signedData, zipped]);
  const whole = { key: publicKey, format: 'der', type: 'spki' } as const;
  assert.equal(verify('sha256', signed(archive), whole, signature), true);
  assert.equal(verify('sha256', signed(Buffer.from('other')), whole, signature), false);
});

test('the id follows from the key, as Chromium computes it', () => {
  // SHA-256 of nothing begins with e3b0c44298fc1c149afbf4c8996fb924.
  assert.equal(extensionId(new Uint8Array()), 'odlameecjipmbmbejkplpemijjgpljce');
});

test('a clone makes its key once, for itself alone to read', () => {
  const file = join(folder, 'build/companion.key');
  const first = publicKeyOf(signingKey(undefined, file));
  assert.deepEqual(publicKeyOf(signingKey('', file)), first);
  assert.equal(statSync(file).mode & 0o777, 0o600);
});

test("the publisher's key is taken, never replaced when it is not there or not of RSA", () => {
  const own = join(folder, 'unused.key');
  const given = join(folder, 'publisher.key');
  assert.throws(() => signingKey(given, own), /ENOENT/);
  const other = generateKeyPairSync('ed25519').privateKey;
  writeFileSync(given, other.export({ type: 'pkcs8', format: 'pem' }));
  assert.throws(() => signingKey(given, own), /not an RSA private key/);
  writeFileSync(given, key.export({ type: 'pkcs8', format: 'pem' }));
  assert.deepEqual(publicKeyOf(signingKey(given, own)), publicKeyOf(key));
  assert.ok(createPrivateKey(readFileSync(given)));
  assert.throws(() => statSync(own), /ENOENT/);
});

test('both browsers get the same permissions, and no host is among them', () => {
  const chromium = chromiumManifest(publicKeyOf(key));
  assert.deepEqual(chromium.permissions, firefoxManifest().permissions);
  assert.deepEqual(chromium.permissions, ['alarms', 'declarativeNetRequest', 'storage', 'tabs']);
  assert.equal('host_permissions' in chromium, false);
});

test('every file that installs the companion names the box by the address it was asked at', () => {
  const files = policies('abcdefghijklmnopabcdefghijklmnop');
  assert.deepEqual(
    [...files.keys()],
    ['updates.xml', 'policies/chromium.json', 'policies/windows.reg', 'policies/policies.json'],
  );
  for (const [name, text] of files) {
    assert.ok(text.includes(box), name);
    for (const address of text.match(/https?:\/\/[^"/ ]+/g)!)
      assert.ok([box, 'http://www.google.com'].includes(address), `${name}: ${address}`);
  }
});

test('the registry file has the line ends and the values that Windows reads', () => {
  const text = policies('abc').get('policies/windows.reg')!;
  assert.ok(text.startsWith('Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\'));
  assert.equal(text.replaceAll('\r\n', '').includes('\n'), false);
  for (const line of text.split('\r\n'))
    assert.match(line, /^(|\[.+\]|"\w+"=("[^"\\]*"|dword:0000000[01])|Windows .+)$/);
  for (const browser of ['Google\\Chrome', 'Microsoft\\Edge', 'Chromium'])
    assert.ok(text.includes(`\\Policies\\${browser}\\ExtensionSettings\\abc]`));
});
