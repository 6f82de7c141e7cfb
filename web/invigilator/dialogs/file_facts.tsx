// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact';
import { hourMinute } from '../../shared/time/words.ts';
import type { Card } from '../model/session_view.ts';
import { AuthorisedLeft, LastSeen, TimeLeft } from '../parts/card_times.tsx';
import { fr, minutesInWords } from '../words/fr.ts';

interface FileFactsProps {
  card: Card;
  /** The personal code, once it has been read. */
  code: string | undefined;
  /** Of the candidate's receipt, once the test is finished. */
  receiptCode: string | null | undefined;
}

/** Where a candidate is, since when, until when. */
export function FileFacts({ card, code, receiptCode }: FileFactsProps) {
  const here = card.phase !== 'absent' && card.phase !== 'finished';
  return (
    <>
      {here && <p>{fr.way[card.way]}</p>}
      <dl class="facts">
        <Fact term={fr.file.seat} shown={here || card.seat !== ''}>
          {card.seat || fr.card.noSeat}
        </Fact>
        <Fact term={fr.file.progress} shown={card.started_at !== null}>
          {fr.card.answeredLong(card.answered, card.question_count)}
        </Fact>
        <Fact term={fr.file.left} shown={card.phase === 'in_progress'}>
          <TimeLeft candidate={card.number} precise />
        </Fact>
        <Fact term={fr.file.presence} shown={card.phase === 'authorised'}>
          <AuthorisedLeft candidate={card.number} />
        </Fact>
        <Fact term={fr.file.began} shown={card.started_at !== null}>
          {card.started_at && hourMinute(card.started_at)}
        </Fact>
        <Fact term={fr.file.ends} shown={card.ends_at !== null && card.phase === 'in_progress'}>
          {card.ends_at && hourMinute(card.ends_at)}
        </Fact>
        <Fact term={fr.file.added} shown={card.added_ms > 0}>
          {minutesInWords(Math.round(card.added_ms / 60_000))}
        </Fact>
        <Fact term={fr.file.seen} shown={here}>
          <LastSeen candidate={card.number} always />
        </Fact>
        <Fact term={fr.file.station} shown={here}>
          {fr.lockdown[card.lockdown.kind]} {card.lockdown.version}
        </Fact>
        <Code term={fr.file.code} hint={fr.file.codeHint} code={code} />
        <Code term={fr.file.receipt} hint={fr.file.receiptHint} code={receiptCode} />
      </dl>
    </>
  );
}

interface FactProps {
  term: string;
  shown: boolean;
  children: ComponentChildren;
}

function Fact({ term, shown, children }: FactProps) {
  if (!shown) return null;
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface CodeProps {
  term: string;
  hint: string;
  code: string | null | undefined;
}

/** A code to be read out. */
function Code({ term, hint, code }: CodeProps) {
  if (!code) return null;
  return (
    <div class="personal-code">
      <dt>{term}</dt>
      <dd>
        <strong class="digits">{code}</strong>
        <span class="hint">{hint}</span>
      </dd>
    </div>
  );
}
