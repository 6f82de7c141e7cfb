// SPDX-License-Identifier: Apache-2.0
import { useComputed, type ReadonlySignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { candidateOf } from '../model/act.ts';
import type { QueuedAct } from '../queue/act_queue.ts';
import { useDesk } from './context.ts';
import { stableList } from './stable.ts';
import type { RefusedAct } from './state.ts';

/** An act for this candidate is on its way to the box. */
export function useBusy(candidate: number): ReadonlySignal<boolean> {
  const { pending } = useDesk().state;
  return useComputed(() => pending.value.some(({ act }) => candidateOf(act) === candidate));
}

/** The acts for this candidate (null: for the room) that have not left this device. */
export function usePending(candidate: number | null): ReadonlySignal<QueuedAct[]> {
  const { pending } = useDesk().state;
  return useMemo(
    () => stableList(() => pending.value.filter(({ act }) => candidateOf(act) === candidate)),
    [pending, candidate],
  );
}

export function useRefusals(candidate: number | null): ReadonlySignal<RefusedAct[]> {
  const { refusals } = useDesk().state;
  return useMemo(
    () => stableList(() => refusals.value.filter((one) => one.candidate === candidate)),
    [refusals, candidate],
  );
}
