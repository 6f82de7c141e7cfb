// SPDX-License-Identifier: Apache-2.0
// No right answer and no item parameter ever leaves the box: each is a mark found nowhere else, and
// every byte that the box sends during a whole session is searched for them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { BoxClient, newId } from "./support/box_client.mjs";
import { formsOfNumber, formsOfText, markedPack } from "./support/canaries.mjs";
import { CandidatePage } from "./support/candidate_page.mjs";
import { InvigilatorPage } from "./support/invigilator_page.mjs";
import * as models from "./support/models.mjs";
import { until } from "./support/patience.mjs";
import { project } from "./support/places.mjs";
import { Recorder } from "./support/recorder.mjs";
import { pupils } from "./support/roster.mjs";
import { Site } from "./support/site.mjs";
import { assertPagesBehaved, setStage } from "./support/stage.mjs";

/** Asked as they are: a right choice is a number, and a list shows its options. */
const { choice, drawing, ordering, matching, timed, focus } = models;
const texts = [models.word, models.cities, models.inside, models.explored].map((model) => ({
  ...model,
  header: model.header
    .replace(/accepted = \[/g, model.name === "explored" ? "accepted = [" : 'accepted = ["MARK", ')
    .replace("groups = [[", 'groups = [["MARK", '),
}));
const fields = {
  ...models.fields,
  header: models.fields.header.replace('accepted = ["Lyon"', 'accepted = ["MARK", "Lyon"'),
};
const questionsEach = 3; // one of them may be replaced
const { pack, marks, numbers } = markedPack(
  [choice, drawing, ordering, matching, timed, focus, fields, ...texts],
  questionsEach,
);
const unlocked = { kind: "none", version: "" };

/** An answer of the right form, a right one when it is a text. */
function answerTo({ kind, proposals_html: proposals, fields: asked }) {
  const order = proposals.map((_proposal, index) => index + 1).join(",");
  const perField = () =>
    Object.fromEntries(asked.map(({ name, options }) => [name, options[0] ?? marks[0]]));
  return {
    qcu: () => "1",
    qcm: () => "1,2",
    ordering: () => order,
    matching: () => proposals.map(() => 1).join(","),
    qroc: () => marks[0],
    "qrocm-ind": () => JSON.stringify(perField()),
    "qrocm-dep": () => JSON.stringify(perField()),
  }[kind]();
}

/** Answers every question, the first one badly too; returns the addresses of what they show. */
async function sitByApi(client, candidate) {
  const paths = new Set();
  while (candidate.view.phase === "in_progress") {
    const { number, opened } = candidate.view.question;
    if (!opened)
      await client.call("POST", `/candidates/me/questions/${number}/open`, {
        token: candidate.token,
        body: {},
      });
    const { question } = opened ? candidate.view : await candidate.look();
    const served = [question.picture, question.simulator, ...question.attachments];
    for (const one of served) if (one) paths.add(one.url);
    const put = (value) =>
      client.call("PUT", `/candidates/me/answers/${number}`, {
        token: candidate.token,
        key: newId(),
        body: { item: question.item, value },
      });
    if (number === 1) await assert.rejects(put("x".repeat(600)));
    candidate.view = (await put(answerTo(question))).view;
    if (number === 1) await assert.rejects(put(answerTo(question)), "answered already");
  }
  return paths;
}

function assertNothingIn(recorder, { marks, numbers }) {
  const found = [
    ...marks.flatMap((mark) => formsOfText(mark)),
    ...numbers.flatMap((number) => formsOfNumber(number)),
    ...["solutions", "accepted", "treatments", "discriminant", "difficulty"].map((member) =>
      Buffer.from(`"${member}":`),
    ),
  ].filter((form) => recorder.contains(form));
  assert.deepEqual(found.map(String), []);
}

test("no right answer and no parameter ever leaves the box", async (t) => {
  const { site, browsers } = await setStage({ pack });
  const recorder = new Recorder();
  const line = await recorder.line(site.port);
  after(() => line.close());
  browsers.origins.push(line.origin);
  const seen = { ...site, origin: line.origin, session: site.session };
  const client = new BoxClient(`http://127.0.0.1:${line.port}`);
  client.session = site.session.number;
  const room = new InvigilatorPage(await browsers.station(), seen);
  const [first, second] = pupils;
  const tokens = ["", "0".repeat(64)];

  await t.test("a whole test through the page", async () => {
    await room.open();
    await room.enter();
    await room.seeRoom();
    const candidate = new CandidatePage(await browsers.station(), seen);
    await candidate.join(first);
    await candidate.readInformation();
    await candidate.heading("Le surveillant va confirmer").waitFor();
    await room.confirm(first);
    await candidate.typeAccessCode();
    for (let number = 1; number <= 32; ++number) {
      candidate.number = number;
      await candidate.heading(`Question ${number} sur 32`).waitFor();
      const shown = candidate.page.locator(".question-text");
      const show = candidate.button("Afficher la question");
      await show.or(shown).waitFor();
      if (await show.isVisible()) await show.click();
      await shown.waitFor();
      await candidate.skip();
    }
    await candidate.heading("Test terminé").waitFor();
  });

  /** What else happens in a room: each answer of the box is recorded. */
  const liveThrough = async (candidate, invigilator) => {
    const { token, view } = candidate;
    const { number, item } = view.question;
    const tell = (method, path, body) =>
      client.call(method, `/candidates/me/${path}`, { token, body });
    await tell("PUT", "draft", { item, value: "brouillon" });
    await tell("PUT", "display", {
      ...{ text_percent: 120, spacing: "wide", theme: "dark", font: "standard" },
      ...{ ruler: true, clock_hidden: false, voice: "" },
    });
    await tell("POST", "heartbeat", { lockdown: unlocked });
    await tell("POST", `questions/${number}/report`, { reason: "instruction" });
    const { report } = await invigilator.card(second.number);
    await invigilator.settle(second, true, report.categories.at(-1));
    await invigilator.say("Il vous reste du temps.");
    await invigilator.addTime(second, 5);
    await invigilator.act("POST", second, "incidents", { category: "C7", description: "Écran" });
    await invigilator.pause(second, true);
    await invigilator.pause(second, false);
    await invigilator.sheet(second);
    await invigilator.seats();
    await client.call("GET", "/box");
    await client.call("GET", `/screen?session=${client.session}`);
    await candidate.look();
    assert.notEqual(candidate.view.question.item, item, "the question was replaced");
  };

  await t.test("a whole test by the API, right answers included, and its stream", async () => {
    const invigilator = await client.enter(site.session.invigilator_password);
    const candidate = await client.join(second);
    await invigilator.confirm(second);
    await candidate.start(site.session.access_code);
    tokens.push(candidate.token, invigilator.token);
    await liveThrough(candidate, invigilator);
    const headers = { Authorization: `Bearer ${candidate.token}`, "X-Preau": "1" };
    const stop = new AbortController();
    const stream = fetch(`${client.root}/api/v1/candidates/me/stream`, {
      headers,
      signal: stop.signal,
    }).then((response) => response.text().catch(() => ""));
    const paths = await sitByApi(client, candidate);
    for (const path of paths) assert.ok((await fetch(client.root + path)).ok, path);
    assert.ok(paths.size >= 3, "a picture, a simulator and an attachment were asked for");
    stop.abort();
    await stream;
  });

  await t.test("every route, asked badly, with each kind of token", async () => {
    const { paths } = JSON.parse(readFileSync(join(project, "docs/api/openapi.json"), "utf8"));
    let refused = 0;
    for (const [path, acts] of Object.entries(paths))
      for (const method of Object.keys(acts))
        for (const token of tokens)
          for (const body of ["{", '{"item":"?","value":"x"}', '"'.repeat(2000)]) {
            const response = await fetch(client.root + path.replace(/\{\w+\}/g, "1"), {
              method: method.toUpperCase(),
              headers: {
                "X-Preau": "1",
                "Content-Type": "application/json",
                ...(token && { Authorization: `Bearer ${token}` }),
              },
              ...(method !== "get" && { body }),
            });
            if (/event-stream/.test(response.headers.get("content-type")))
              await response.body.cancel();
            else await response.text();
            if (!response.ok) ++refused;
          }
    assert.ok(refused > 50, `${refused} refusals were recorded`);
  });

  await t.test("the end of the session", async () => {
    const invigilator = await client.enter(site.session.invigilator_password);
    await invigilator.finalise();
    await until(
      "the receipt is there",
      async () => (await invigilator.look()).seal.state === "received",
    );
    await room.page.getByText("Accusé de réception vérifié").waitFor();
  });

  await t.test("what the box sent was recorded, and readable", (t) => {
    t.diagnostic(`${recorder.size} bytes searched for ${marks.length} marks`);
    assert.ok(marks.length > 36 && numbers.length === 2 * 16 * questionsEach);
    for (const known of ["Quel fichier est une image", "février;Lyon;12", "notes.odt", "<svg"])
      assert.ok(recorder.contains(Buffer.from(known)), known);
    assert.ok(!recorder.contains(Buffer.from("Content-Encoding")));
  });

  await t.test("no mark is in it", () => assertNothingIn(recorder, { marks, numbers }));

  await assertPagesBehaved(t, browsers);
});

test("nor does the help of a practice pack", async (t) => {
  const secret = markedPack([choice, texts[0]], 2, { practice: true });
  const site = await Site.start({ pack: secret.pack });
  t.after(() => site.stop());
  const recorder = new Recorder();
  const line = await recorder.line(site.port);
  t.after(() => line.close());
  const client = new BoxClient(`http://127.0.0.1:${line.port}`);
  client.session = site.session.number;
  const invigilator = await client.enter(site.session.invigilator_password);
  const candidate = await client.join(pupils[0]);
  await invigilator.confirm(pupils[0]);
  await candidate.start(site.session.access_code);
  await sitByApi(client, candidate);
  assert.equal(candidate.view.phase, "finished");
  assert.equal(secret.marks.length, 32 + 32 + 16, "skills, help, words");
  assertNothingIn(recorder, secret);
});
