// SPDX-License-Identifier: Apache-2.0
// The two texts of a card that change every second; nothing else is redrawn with them.
import { remainingAt } from '../../shared/time/countdown.ts';
import { timeLeft } from '../../shared/time/words.ts';
import { useDesk } from '../control/context.ts';
import { agoInWords, isLongAgo } from '../model/ago.ts';
import { fr } from '../words/fr.ts';

export function TimeLeft({ candidate }: { candidate: number }) {
  const { countdowns, now } = useDesk().state;
  const countdown = countdowns.value.get(candidate);
  if (!countdown) return null;
  return (
    <span>
      {countdown.running ? fr.card.left : fr.card.held}{' '}
      <strong class="digits">{timeLeft(remainingAt(countdown, now.value))}</strong>
    </span>
  );
}

export function LastSeen({ candidate }: { candidate: number }) {
  const { seen, now, finalised } = useDesk().state;
  const since = seen.value.get(candidate);
  if (!since || finalised.value) return null;
  const ms = since.ms + now.value - since.at;
  const ago = agoInWords(ms);
  return (
    <span class={isLongAgo(ms) ? 'seen late' : 'seen soft'}>
      {ago ? fr.card.seen(ago) : fr.card.seenNow}
    </span>
  );
}
