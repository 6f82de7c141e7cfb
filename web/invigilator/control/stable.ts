// SPDX-License-Identifier: Apache-2.0
import { computed, type ReadonlySignal } from '@preact/signals';

/** A computed list that changes only when one of its elements does. */
export function stableList<T>(compute: () => T[]): ReadonlySignal<T[]> {
  let last: T[] = [];
  return computed(() => {
    const next = compute();
    const same = next.length === last.length && next.every((value, place) => value === last[place]);
    if (!same) last = next;
    return last;
  });
}
