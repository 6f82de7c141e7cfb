// SPDX-License-Identifier: Apache-2.0
import { batch } from '@preact/signals';
import type { Cell } from './cell.ts';

/** At this pace a room of 200 is drawn again in less than a second. */
const atOnce = 40;
const pauseMs = 100;

/** Cards out of sight are drawn a few at a time: what is seen, and what is typed, never waits for them. */
export class LateDrawing {
  private readonly waiting = new Set<Cell>();

  add(cell: Cell) {
    this.waiting.add(cell);
    if (this.waiting.size === 1) this.planSome();
  }

  private planSome() {
    setTimeout(() => {
      const some = [...this.waiting].slice(0, atOnce);
      for (const cell of some) this.waiting.delete(cell);
      batch(() => some.forEach((cell) => cell.draw()));
      if (this.waiting.size > 0) this.planSome();
    }, pauseMs);
  }
}
