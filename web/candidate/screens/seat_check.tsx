// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Field } from '../../shared/ui/field.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { PageFooter } from '../../shared/ui/page_footer.tsx';
import { ScreenTitle } from '../../shared/ui/screen_title.tsx';
import { Wordmark } from '../../shared/ui/wordmark.tsx';
import { measure, tell } from '../control/seat_check.ts';
import { seatName, type Measures } from '../model/seat_check.ts';
import { seatLines, verdictOf } from '../model/seat_lines.ts';
import { unnamedSeat, type Seat, type SeatMemory } from '../outbox/seat_memory.ts';
import { SeatLineItem } from '../parts/seat_line.tsx';
import { fr } from '../words/fr.ts';

const words = fr.seatCheck;
const id = 'poste';

interface SeatCheckProps {
  /** Null when this browser keeps nothing. */
  memory: SeatMemory | null;
  /** What changes how one reads; nothing in a browser that keeps nothing. */
  display: ComponentChildren;
}

/** Is this station ready? It stands on its own: a station that is not fit for a test shows it too. */
export function SeatCheck({ memory, display }: SeatCheckProps) {
  const [measures, setMeasures] = useState<Measures>();
  const [seat, setSeat] = useState<Seat>();
  const [told, setTold] = useState<boolean>();

  const check = async () => {
    setMeasures(undefined);
    setTold(undefined);
    const found = await measure();
    const kept = (await memory?.seat().catch(() => null)) ?? seat ?? unnamedSeat();
    setMeasures(found);
    setSeat(kept);
    await memory?.keep(kept).catch(() => undefined);
    setTold(await tell(kept, found));
  };
  const send = async (name: string) => {
    if (!measures || !seat) return;
    const named = { ...seat, name };
    setSeat(named);
    await memory?.keep(named).catch(() => undefined);
    setTold(await tell(named, measures));
  };
  useEffect(() => void check(), []);

  return (
    <div class="page">
      <header class="page-header">
        <Wordmark />
        {display}
      </header>
      <main>
        <section class="sheet">
          <ScreenTitle page={words.title}>{words.title}</ScreenTitle>
          <p class="soft">{words.intro}</p>
          <Verdict measures={measures} />
          {measures && (
            <ul class="seat-lines" role="list">
              {seatLines(measures).map((line) => (
                <SeatLineItem key={line.name} line={line} measures={measures} />
              ))}
            </ul>
          )}
          {measures && seat && <SeatForm seat={seat} told={told} onName={send} />}
          <div class="buttons">
            <button type="button" class="button" onClick={() => void check()}>
              {words.again}
            </button>
            <a class="button" href="#">
              {words.join}
            </a>
          </div>
        </section>
      </main>
      <PageFooter />
    </div>
  );
}

function Verdict({ measures }: { measures: Measures | undefined }) {
  const verdict = measures && verdictOf(seatLines(measures));
  return (
    <div role="status">
      {!measures && <p class="lead">{words.checking}</p>}
      {verdict === 'good' && <Notice tone="success" title={words.ready} />}
      {verdict === 'remark' && <Notice tone="warning" title={words.remarks} />}
      {verdict === 'bad' && (
        <Notice tone="error" title={measures?.box === null ? words.noBox : words.unfit} />
      )}
    </div>
  );
}

interface SeatFormProps {
  seat: Seat;
  /** Whether the box has the result; undefined while it was not told. */
  told: boolean | undefined;
  onName(name: string): Promise<void>;
}

/** Typed once; afterwards the station tells its name by itself. */
function SeatForm({ seat, told, onName }: SeatFormProps) {
  const [typed, setTyped] = useState(seat.name);
  const [error, setError] = useState<string>();
  const submit = (event: Event) => {
    event.preventDefault();
    const name = seatName(typed);
    setError(name === '' ? words.seatMissing : undefined);
    if (name === '') document.getElementById(id)?.focus();
    else void onName(name);
  };
  return (
    <form class="form" noValidate onSubmit={submit}>
      <Field
        id={id}
        label={words.seat}
        hint={words.seatHint}
        error={error}
        value={typed}
        onValue={setTyped}
      />
      <div class="buttons">
        <button class="button primary">{words.send}</button>
      </div>
      <p role="status">
        {told === true && words.sent(seat.name)}
        {told === false && words.notSent}
      </p>
    </form>
  );
}
