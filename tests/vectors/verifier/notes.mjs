// SPDX-License-Identifier: Apache-2.0
// Signed notes, checkpoints, cosignatures and receipts (docs/formats/receipt.md).

import { check, fromBase64, fromHex, Reader, sha256, textOf, verifySignature } from "./bytes.mjs";

export const plain = 1;
export const cosignature = 4;

const keyId = (key) =>
  sha256(key.name, "\n", Buffer.of(key.type), key.key).subarray(0, 4);

export function readNote(bytes) {
  check(bytes.length <= 8 * 1024, "a note is too long");
  const whole = textOf(bytes);
  const split = whole.lastIndexOf("\n\n");
  check(split > 0 && whole.endsWith("\n"), "a note without signature");
  const text = whole.slice(0, split + 1);
  check(!/[\x00-\x09\x0b-\x1f\x7f]/.test(text), "control characters in a note");
  const signatures = whole.slice(split + 2, -1).split("\n").map((line) => {
    const parts = /^— ([\x21-\x2a\x2c-\x7e]{1,200}) (\S+)$/u.exec(line);
    check(parts !== null, "a signature line is not one");
    const value = fromBase64(parts[2]);
    check(value.length > 4, "a signature is too short");
    return { name: parts[1], id: value.subarray(0, 4), value: value.subarray(4) };
  });
  const keys = signatures.map((one) => one.name + one.id.toString("hex"));
  check(new Set(keys).size === keys.length && keys.length <= 16, "a key signed twice");
  return { text, signatures };
}

/** The signature of that key in the note; key is {name, type, key}. */
function findSignature(note, key) {
  const found = note.signatures.find((one) => one.name === key.name && one.id.equals(keyId(key)));
  check(found !== undefined, `not signed by ${key.name}`);
  return found.value;
}

/** The text of a note, once the plain signature of that key holds. */
export function openNote(bytes, key) {
  const note = readNote(bytes);
  const valid = verifySignature(key.key, Buffer.from(note.text), findSignature(note, key));
  check(valid, `the signature of ${key.name} is not valid`);
  return note.text;
}

/** When the holder of that key cosigned, Unix seconds. */
export function openCosignature(bytes, key) {
  const note = readNote(bytes);
  const value = findSignature(note, key);
  check(value.length === 72, "a cosignature is 72 bytes");
  const time = value.readBigUInt64BE();
  const message = Buffer.from(`cosignature/v1\ntime ${time}\n${note.text}`);
  const valid = verifySignature(key.key, message, value.subarray(8));
  check(valid, `the cosignature of ${key.name} is not valid`);
  return Number(time);
}

const number = (text) => {
  check(/^(0|[1-9][0-9]{0,15})$/.test(text) && Number(text) <= 2 ** 53, "not a number");
  return Number(text);
};

export function readCheckpoint(text) {
  const lines = text.split("\n");
  check(lines.length === 4 && lines[3] === "" && lines[0] !== "", "not three lines");
  return { origin: lines[0], size: number(lines[1]), root: fromBase64(lines[2], 32) };
}

export function openBundleNote(bytes, box) {
  const claimed = readNote(bytes).text.split("\n");
  const name = claimed[1] ?? "";
  check(/^[A-Z0-9-]{1,32}$/.test(name), "not the name of a box");
  const text = openNote(bytes, { name: `preau.example/box/${name}`, type: plain, key: box });
  const lines = text.split("\n");
  check(lines.length === 7 && lines[0] === "preau.example/bundle/v1", "not a bundle's note");
  check(lines[5] === "part 1/1", "a session is one part");
  return {
    box: name,
    sha256: fromHex(lines[2], 32),
    size: number(lines[3]),
    session: fromHex(lines[4], 16),
  };
}

export function openStored(bytes, key) {
  const lines = openNote(bytes, key).split("\n");
  check(lines.length === 5 && lines[0] === "preau.example/stored/v1", "not a stored note");
  return { sha256: fromHex(lines[1], 32), size: number(lines[2]), time: number(lines[3]) };
}

export function openCandidateReceipt(bytes, epochKey) {
  check(bytes.length === 146, "a receipt is 146 bytes");
  check(verifySignature(epochKey, bytes.subarray(0, 82), bytes.subarray(82)), "not by that epoch");
  const reader = new Reader(bytes);
  check(reader.text(4) === "PRR1", "not a receipt");
  return {
    session: reader.bytes(16),
    candidate: reader.u32(),
    answers: reader.u16(),
    finished: reader.u32(),
    size: reader.u64(),
    time: reader.u64(),
    root: reader.bytes(32),
    key: reader.bytes(4),
  };
}
