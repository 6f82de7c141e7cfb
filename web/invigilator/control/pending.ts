// SPDX-License-Identifier: Apache-2.0
import { useComputed, type ReadonlySignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { candidateOf } from '../model/act.ts';
import type { QueuedAct } from '../queue/act_queue.ts';
import { useDesk } from './context.ts';
import { stableList } from './stable.ts';
import type { DeskState, RefusedAct } from './state.ts';

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

/** Those for the room come with those of candidates whom the filters hide: none goes unread. */
export function useRefusals(candidate: number | null): ReadonlySignal<RefusedAct[]> {
  const { state } = useDesk();
  return useMemo(
    () =>
      stableList(() =>
        state.refusals.value.filter((one) =>
          candidate === null ? !isShown(state, one.candidate) : one.candidate === candidate,
        ),
      ),
    [state, candidate],
  );
}

function isShown({ urgent, others }: DeskState, candidate: number | null): boolean {
  return (
    candidate !== null && (urgent.value.includes(candidate) || others.value.includes(candidate))
  );
}
