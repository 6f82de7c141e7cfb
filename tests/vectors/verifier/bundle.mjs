// SPDX-License-Identifier: Apache-2.0
// A sealed session: bytes, documents, journal (docs/formats/bundle.md, journal.md).

import { check, fromHex, leafHash, Reader, sha256, textOf, treeRoot } from "./bytes.mjs";
import { openAuthorisation, openCertificate, openEpoch, openManifest, parseJson } from "./documents.mjs";
import { openNote, plain, readCheckpoint } from "./notes.mjs";

const magic = "PREAUBUNDLE1\n";

/** The records of the file, its last hash verified. */
function readRecords(bytes) {
  check(bytes.length <= 64 * 1024 * 1024, "larger than any bundle");
  check(bytes.subarray(0, magic.length).toString("latin1") === magic, "not a bundle of version 1");
  check(bytes.length >= magic.length + 37, "cut short");
  const body = bytes.subarray(0, -37);
  const end = new Reader(bytes.subarray(-37));
  check(end.u8() === 255 && end.u32() === 32, "no end");
  check(end.bytes(32).equals(sha256(body)), "changed, or cut short");
  const reader = new Reader(body.subarray(magic.length));
  const records = [];
  while (!reader.finished) {
    const kind = reader.u8();
    const record = { kind, body: reader.bytes(reader.u32()) };
    check(kind !== 255, "a second end");
    if (kind < 128) records.push(record);
  }
  const order = String.fromCharCode(...records.map((one) => 48 + one.kind));
  check(/^123+4*5$/.test(order), "records missing, twice or out of order");
  return records;
}

function readHeader(bytes) {
  const reader = new Reader(bytes);
  check(reader.text(4) === "PRE1", "a record's header is not one");
  return {
    type: reader.u16(),
    clock: reader.u8(),
    flags: reader.u8(),
    session: reader.bytes(16),
    epoch: reader.u32(),
    sequence: reader.u64(),
    candidate: reader.u32(),
    candidateSequence: reader.u32(),
    sinceEpoch: reader.u64(),
    wall: reader.u64(),
    previous: reader.bytes(32),
    payloadLength: reader.u32(),
    payloadHash: reader.bytes(32),
    leaf: leafHash(bytes),
  };
}

function readPayloads(records) {
  const payloads = new Map();
  let last = -1;
  for (const record of records) {
    check(record.body.length > 0 && record.body.length <= 1 << 20, "payloads of no bytes");
    const reader = new Reader(record.body);
    while (!reader.finished) {
      const sequence = reader.u64();
      const salt = reader.bytes(16);
      const length = reader.u32();
      check(length <= 64 * 1024, "a payload is too long");
      check(sequence > last, "payloads out of order");
      payloads.set(sequence, { salt, bytes: reader.bytes(length) });
      last = sequence;
    }
  }
  return payloads;
}

function readParts(bytes) {
  const records = readRecords(bytes);
  const bodies = (kind) => records.filter((one) => one.kind === kind);
  const headers = [];
  for (const { body } of bodies(3)) {
    const count = body.length / 128;
    check(Number.isInteger(count) && count >= 1 && count <= 4096, "not whole headers");
    for (let at = 0; at < body.length; at += 128) headers.push(readHeader(body.subarray(at, at + 128)));
  }
  check(headers.length <= 65536, "more records than a session has");
  const papers = parseJson(textOf(bodies(2)[0].body));
  check(Object.keys(papers).join() === "authorisation,certificates", "not its certificates");
  check(papers.certificates.length <= 8, "too many certificates");
  return {
    manifest: bodies(1)[0].body,
    authorisation: Buffer.from(papers.authorisation),
    certificates: papers.certificates.map((text) => Buffer.from(text)),
    headers,
    payloads: readPayloads(bodies(4)),
    note: bodies(5)[0].body,
  };
}

/** Box name → the signing keys that its certificates state. */
function boxKeys(certificates, authorisation) {
  const keys = new Map();
  for (const one of certificates) {
    check(authorisation.boxes.includes(one.box), `box ${one.box} is not of this session`);
    keys.set(one.box, [...(keys.get(one.box) ?? []), fromHex(one.pk_sign, 32)]);
  }
  return keys;
}

function openManifestBy(bytes, keys) {
  const claimed = parseJson(textOf(bytes)).payload;
  const name = parseJson(Buffer.from(claimed, "base64").toString("utf8")).box;
  check(keys.has(name), `no certificate of box ${name}`);
  const errors = [];
  for (const key of keys.get(name)) {
    try {
      return openManifest(bytes, key);
    } catch (error) {
      errors.push(error);
    }
  }
  throw errors[0];
}

/** Walks through the records; gives what the last epoch's checkpoints must be signed with. */
function walk(parts, authorisation, keys) {
  let previous = sha256(authorisation.payload);
  let epoch = null;
  const leaves = [];
  const candidates = new Map();
  parts.headers.forEach((header, index) => {
    const where = `record ${index}: `;
    check(header.sequence === index, where + "out of sequence");
    check(header.session.toString("hex") === authorisation.session, where + "of another session");
    check(header.previous.equals(previous), where + "not after the one before");
    const next = (candidates.get(header.candidate) ?? 0) + (header.candidate === 0 ? 0 : 1);
    check(header.candidateSequence === next, where + "out of the candidate's sequence");
    candidates.set(header.candidate, next);
    const payload = parts.payloads.get(index);
    if (payload !== undefined) {
      check(payload.bytes.length === header.payloadLength, where + "another length");
      const hash = sha256(Buffer.of(2), payload.salt, payload.bytes);
      check(hash.equals(header.payloadHash), where + "another payload");
    }
    if (header.type === 0x0001) epoch = startEpoch(where, header, payload, epoch, leaves, keys);
    check(epoch !== null && header.epoch === epoch.number, where + "of another epoch");
    if (header.type === 0x0003) checkCheckpoint(where, payload, epoch, header, leaves);
    previous = header.leaf;
    leaves.push(header.leaf);
  });
  for (const sequence of parts.payloads.keys())
    check(sequence < parts.headers.length, "a payload without header");
  return { epoch, leaves };
}

function startEpoch(where, header, payload, before, leaves, keys) {
  check(payload !== undefined, where + "an epoch without payload");
  const start = openEpoch(payload.bytes, keys);
  check(start.epoch === (before?.number ?? 0) + 1 && header.epoch === start.epoch, where + "epoch");
  check(start.session === header.session.toString("hex"), where + "of another session");
  check(start.previous_size === leaves.length, where + "over another tree");
  check(start.previousRoot.equals(treeRoot(leaves)), where + "over another tree");
  const name = `preau.example/box/${start.box}/e${start.epoch}`;
  return { number: start.epoch, box: start.box, key: { name, type: plain, key: start.key } };
}

function checkCheckpoint(where, payload, epoch, header, leaves) {
  check(payload !== undefined, where + "a checkpoint without payload");
  const { note } = parseJson(textOf(payload.bytes));
  const stated = readCheckpoint(openNote(Buffer.from(note), epoch.key));
  const session = header.session.toString("hex");
  check(stated.origin === `preau.example/box/${epoch.box}/session/${session}`, where + "origin");
  check(stated.size === leaves.length && stated.root.equals(treeRoot(leaves)), where + "tree");
}

function checkManifest(manifest, authorisation, root, parts, leaves) {
  check(manifest.aud === root.aud, "for another platform");
  check(manifest.session === authorisation.session, "another session than authorised");
  check(manifest.number === authorisation.number, "another number than authorised");
  check(manifest.campaign === authorisation.campaign, "another campaign than authorised");
  check(authorisation.boxes.includes(manifest.box), "by a box that is not authorised");
  check(manifest.pack.sha256 === authorisation.packs[0].sha256, "another pack than authorised");
  check(manifest.events.first === 0 && manifest.events.count === leaves.length, "another count");
  check(manifest.tree.size === leaves.length, "another size");
  check(manifest.tree.root === treeRoot(leaves).toString("hex"), "another root");
  const counts = {};
  for (const { type } of parts.headers) {
    const name = type.toString(16).padStart(4, "0");
    counts[name] = (counts[name] ?? 0) + 1;
  }
  const sorted = Object.fromEntries(Object.entries(counts).sort());
  check(JSON.stringify(sorted) === JSON.stringify(manifest.counts), "other counts of its types");
}

/** Verifies a plain bundle by the root document alone; gives what it holds. */
export function openBundle(bytes, root) {
  const parts = readParts(bytes);
  const authorisation = openAuthorisation(parts.authorisation, root);
  const certificates = parts.certificates.map((one) => openCertificate(one, root));
  const keys = boxKeys(certificates, authorisation);
  const manifest = openManifestBy(parts.manifest, keys);
  const { epoch, leaves } = walk(parts, authorisation, keys);
  checkManifest(manifest, authorisation, root, parts, leaves);
  check(parts.headers.at(-1).type === 0x0003, "not sealed");
  const last = parts.payloads.get(parts.headers.length - 1);
  const { note } = parseJson(textOf(last.bytes));
  check(Buffer.from(note).equals(parts.note), "the note is not the last record's");
  return {
    manifest,
    authorisation,
    certificates,
    epochs: epoch.number,
    erased: parts.headers.length - parts.payloads.size,
  };
}
