// SPDX-License-Identifier: Apache-2.0
// The events of a sealed session, read from the bundle that the box wrote (docs/formats/bundle.md).
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { programs } from "./places.mjs";

const magic = "PREAUBUNDLE1\n";
const headerBytes = 128;
const payloadHeadBytes = 8 + 16 + 4; // sequence, salt, length
const record = { headers: 3, payloads: 4 };
const resultDecided = 0x0504;

/** [{type, candidate, payload}] in the order of the journal. */
export function sealedEvents(site) {
  const bytes = openedBundle(site);
  if (!bytes.subarray(0, magic.length).equals(Buffer.from(magic))) throw new Error("no bundle");
  const events = [];
  for (const { type, body } of recordsOf(bytes.subarray(magic.length))) {
    if (type === record.headers)
      for (let at = 0; at < body.length; at += headerBytes)
        events.push({ type: body.readUInt16BE(at + 4), candidate: body.readUInt32BE(at + 36) });
    if (type === record.payloads)
      for (const { sequence, payload } of payloadsOf(body)) events[sequence].payload = payload;
  }
  return events;
}

/** By the candidate's number: what the box decided, scored again by the platform bit for bit. */
export function sealedResults(site) {
  const decided = sealedEvents(site).filter(({ type }) => type === resultDecided);
  return new Map(decided.map(({ candidate, payload }) => [candidate, payload]));
}

/** Only the platform can open it. */
function openedBundle({ data, session }) {
  const folder = mkdtempSync(join(tmpdir(), "preau-e2e-bundle-"));
  const opened = join(folder, "opened");
  const identity = join(data, "central/keys/ingest.age");
  const bundle = join(data, "box/outbox", `${session.session}.preau`);
  const order = ["bundle", "open", "--identity", identity, "--out", opened, bundle];
  try {
    execFileSync(join(programs, "preau"), order);
    return readFileSync(opened);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function* recordsOf(bytes) {
  for (let at = 0; at < bytes.length;) {
    const length = bytes.readUInt32BE(at + 1);
    yield { type: bytes[at], body: bytes.subarray(at + 5, at + 5 + length) };
    at += 5 + length;
  }
}

function* payloadsOf(body) {
  for (let at = 0; at < body.length;) {
    const start = at + payloadHeadBytes;
    const end = start + body.readUInt32BE(start - 4);
    yield {
      sequence: Number(body.readBigUInt64BE(at)),
      payload: JSON.parse(body.subarray(start, end).toString()),
    };
    at = end;
  }
}
