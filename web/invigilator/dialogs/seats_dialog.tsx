// SPDX-License-Identifier: Apache-2.0
import { hourMinute } from '../../shared/time/words.ts';
import { Icon } from '../../shared/ui/icon.tsx';
import { useDesk } from '../control/context.ts';
import { useAnswer } from '../control/use_answer.ts';
import { seatsInOrder, type Seat, type SeatProblem } from '../model/seats.ts';
import { fr } from '../words/fr.ts';
import type { DialogProps } from './dialog_stack.tsx';
import { Frame } from './frame.tsx';

/** The stations that were checked before the session, and what each still needs. */
export function SeatsDialog({ onClose }: DialogProps) {
  const desk = useDesk();
  const news = desk.state.view.value?.seats;
  const answer = useAnswer(() => desk.seats(), [news?.ready, news?.attention]);
  return (
    <Frame title={fr.seats.title} wide onClose={onClose}>
      {answer === 'unreachable' && <p role="alert">{fr.seats.unreachable}</p>}
      {answer === 'asked' && <p>{fr.seats.reading}</p>}
      {typeof answer === 'object' && <Seats seats={seatsInOrder(answer.seats)} />}
    </Frame>
  );
}

function Seats({ seats }: { seats: Seat[] }) {
  if (seats.length === 0)
    return (
      <>
        <p>{fr.seats.none}</p>
        <p>{fr.seats.howTo}</p>
      </>
    );
  const ready = seats.filter((seat) => seat.problems.length === 0).length;
  return (
    <>
      <p>
        <strong>{fr.seats.summary(ready, seats.length)}</strong>
      </p>
      <ul class="seats" role="list">
        {seats.map((seat) => (
          <SeatLine key={`${seat.seat} ${seat.address} ${seat.checked_at}`} seat={seat} />
        ))}
      </ul>
    </>
  );
}

function SeatLine({ seat }: { seat: Seat }) {
  const ready = seat.problems.length === 0;
  return (
    <li class={ready ? 'ready' : 'attention'}>
      <Icon name={ready ? 'check' : 'warning'} />
      <div>
        <p>
          <strong>{seat.seat ? fr.card.seat(seat.seat) : fr.seats.unnamed}</strong>{' '}
          {ready ? fr.seats.ready : fr.seats.todo}
        </p>
        {seat.problems.map((problem) => (
          <p key={problem}>
            {(fr.seats.problem as Partial<Record<SeatProblem, string>>)[problem] ??
              fr.seats.unknownProblem(problem)}
          </p>
        ))}
        <p class="soft">
          {[
            seat.address,
            seat.browser,
            seat.screen,
            seat.lockdown.kind !== 'none' &&
              `${fr.lockdown[seat.lockdown.kind]} ${seat.lockdown.version}`,
            fr.seats.checked(hourMinute(seat.checked_at)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
    </li>
  );
}
