#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// A second reader of Préau's formats, written from docs/formats alone with Node's own crypto.
//   node verify.mjs                                  the known answers of formats/cases.json
//   node verify.mjs agree FILE                       other cases, "-" for standard input: only
//                                                    whether it says the same as they do
//   node verify.mjs open BUNDLE ROOT IDENTITY        a bundle made by a box: SESSION.preau, the
//                                                    root document, an identity file of age
// Ends with 0 when everything is as it should be, 1 when something is wrong, 2 on a wrong call.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { openAge, parseIdentity } from "./verifier/age.mjs";
import { openBundle } from "./verifier/bundle.mjs";
import { check, fromBase64, fromHex, hkdf, openSealed, Refused, sha256 } from "./verifier/bytes.mjs";
import * as documents from "./verifier/documents.mjs";
import * as notes from "./verifier/notes.mjs";

const folder = join(import.meta.dirname, "formats");

function readers(trust) {
  const root = documents.openRoot(Buffer.from(trust.root));
  const escrow = parseIdentity(trust.escrow);
  const boxIdentity = parseIdentity(trust.box_identity);
  const epoch = { name: "preau.example/box/BOX-7Q4M/e1", type: notes.plain, key: fromHex(trust.epoch) };
  const [receipt] = documents.noteKeys(root, "receipt");
  const [stored] = documents.noteKeys(root, "stored");
  return {
    root: documents.openRoot,
    "root-update": (bytes) => documents.updateRoot(root, bytes),
    timestamp: (bytes) => documents.openTimestamp(bytes, root),
    request: documents.openRequest,
    certificate: (bytes) => documents.openCertificate(bytes, root),
    authorisation: (bytes) => checkUnlocks(documents.openAuthorisation(bytes, root), boxIdentity, trust),
    age: (bytes) => openAge(bytes, escrow),
    parcel: (bytes) => {
      const parcel = documents.parseJson(openAge(bytes, boxIdentity).toString());
      return documents.openAuthorisation(Buffer.from(parcel.authorisation), root);
    },
    "bundle-note": (bytes) => notes.openBundleNote(bytes, fromHex(trust.box)),
    stored: (bytes) => notes.openStored(bytes, stored),
    receipt: (bytes) => {
      notes.readCheckpoint(notes.openNote(bytes, epoch));
      return notes.openCosignature(bytes, receipt);
    },
    "candidate-receipt": (bytes) => notes.openCandidateReceipt(bytes, epoch.key),
    bundle: (bytes) => openBundle(bytes, root),
    "bundle-file": (bytes) => openBundle(openAge(bytes, escrow), root),
  };
}

/** docs/formats/authorisation.md, "Opening the pack"; Node 20 has no Argon2id: its result is given. */
function checkUnlocks(authorisation, boxIdentity, trust) {
  const session = fromHex(authorisation.session);
  const share = openAge(fromBase64(authorisation.shares[0].share), boxIdentity);
  const secret = Buffer.concat([share, fromHex(trust.stretched)]);
  const pack = fromHex(authorisation.packs[0].sha256);
  const keys = openSealed(
    hkdf(secret, session, "preau-pack-kek/v1"),
    Buffer.alloc(12),
    fromBase64(authorisation.unlock.wrapped),
    Buffer.concat([Buffer.from("preau-wrap/v1\n"), session, pack]),
  );
  check(keys.toString("hex") === trust.pack_keys, "other keys of the pack");
}

function accepts(read, bytes) {
  try {
    read(bytes);
    return true;
  } catch (error) {
    if (error instanceof Refused || error instanceof TypeError) return false;
    throw error;
  }
}

/** Every byte changed must be refused; long files at every seventh byte. */
function firstAcceptedChange(read, bytes) {
  const step = bytes.length > 4096 ? 7 : 1;
  for (let at = 0; at < bytes.length; at += step) {
    const changed = Buffer.from(bytes);
    changed[at] ^= 1 << at % 8;
    if (accepts(read, changed)) return at;
  }
  return -1;
}

function verifyCases() {
  const { trust, cases } = JSON.parse(readFileSync(join(folder, "cases.json"), "utf8"));
  const read = readers(trust);
  let wrong = 0;
  const report = (one, words) => {
    wrong += 1;
    console.log(`WRONG  ${one.kind}: ${one.name}: ${words}`);
  };
  for (const one of cases) {
    const bytes = Buffer.from(one.base64, "base64");
    if (accepts(read[one.kind], bytes) !== one.accept) {
      report(one, one.accept ? "refused" : "accepted");
    } else if (one.accept) {
      const at = firstAcceptedChange(read[one.kind], bytes);
      if (at !== -1) report(one, `accepted with byte ${at} changed`);
    }
  }
  const good = cases.filter((one) => one.accept).length;
  console.log(`${good} good cases, ${cases.length - good} bad ones, ${wrong} wrong`);
  return wrong === 0 ? 0 : 1;
}

/** B10: a document that one reader takes and another refuses is a way in. */
function agree(path) {
  const { trust, cases } = JSON.parse(readFileSync(path === "-" ? 0 : path, "utf8"));
  const read = readers(trust);
  const wrong = cases.filter(
    (one) => accepts(read[one.kind], Buffer.from(one.base64, "base64")) !== one.accept);
  for (const one of wrong)
    console.log(`WRONG  ${one.kind}: ${one.accept ? "refused" : "accepted"} here: ${one.name}`);
  const taken = cases.filter((one) => one.accept).length;
  console.log(`${cases.length} cases, ${taken} taken by the box, ${wrong.length} judged otherwise`);
  return wrong.length === 0 ? 0 : 1;
}

function checkSidecar(path, file, found) {
  const note = `${path}.sig`;
  if (!existsSync(note)) return "no note beside it";
  const certificate = found.certificates.find((one) => one.box === found.manifest.box);
  const stated = notes.openBundleNote(readFileSync(note), fromHex(certificate.pk_sign));
  check(stated.sha256.equals(sha256(file)) && stated.size === file.length, "another file's note");
  check(stated.session.toString("hex") === found.manifest.session, "another session's note");
  return `note signed by ${stated.box}`;
}

function openFile(path, rootPath, identityPath) {
  const root = documents.openRoot(readFileSync(rootPath));
  const file = readFileSync(path);
  const found = openBundle(openAge(file, parseIdentity(readFileSync(identityPath, "utf8"))), root);
  const { manifest } = found;
  console.log(`${path}: a sealed session, ${checkSidecar(path, file, found)}`);
  console.log(`  session     ${manifest.number}, id ${manifest.session}, for ${manifest.aud}`);
  console.log(`  box         ${manifest.box}, software ${manifest.sw}, start ${manifest.boot_count}`);
  console.log(`  candidates  ${manifest.candidates}`);
  console.log(`  records     ${manifest.tree.size} in ${found.epochs} epochs, ${found.erased} erased`);
  console.log(`  root        ${manifest.tree.root}`);
  for (const [type, count] of Object.entries(manifest.counts)) console.log(`  ${type}  ${count}`);
  return 0;
}

function main([command, ...paths]) {
  if (command === undefined) return verifyCases();
  if (command === "agree" && paths.length === 1) return agree(paths[0]);
  if (command === "open" && paths.length === 3) return openFile(...paths);
  console.error("usage: verify.mjs [agree FILE | open BUNDLE ROOT IDENTITY]");
  return 2;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  console.error(`refused: ${error.message}`);
  process.exitCode = 1;
}
