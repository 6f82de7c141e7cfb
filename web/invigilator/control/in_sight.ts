// SPDX-License-Identifier: Apache-2.0
import { batch } from '@preact/signals';
import type { Cell } from './cell.ts';

/** A little more than what is seen: what comes in sight is right before it does. */
const margin = '100px';

const followed = new WeakMap<Element, Cell>();
const observer =
  typeof IntersectionObserver === 'undefined'
    ? undefined
    : new IntersectionObserver(
        (entries) => {
          batch(() => {
            for (const { target, isIntersecting } of entries)
              followed.get(target)?.see(isIntersecting);
          });
        },
        { rootMargin: margin },
      );

/** Tells the cell when its element comes on the screen, or nearly. Returns what ends it. */
export function followSight(element: Element, cell: Cell): () => void {
  followed.set(element, cell);
  observer?.observe(element);
  return () => observer?.unobserve(element);
}
