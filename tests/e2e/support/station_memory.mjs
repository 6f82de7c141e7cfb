// SPDX-License-Identifier: Apache-2.0
// What a station has on its own disk.
import { until } from "./patience.mjs";

/** Waits until the answer being prepared is kept there: what a reload or a kill finds again. */
export function seeKeptDraft(page, value) {
  return until(`“${value}” is kept`, async () => (await page.evaluate(keptDraft)) === value);
}

function keptDraft() {
  return new Promise((answer) => {
    const opening = indexedDB.open("preau-candidate");
    opening.onsuccess = () => {
      const database = opening.result;
      const asked = database.transaction("kept").objectStore("kept").get("draft");
      asked.onsuccess = () => {
        database.close();
        answer(asked.result?.value);
      };
    };
  });
}
