// SPDX-License-Identifier: Apache-2.0
// Signed documents (docs/formats/identity.md, authorisation.md, bundle.md).

import { parseRecipient } from "./age.mjs";
import { check, fromBase64, fromHex, refuse, Refused, textOf, verifySignature } from "./bytes.mjs";
import { cosignature, plain } from "./notes.mjs";

const type = (name) => `application/vnd.preau.${name}.v1+json`;

function whole(name, value) {
  if (typeof value === "string")
    check(value.isWellFormed() && !value.includes("\0"), "a text with half a character or U+0000");
  return value;
}

/** JSON in its one spelling: no spaces, no name twice. */
function parse(text) {
  let value;
  try {
    value = JSON.parse(text, whole);
  } catch (error) {
    refuse(error instanceof Refused ? error.message : "not JSON");
  }
  check(JSON.stringify(value) === text, "not the one spelling");
  return value;
}

/** The members are exactly these, in this order. */
function members(object, names) {
  check(object !== null && typeof object === "object" && !Array.isArray(object), "not an object");
  check(Object.keys(object).join() === names.join(), `not the members ${names.join(" ")}`);
  return object;
}

function readEnvelope(bytes, name) {
  check(bytes.length <= 256 * 1024, "a document is too long");
  const envelope = members(parse(textOf(bytes)), ["payload", "payloadType", "signatures"]);
  check(envelope.payloadType === type(name), `not a ${name}`);
  const payload = fromBase64(envelope.payload);
  const { signatures } = envelope;
  check(Array.isArray(signatures) && signatures.length >= 1 && signatures.length <= 8, "unsigned");
  const head = `DSSEv1 ${envelope.payloadType.length} ${envelope.payloadType} ${payload.length} `;
  return {
    payload,
    message: Buffer.concat([Buffer.from(head), payload]),
    signatures: signatures.map((one) => fromBase64(members(one, ["sig"]).sig, 64)),
  };
}

/** Which of the keys signed; every signature must be by another one of them. */
function signersOf(envelope, keys) {
  const signers = envelope.signatures.map((signature) => {
    const key = keys.find((one) => verifySignature(one, envelope.message, signature));
    check(key !== undefined, "a signature is not valid");
    return key;
  });
  check(new Set(signers).size === signers.length, "one key signed twice");
  return signers;
}

function open(bytes, name, keys, threshold) {
  const envelope = readEnvelope(bytes, name);
  check(signersOf(envelope, keys).length >= threshold, "not enough signatures");
  return envelope.payload;
}

export const openByRole = (bytes, name, root, role) =>
  open(bytes, name, root.roles[role].keys, root.roles[role].threshold);

// ---- members

function time(text) {
  check(typeof text === "string" && text.length === 24, "not a time");
  const date = new Date(text);
  check(!Number.isNaN(date.getTime()) && date.toISOString() === text, "not a time");
  return date.getTime();
}

function integer(value, min, max = 2 ** 53) {
  check(Number.isInteger(value) && value >= min && value <= max, "not a number in its range");
  return value;
}

function word(value, words) {
  check(words.includes(value), `not one of ${words.join(" ")}`);
  return value;
}

function text(value, max) {
  check(typeof value === "string" && Buffer.byteLength(value) <= max, "not a text of its length");
  return value;
}

function list(value, max, read) {
  check(Array.isArray(value) && value.length <= max, "not a list of its length");
  return value.map(read);
}

function texts(value, max, form) {
  const all = list(value, max, (one) => {
    check(typeof one === "string" && form.test(one), "a text has not its form");
    return one;
  });
  check(new Set(all).size === all.length, "a text twice");
  return all;
}

const boxName = /^[A-Z0-9-]{1,32}$/;
const sessionNumber = /^[1-9][0-9]{0,9}$/;

function box(value) {
  check(typeof value === "string" && boxName.test(value), "not the name of a box");
  return value;
}

function window(from, to, longest = Infinity) {
  const times = [time(from), time(to)];
  check(times[1] > times[0] && times[1] - times[0] <= longest, "not a window of time");
  return times;
}

// ---- root document

const roleNames = ["root", "enrol", "content", "session", "release", "receipt", "witness",
  "stored", "timestamp", "publication"];

function readRole(value, name) {
  members(value, ["keys", "threshold"]);
  const keys = list(value.keys, 8, (key) => fromHex(key, 32));
  const least = ["root", "content", "release"].includes(name) ? 2 : 1;
  return { keys, threshold: integer(value.threshold, least, keys.length) };
}

function readRecipient(value) {
  members(value, ["name", "key", "nbf", "naf", "escrow"]);
  check(typeof value.escrow === "boolean", "escrow is true or false");
  text(value.name, 64);
  parseRecipient(value.key);
  window(value.nbf, value.naf);
  return value;
}

function readRoot(payload) {
  const root = members(parse(textOf(payload)), ["v", "version", "expires", "purpose", "aud", "alg",
    "roles", "recipients"]);
  integer(root.v, 1, 1);
  integer(root.version, 1);
  time(root.expires);
  word(root.purpose, ["production", "demo"]);
  check(/^[\x21-\x2a\x2c-\x7e]{1,100}$/.test(root.aud), "not a platform's name");
  word(root.alg, ["ed25519"]);
  members(root.roles, roleNames);
  const roles = Object.fromEntries(
    roleNames.map((name) => [name, readRole(root.roles[name], name)]));
  const keys = roleNames.flatMap((name) => roles[name].keys.map((key) => key.toString("hex")));
  check(new Set(keys).size === keys.length, "a key has two roles");
  const escrows = list(root.recipients, 8, readRecipient).map((one) => one.escrow);
  check(escrows.includes(true) && escrows.includes(false), "a recipient and an escrow");
  return { ...root, roles };
}

export function openRoot(bytes) {
  const root = readRoot(readEnvelope(bytes, "root").payload);
  openByRole(bytes, "root", root, "root");
  return root;
}

export function updateRoot(current, bytes) {
  const envelope = readEnvelope(bytes, "root");
  const next = readRoot(envelope.payload);
  check(next.version === current.version + 1, "does not follow by one");
  check(next.purpose === current.purpose && next.aud === current.aud, "of another installation");
  const before = current.roles.root;
  const after = next.roles.root;
  const signers = signersOf(envelope, [...before.keys, ...after.keys]);
  const count = (role) => signers.filter((one) => role.keys.some((key) => key.equals(one))).length;
  check(count(before) >= before.threshold, "not signed by the one before");
  check(count(after) >= after.threshold, "not signed by its own keys");
  return next;
}

/** The keys of a role as notes name them. */
export const noteKeys = (root, role) =>
  root.roles[role].keys.map((key) => ({
    name: `${root.aud}/${role}`,
    type: ["receipt", "witness"].includes(role) ? cosignature : plain,
    key,
  }));

// ---- the others

export function openTimestamp(bytes, root) {
  const out = members(parse(textOf(openByRole(bytes, "timestamp", root, "timestamp"))), ["v",
    "version", "expires", "root_version", "packs", "minimum_software", "revoked", "time"]);
  integer(out.v, 1, 1);
  integer(out.version, 1);
  integer(out.root_version, 1);
  window(out.time, out.expires);
  list(out.packs, 256, (pack) => {
    members(pack, ["id", "version", "sha256", "size"]);
    fromHex(pack.sha256, 32);
    integer(pack.size, 0);
  });
  text(out.minimum_software, 64);
  list(out.revoked, 1024, (one) => {
    members(one, ["box", "since", "reason"]);
    box(one.box);
    time(one.since);
    text(one.reason, 100);
  });
  return out;
}

export function openRequest(bytes) {
  const envelope = readEnvelope(bytes, "box-request");
  const out = parse(textOf(envelope.payload));
  members(out, ["v", "pk_sign", "pk_enc", "hw_serial", "uai", "nonce", "sw", "created",
    ...("replaces" in out ? ["replaces"] : [])]);
  integer(out.v, 1, 1);
  parseRecipient(out.pk_enc);
  fromHex(out.nonce, 16);
  time(out.created);
  for (const name of ["hw_serial", "uai", "sw"]) text(out[name], 64);
  const keys = [fromHex(out.pk_sign, 32)];
  if ("replaces" in out) keys.push(fromHex(out.replaces, 32));
  check(signersOf(envelope, keys).length === keys.length, "not signed by the keys that it names");
  return out;
}

export function openCertificate(bytes, root) {
  const out = members(parse(textOf(openByRole(bytes, "box-certificate", root, "enrol"))), ["v",
    "serial", "box", "uai", "pk_sign", "pk_enc", "nbf", "naf", "caps"]);
  integer(out.v, 1, 1);
  integer(out.serial, 1);
  box(out.box);
  text(out.uai, 64);
  fromHex(out.pk_sign, 32);
  parseRecipient(out.pk_enc);
  window(out.nbf, out.naf, 400 * 24 * 3600 * 1000);
  check(["", "session", "standby", "session,standby"].includes(out.caps.join()), "unknown caps");
  return out;
}

function checkUnlock(out) {
  const shares = list(out.shares, 2, (share) => {
    members(share, ["box", "share"]);
    check(out.boxes.includes(share.box), "a share of another box");
    check(fromBase64(share.share).length <= 1024, "a share is too long");
    return share.box;
  });
  check(new Set(shares).size === shares.length, "two shares of one box");
  check("unlock" in out === shares.length > 0, "the keys and their shares go together");
  if ("unlock" in out) fromBase64(members(out.unlock, ["wrapped"]).wrapped, 48);
}

function checkLocal(out) {
  members(out.local, ["numbers", "seats"]);
  texts(out.local.numbers, 32, sessionNumber);
  integer(out.local.seats, 0, 512);
  check((out.local.numbers.length === 0) === (out.local.seats === 0), "numbers without seats");
  check(!out.local.numbers.includes(out.number), "a local number is the session's own");
  const codes = texts(out.verification_codes, 1024, /^P-[2346789BCDFGHJKMPQRTVWXY]{8}$/);
  check(codes.length <= out.max_candidates + out.local.seats, "more codes than candidates");
}

/** The document, with the hash of its payload bytes as `hash`. */
export function openAuthorisation(bytes, root) {
  const payload = openByRole(bytes, "session-authorisation", root, "session");
  const out = parse(textOf(payload));
  members(out, ["v", "session", "number", "uai", "campaign", "boxes", "window", "packs",
    "roster_sha256", "max_candidates", "policy", "minimum_software",
    ...("unlock" in out ? ["unlock"] : []), "shares", "verification_codes", "local"]);
  integer(out.v, 1, 1);
  fromHex(out.session, 16);
  check(typeof out.number === "string" && sessionNumber.test(out.number), "not a number");
  check(texts(out.boxes, 2, boxName).length > 0, "no box");
  members(out.window, ["nbf", "naf"]);
  window(out.window.nbf, out.window.naf);
  check(list(out.packs, 1, (pack) => {
    members(pack, ["id", "version", "sha256"]);
    fromHex(pack.sha256, 32);
  }).length === 1, "not one pack");
  fromHex(out.roster_sha256, 32);
  integer(out.max_candidates, 1, 512);
  members(out.policy, ["mirror", "tls", "network", "lockdown"]);
  word(out.policy.mirror, ["required", "optional"]);
  word(out.policy.tls, ["required", "allow-http"]);
  word(out.policy.network, ["direct", "nat"]);
  word(out.policy.lockdown, ["none", "companion", "seb", "any"]);
  checkUnlock(out);
  checkLocal(out);
  return { ...out, payload };
}

export function openManifest(bytes, boxKey) {
  const out = members(parse(textOf(open(bytes, "bundle-manifest", [boxKey], 1))), ["v", "aud",
    "box", "session", "number", "events", "tree", "candidates", "counts", "sw", "pack", "created",
    "campaign", "boot_count", "root_version", "timestamp_version", "part"]);
  integer(out.v, 1, 1);
  box(out.box);
  fromHex(out.session, 16);
  members(out.events, ["first", "count"]);
  members(out.tree, ["size", "root"]);
  fromHex(out.tree.root, 32);
  integer(out.candidates, 0, 512);
  members(out.created, ["wall", "clk"]);
  time(out.created.wall);
  integer(out.created.clk, 0, 5);
  integer(out.boot_count, 0);
  integer(out.root_version, 1);
  integer(out.timestamp_version, 0);
  check(out.part.join() === "1,1", "a session is one part");
  return out;
}

/** The key of an epoch, certified by the box that it names. */
export function openEpoch(bytes, boxes) {
  const envelope = readEnvelope(bytes, "epoch-start");
  const out = members(parse(textOf(envelope.payload)), ["v", "session", "epoch", "key", "box",
    "reason", "previous_size", "previous_root", "software"]);
  check(boxes.has(out.box), `no certificate of box ${out.box}`);
  const signers = signersOf(envelope, boxes.get(out.box));
  check(signers.length === 1, "an epoch is signed once");
  word(out.reason, ["start", "restart", "takeover"]);
  return { ...out, key: fromBase64(out.key, 32), previousRoot: fromBase64(out.previous_root, 32) };
}

export { parse as parseJson };
