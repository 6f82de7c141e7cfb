// SPDX-License-Identifier: Apache-2.0
// The texts of a card that change with the clock: each writes its own few characters, nothing else
// is drawn again with them.
import { useComputed } from '@preact/signals';
import { remainingAt } from '../../shared/time/countdown.ts';
import { timeLeft } from '../../shared/time/words.ts';
import { useDesk } from '../control/context.ts';
import { agoInWords, isLongAgo } from '../model/ago.ts';
import { roughTimeLeft } from '../model/time_left.ts';
import { fr } from '../words/fr.ts';

interface TimeLeftProps {
  candidate: number;
  /** To the second, as the candidate reads it. */
  precise?: boolean;
}

export function TimeLeft({ candidate, precise = false }: TimeLeftProps) {
  const { state } = useDesk();
  const { countdown } = state.cell(candidate);
  const label = useComputed(() => (countdown.value?.running ? fr.card.left : fr.card.held));
  const words = precise ? timeLeft : roughTimeLeft;
  const left = useComputed(() =>
    countdown.value ? words(remainingAt(countdown.value, state.nowFor(candidate))) : '',
  );
  return (
    <span>
      {label} <strong class="digits ticking">{left}</strong>
    </span>
  );
}

/** How long a confirmed presence still lets the candidate start. */
export function AuthorisedLeft({ candidate }: { candidate: number }) {
  const { state } = useDesk();
  const { authorised } = state.cell(candidate);
  const left = useComputed(() => {
    const since = authorised.value;
    return since ? roughTimeLeft(Math.max(0, since.ms - (state.nowFor(candidate) - since.at))) : '';
  });
  const isKnown = useComputed(() => authorised.value !== null);
  if (!isKnown.value) return null;
  return (
    <span>
      {fr.card.validFor} <strong class="digits ticking">{left}</strong>
    </span>
  );
}

/** On a card only a silence is worth a line; the sheet says it always. */
export function LastSeen({ candidate, always = false }: { candidate: number; always?: boolean }) {
  const { state } = useDesk();
  const { seen } = state.cell(candidate);
  const silence = () => (seen.value ? seen.value.ms + state.nowFor(candidate) - seen.value.at : 0);
  const ago = useComputed(() => (seen.value === null ? null : (agoInWords(silence()) ?? '')));
  const words = useComputed(() => (ago.value ? fr.card.seen(ago.value) : fr.card.seenNow));
  const look = useComputed(() => (ago.value && isLongAgo(silence()) ? 'seen late' : 'seen soft'));
  const isShown = useComputed(() => ago.value !== null && (always || ago.value !== ''));
  if (!isShown.value || state.finalised.value) return null;
  return <span class={look}>{words}</span>;
}
