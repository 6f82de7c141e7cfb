// SPDX-License-Identifier: Apache-2.0
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { hourMinute, shortDate, spanInWords } from '../../shared/time/words.ts';
import { Icon } from '../../shared/ui/icon.tsx';
import { useDesk } from '../control/context.ts';
import { followSight } from '../control/in_sight.ts';
import type { Card } from '../model/session_view.ts';
import { fr, nameOf, reportReasons } from '../words/fr.ts';
import { CardChips } from './card_chips.tsx';
import { AuthorisedLeft, LastSeen, TimeLeft } from './card_times.tsx';
import { MainAct } from './main_act.tsx';
import { PendingActs } from './pending_acts.tsx';

export const cardId = (candidate: number) => `candidat-${candidate}`;

/**
 * One candidate at a glance: who, where, how far, what is expected of the invigilator. Each part is
 * drawn again only when what it shows has changed.
 */
export function CandidateCard({ candidate }: { candidate: number }) {
  const desk = useDesk();
  const cell = desk.state.cell(candidate);
  const card = cell.drawn.value;
  const finalised = desk.state.finalised.value;
  const urgent = card.urgency !== null && !finalised;
  const look = finalised && card.phase !== 'finished' ? 'absent' : card.phase;
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => followSight(item.current!, cell), [cell]);
  const state = [card.phase, card.flags.join(), finalised];
  const name = useMemo(() => <Name card={card} />, [card.seat]);
  const chips = useMemo(() => <CardChips card={card} />, state);
  const asked = useMemo(
    () => <Asked card={card} />,
    [...state, card.report?.number, card.interruption?.number],
  );
  const pending = useMemo(() => <PendingActs candidate={candidate} />, [candidate]);
  const act = useMemo(() => !finalised && <MainAct card={card} />, state);
  return (
    <li class={`card ${look} ${urgent ? 'urgent' : ''}`} data-candidate={candidate} ref={item}>
      {name}
      {chips}
      {asked}
      <Progress card={card} />
      {pending}
      {act}
    </li>
  );
}

function Name({ card }: { card: Card }) {
  const desk = useDesk();
  return (
    <div class="card-head">
      <h3>
        <button
          type="button"
          class="card-name"
          id={cardId(card.number)}
          aria-haspopup="dialog"
          onClick={() => desk.dialogs.open({ what: 'file', candidate: card.number })}
        >
          {nameOf(card)}
        </button>
      </h3>
      {card.seat && <span class="seat">{fr.card.seat(card.seat)}</span>}
    </div>
  );
}

/** What the invigilator needs to know before the main act. */
function Asked({ card }: { card: Card }) {
  const { finalised } = useDesk().state;
  if (finalised.value) return null;
  if (card.report)
    return (
      <p class="asked">{fr.card.report(card.report.number, reportReasons[card.report.reason])}</p>
    );
  if (card.interruption)
    return (
      <p class="asked">
        {fr.card.cut(spanInWords(Math.round(card.interruption.lasted_ms / 1000)))}
      </p>
    );
  const identity = card.phase === 'absent' || card.phase === 'present';
  if (identity || card.flags.includes('homonym'))
    return (
      <p class="soft">
        {[fr.card.born(shortDate(card.birthdate)), card.group].filter(Boolean).join(' · ')}
      </p>
    );
  return null;
}

function Progress({ card }: { card: Card }) {
  const started = card.phase === 'in_progress' || card.phase === 'finished';
  return (
    <p class="card-progress">
      {started && (
        <span>
          <strong
            class="digits ticking"
            role="img"
            aria-label={fr.card.answeredLong(card.answered, card.question_count)}
          >
            {fr.card.answered(card.answered, card.question_count)}
          </strong>
        </span>
      )}
      {card.phase === 'in_progress' && <TimeLeft candidate={card.number} />}
      {card.phase === 'in_progress' && card.ends_at && (
        <span>{fr.card.ends(hourMinute(card.ends_at))}</span>
      )}
      {card.phase === 'authorised' && <AuthorisedLeft candidate={card.number} />}
      {card.phase === 'finished' && card.finish_reason && (
        <span>{fr.finish[card.finish_reason]}</span>
      )}
      {card.extra_time_percent > 0 && <span>{fr.card.extra(card.extra_time_percent)}</span>}
      {card.added_ms > 0 && <span>{fr.card.added(Math.round(card.added_ms / 60_000))}</span>}
      {card.incidents > 0 && (
        <span class="noted">
          <Icon name="flag" />
          {fr.card.incidents(card.incidents)}
        </span>
      )}
      {card.phase !== 'absent' && card.phase !== 'finished' && <LastSeen candidate={card.number} />}
    </p>
  );
}
