// SPDX-License-Identifier: Apache-2.0
// preau-sync against another maker's tus server, through a line that cuts every connection.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { promisify } from "node:util";
import { FileStore } from "@tus/file-store";
import { Server } from "@tus/server";
import { CuttingLine } from "./support/cutting_line.mjs";
import { programs } from "./support/places.mjs";

const session = "00112233445566778899aabbccddeeff";
const folder = mkdtempSync(join(tmpdir(), "preau-peer-"));
const at = (name) => join(folder, name);
for (const name of ["outbox", "inbox", "store"]) mkdirSync(at(name));

const bundle = randomBytes(100_000);
const sha256 = createHash("sha256").update(bundle).digest("hex");
writeFileSync(at(`outbox/${session}.preau`), bundle);
writeFileSync(at(`outbox/${session}.preau.sig`), "preau.example/bundle/v1\n");

// A note of two signatures that nobody verifies here: preau-sync was given no key.
const line = (name) => `— ${name} ${randomBytes(76).toString("base64")}\n`;
const origin = `preau.example/box/BOX-1/session/${session}`;
const receipt = `${origin}\n3\n${randomBytes(32).toString("base64")}\n\n${line("box")}${line("platform")}`;

/** The address of a server on a free port. */
async function listening(server) {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  after(() => server.close());
  return server.address().port;
}

const tus = new Server({
  path: "/v1/bundles",
  datastore: new FileStore({ directory: at("store") }),
  namingFunction: (request, metadata) => metadata.sha256,
});
const stored = () =>
  existsSync(at(`store/${sha256}`)) ? readFileSync(at(`store/${sha256}`)) : Buffer.alloc(0);
const platform = createServer((request, response) => {
  if (request.method !== "GET") return tus.handle(request, response);
  const known = request.url === `/v1/bundles/${sha256}`;
  response.writeHead(known ? 200 : 404, { "Content-Type": "application/json" });
  const state = stored().equals(bundle) ? "accepted" : "partial";
  response.end(JSON.stringify(state === "accepted" ? { state, receipt } : { state }));
});
const platformPort = await listening(platform);

const cuttingLine = await CuttingLine.to(platformPort);
after(() => cuttingLine.close());

const carry = async () => {
  const { stdout } = await promisify(execFile)(join(programs, "preau-sync"), [
    ...["--outbox", at("outbox"), "--inbox", at("inbox"), "--once", "--json"],
    ...["--central", cuttingLine.origin],
  ]).catch((error) => error);
  return JSON.parse(stdout);
};

after(() => rmSync(folder, { recursive: true, force: true }));

test("another maker's server gets every byte once, cut by cut, and its word is believed", async () => {
  let tries = 0;
  while (!existsSync(at(`inbox/${session}.receipt`)) && ++tries < 20) await carry();
  assert.ok(cuttingLine.cuts > 10, `${cuttingLine.cuts} cuts`);
  assert.deepEqual(stored(), bundle);
  assert.equal(readFileSync(at(`inbox/${session}.receipt`), "utf8"), receipt);
  assert.equal((await carry()).delivered, 0);
});
