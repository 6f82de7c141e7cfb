// SPDX-License-Identifier: Apache-2.0
// Age files with X25519 recipients (docs/formats/identity.md, "Age files").

import crypto from "node:crypto";

import { check, fromUnpaddedBase64, hkdf, hmac, openSealed, Refused, refuse } from "./bytes.mjs";

const symbols = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

function checksum(fives) {
  const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
  let value = 1;
  for (const five of fives) {
    const top = value >>> 25;
    value = ((value & 0x1ffffff) << 5) ^ five;
    generator.forEach((term, bit) => {
      if ((top >>> bit) & 1) value ^= term;
    });
  }
  return value >>> 0;
}

/** The 32 bytes of age1… or, in lower case, of AGE-SECRET-KEY-1…. */
function fromBech32(prefix, text) {
  check(text.startsWith(`${prefix}1`), `not ${prefix}1…`);
  const data = [...text.slice(prefix.length + 1)].map((symbol) => symbols.indexOf(symbol));
  check(data.length === 58 && !data.includes(-1), "a symbol that no key has");
  const codes = [...prefix].map((symbol) => symbol.charCodeAt(0));
  const head = [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
  check(checksum([...head, ...data]) === 1, "a symbol is wrong");
  const bits = data.slice(0, 52).map((five) => five.toString(2).padStart(5, "0")).join("");
  check(/^0*$/.test(bits.slice(256)), "bits beyond the last byte");
  return Buffer.from(bits.slice(0, 256).match(/.{8}/g).map((byte) => parseInt(byte, 2)));
}

export const parseRecipient = (text) => fromBech32("age", text);

/** The secret of an identity file. */
export function parseIdentity(file) {
  const lines = file.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  check(lines.length === 1 && lines[0] === lines[0].toUpperCase(), "not one AGE-SECRET-KEY-1…");
  return fromBech32("age-secret-key-", lines[0].toLowerCase());
}

const privateKey = (secret) =>
  crypto.createPrivateKey({
    key: Buffer.concat([Buffer.from("302e020100300506032b656e04220420", "hex"), secret]),
    format: "der",
    type: "pkcs8",
  });

const publicBytes = (key) =>
  Buffer.from(crypto.createPublicKey(key).export({ format: "jwk" }).x, "base64url");

function sharedSecret(own, other) {
  try {
    return crypto.diffieHellman({
      privateKey: own,
      publicKey: crypto.createPublicKey({
        key: { kty: "OKP", crv: "X25519", x: other.toString("base64url") },
        format: "jwk",
      }),
    });
  } catch {
    return refuse("a recipient's key hides nothing"); // the secret would be zeros
  }
}

function readHead(bytes) {
  const text = bytes.subarray(0, 16 * 1024).toString("latin1");
  const first = "age-encryption.org/v1\n";
  check(text.startsWith(first), "not an age file of version 1");
  let at = first.length;
  const line = () => {
    const end = text.indexOf("\n", at);
    check(end !== -1, "its head does not end");
    const taken = text.slice(at, end);
    at = end + 1;
    return taken;
  };
  const stanzas = [];
  while (!text.startsWith("---", at)) {
    check(stanzas.length < 8, "too many recipients");
    const words = line();
    check(/^->( [\x21-\x7e]+)+$/.test(words), "a recipient is not written in words");
    let body = "";
    for (;;) {
      const part = line();
      check(part.length <= 64, "a line is too long");
      body += part;
      if (part.length < 64) break;
    }
    stanzas.push({ words: words.split(" ").slice(1), body: fromUnpaddedBase64(body) });
  }
  check(stanzas.length > 0, "no recipient");
  const authenticated = bytes.subarray(0, at + 3);
  const last = line();
  check(last.startsWith("--- "), "its head does not end");
  const mac = fromUnpaddedBase64(last.slice(4));
  check(mac.length === 32, "its head is not authenticated");
  return { stanzas, authenticated, mac, payload: bytes.subarray(at) };
}

function fileKeyOf(stanza, identity) {
  if (stanza.words[0] !== "X25519") return null;
  check(stanza.words.length === 2 && stanza.body.length === 32, "a malformed recipient");
  const share = fromUnpaddedBase64(stanza.words[1]);
  check(share.length === 32, "a malformed recipient");
  const own = privateKey(identity);
  const secret = sharedSecret(own, share);
  const salt = Buffer.concat([share, publicBytes(own)]);
  const key = hkdf(secret, salt, "age-encryption.org/v1/X25519");
  try {
    return openSealed(key, Buffer.alloc(12), stanza.body);
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

function openPayload(payload, fileKey) {
  check(payload.length >= 16, "cut short");
  const key = hkdf(fileKey, payload.subarray(0, 16), "payload");
  const plain = [];
  let rest = payload.subarray(16);
  for (let number = 0; ; ++number) {
    const chunk = rest.subarray(0, 65536 + 16);
    rest = rest.subarray(chunk.length);
    const nonce = Buffer.alloc(12);
    nonce.writeUInt32BE(number, 7);
    nonce[11] = rest.length === 0 ? 1 : 0;
    check(chunk.length > 16 || (chunk.length === 16 && number === 0), "an empty last chunk");
    plain.push(openSealed(key, nonce, chunk));
    if (rest.length === 0) return Buffer.concat(plain);
  }
}

/** The bytes that were encrypted to the holder of that identity's secret. */
export function openAge(bytes, identity) {
  const head = readHead(bytes);
  const found = head.stanzas.map((stanza) => fileKeyOf(stanza, identity));
  const fileKey = found.find((key) => key !== null);
  check(fileKey !== undefined, "not encrypted to this key");
  check(hmac(hkdf(fileKey, "", "header"), head.authenticated).equals(head.mac), "its head changed");
  return openPayload(head.payload, fileKey);
}
