// SPDX-License-Identifier: Apache-2.0
import { hourMinute, shortDate } from '../../shared/time/words.ts';
import { useDesk } from '../control/context.ts';
import type { Card } from '../model/session_view.ts';
import { fr, nameOf } from '../words/fr.ts';
import { CardActs } from './card_acts.tsx';
import { CardChips } from './card_chips.tsx';
import { LastSeen, TimeLeft } from './card_times.tsx';

interface CandidateCardProps {
  card: Card;
  onEnd(card: Card): void;
}

/** One candidate at a glance: state, name, progress, time, what is expected of the invigilator. */
export function CandidateCard({ card, onEnd }: CandidateCardProps) {
  const { attention, finalised } = useDesk().state;
  const urgent = attention.value.includes(card);
  const phase = finalised.value && card.phase !== 'finished' ? 'absent' : card.phase;
  return (
    <li class={`card ${phase} ${urgent ? 'urgent' : ''}`}>
      <CardChips card={card} />
      <h3 id={`candidat-${card.number}`} tabIndex={-1}>
        {nameOf(card)}
      </h3>
      <p class="soft">
        {[
          shortDate(card.birthdate),
          card.group,
          card.extra_time_percent > 0 && fr.card.extra(card.extra_time_percent),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Progress card={card} />
      <CardActs card={card} onEnd={onEnd} />
    </li>
  );
}

function Progress({ card }: { card: Card }) {
  const started = card.phase === 'in_progress' || card.phase === 'finished';
  return (
    <p class="card-progress">
      {started && (
        <span>
          <strong class="digits" aria-hidden="true">
            {fr.card.answered(card.answered, card.question_count)}
          </strong>
          <span class="sr-only">{fr.card.answeredLong(card.answered, card.question_count)}</span>
        </span>
      )}
      {card.phase === 'in_progress' && <TimeLeft candidate={card.number} />}
      {card.phase === 'finished' && card.finish_reason && (
        <span>{fr.finish[card.finish_reason]}</span>
      )}
      {card.started_at && <span class="soft">{fr.card.started(hourMinute(card.started_at))}</span>}
      {card.phase !== 'absent' && card.phase !== 'finished' && <LastSeen candidate={card.number} />}
    </p>
  );
}
