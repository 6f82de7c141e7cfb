// SPDX-License-Identifier: Apache-2.0

const busyMs = 1000;

/** The station's disk is busy for a second: what the page writes meanwhile is kept only after it. */
export function slowMemory(page) {
  return page.evaluate(
    (ms) =>
      new Promise((holding) => {
        const opening = indexedDB.open("preau-candidate");
        opening.onsuccess = () => {
          const database = opening.result;
          const store = database.transaction("kept", "readwrite").objectStore("kept");
          const end = performance.now() + ms;
          const hold = () => {
            holding();
            if (performance.now() < end) store.count().onsuccess = hold;
            else database.close();
          };
          store.count().onsuccess = hold;
        };
      }),
    busyMs,
  );
}
