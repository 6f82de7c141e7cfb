// SPDX-License-Identifier: Apache-2.0
import { pupils } from "./roster.mjs";

/**
 * A class in the middle of its session, by the API: some wait, some work, some have finished. One
 * of those who work asks to go on elsewhere, another has reported a question.
 */
export async function fillRoom(site) {
  const invigilator = await site.client.enter(site.session.invigilator_password);
  const waiting = pupils.slice(3, 6);
  const allowed = pupils.slice(6, 8);
  const running = pupils.slice(8, 14);
  const finished = pupils.slice(14, 16);
  for (const pupil of [...waiting, ...allowed]) await site.client.join(pupil);
  for (const pupil of allowed) await invigilator.confirm(pupil);
  const candidates = [];
  for (const [place, pupil] of [...running, ...finished].entries()) {
    const candidate = await site.client.join(pupil);
    await invigilator.confirm(pupil);
    await candidate.start(site.session.access_code);
    await candidate.passUntil(place < running.length ? 1 + 4 * place : 32);
    candidates.push(candidate);
  }
  await site.client.join(running[0]); // from another station: asks to go on there
  await report(site.client, candidates[1]);
  return { waiting, allowed, running, finished, reporting: running[1] };
}

function report(client, { token, view }) {
  const path = `/candidates/me/questions/${view.question.number}/report`;
  return client.call("POST", path, { token, body: { reason: "other" } });
}
