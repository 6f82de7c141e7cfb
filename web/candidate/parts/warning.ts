// SPDX-License-Identifier: Apache-2.0
import { useSignal, useSignalEffect, type ReadonlySignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { warningBetween } from '../model/time_warning.ts';

/** The last warning crossed (ms); null while there is none, or no such time. */
export function useWarning(
  remaining: ReadonlySignal<number | null>,
  thresholds: number[],
): number | null {
  const warning = useSignal<number | null>(null);
  const before = useRef<number | null>(null);
  useSignalEffect(() => {
    const now = remaining.value;
    warning.value =
      now === null ? null : (warningBetween(before.current, now, thresholds) ?? warning.peek());
    before.current = now;
  });
  return warning.value;
}
