// SPDX-License-Identifier: Apache-2.0
// Bytes, hashes and signatures with Node's own crypto. Written from docs/formats alone.

import crypto from "node:crypto";

/** A file that is not what its format says. */
export class Refused extends Error {}

export function refuse(why) {
  throw new Refused(why);
}

export function check(condition, why) {
  if (!condition) refuse(why);
}

export const sha256 = (...parts) => {
  const hash = crypto.createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

export function fromHex(text, bytes) {
  check(typeof text === "string" && /^([0-9a-f]{2})*$/.test(text), "not lower-case hexadecimal");
  const out = Buffer.from(text, "hex");
  check(bytes === undefined || out.length === bytes, `not ${bytes} bytes`);
  return out;
}

/** RFC 4648 §4 with padding, in its one spelling. */
export function fromBase64(text, bytes) {
  check(typeof text === "string", "base64 is expected");
  const out = Buffer.from(text, "base64");
  check(out.toString("base64") === text, "not base64 in its one spelling");
  check(bytes === undefined || out.length === bytes, `not ${bytes} bytes`);
  return out;
}

export function fromUnpaddedBase64(text) {
  check(!text.includes("="), "base64 with padding");
  return fromBase64(text + "=".repeat((4 - (text.length % 4)) % 4));
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export function textOf(bytes) {
  try {
    return utf8.decode(bytes);
  } catch {
    return refuse("not UTF-8");
  }
}

export function verifySignature(publicKey, message, signature) {
  check(signature.length === 64, "a signature is 64 bytes");
  const key = crypto.createPublicKey({
    key: { kty: "OKP", crv: "Ed25519", x: publicKey.toString("base64url") },
    format: "jwk",
  });
  return crypto.verify(null, message, key, signature);
}

export const hkdf = (material, salt, info, length = 32) =>
  Buffer.from(crypto.hkdfSync("sha256", material, salt, info, length));

export const hmac = (key, message) => crypto.createHmac("sha256", key).update(message).digest();

/** Opens ChaCha20-Poly1305: the sealed bytes end with their tag. */
export function openSealed(key, nonce, sealed, context = Buffer.alloc(0)) {
  check(sealed.length >= 16, "shorter than its own seal");
  const cipher = crypto.createDecipheriv("chacha20-poly1305", key, nonce, { authTagLength: 16 });
  cipher.setAAD(context, { plaintextLength: sealed.length - 16 });
  cipher.setAuthTag(sealed.subarray(-16));
  const plain = cipher.update(sealed.subarray(0, -16));
  try {
    cipher.final();
  } catch {
    refuse("changed, or sealed with another key");
  }
  return plain;
}

/** Reads one value after the other; past the end is a refusal. */
export class Reader {
  constructor(bytes) {
    this.rest = bytes;
  }
  bytes(count) {
    check(count <= this.rest.length, "cut short");
    const taken = this.rest.subarray(0, count);
    this.rest = this.rest.subarray(count);
    return taken;
  }
  u8 = () => this.bytes(1).readUInt8();
  u16 = () => this.bytes(2).readUInt16BE();
  u32 = () => this.bytes(4).readUInt32BE();
  u64 = () => Number(this.bytes(8).readBigUInt64BE());
  text = (count) => this.bytes(count).toString("latin1");
  get finished() {
    return this.rest.length === 0;
  }
}

/** RFC 6962 §2.1. */
export const leafHash = (entry) => sha256(Buffer.of(0), entry);

export function treeRoot(leaves) {
  if (leaves.length === 0) return sha256();
  if (leaves.length === 1) return leaves[0];
  let half = 1;
  while (2 * half < leaves.length) half *= 2;
  return sha256(Buffer.of(1), treeRoot(leaves.slice(0, half)), treeRoot(leaves.slice(half)));
}
