// SPDX-License-Identifier: Apache-2.0
// A sealed session reaches the real platform through a line that cuts every connection.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { promisify } from "node:util";
import { CuttingLine } from "./support/cutting_line.mjs";
import { until } from "./support/patience.mjs";
import { programs } from "./support/places.mjs";
import { pupils } from "./support/roster.mjs";
import { setStage } from "./support/stage.mjs";

test("N3: a session goes through 4 KiB at a time, exactly once", async (t) => {
  const { site } = await setStage();
  const line = await CuttingLine.to(site.centralPort);
  after(() => line.close());
  const { session, access_code, invigilator_password } = site.session;
  const bundle = join(site.data, `box/outbox/${session}.preau`);
  const inbox = join(site.folder, "own-inbox");
  mkdirSync(inbox);

  await t.test("the box's own courier holds still while the session is sealed", async () => {
    site.freezeCourier();
    const invigilator = await site.client.enter(invigilator_password);
    const candidate = await site.client.join(pupils[0]);
    await invigilator.confirm(pupils[0]);
    await candidate.start(access_code);
    await candidate.passUntil(8);
    await invigilator.finalise();
    await until("the bundle and its note", () => existsSync(`${bundle}.sig`));
  });

  await t.test("another one brings the receipt over the cutting line", async () => {
    for (let tries = 0; !existsSync(join(inbox, `${session}.receipt`)) && tries < 20; ++tries)
      await promisify(execFile)(join(programs, "preau-sync"), [
        ...["--outbox", join(site.data, "box/outbox"), "--inbox", inbox, "--once", "--json"],
        ...["--central", line.origin],
      ]).catch(() => undefined);
    assert.ok(existsSync(join(inbox, `${session}.receipt`)), "no receipt");
    assert.ok(line.cuts >= statSync(bundle).size / 4096, `${line.cuts} cuts`);
  });

  await t.test("the box's own finds it there, and the box erases nothing before that", async () => {
    assert.ok(existsSync(bundle));
    site.thawCourier();
    const receipt = join(site.data, `box/inbox/${session}.receipt`);
    await until("the receipt", () => existsSync(receipt));
    const own = join(inbox, `${session}.receipt`);
    assert.equal(readFileSync(receipt, "utf8"), readFileSync(own, "utf8"));
  });
});
