// SPDX-License-Identifier: Apache-2.0
import { SafeHtml } from '../../shared/ui/safe_html.tsx';
import { tickedOf } from '../model/answer_value.ts';
import type { Question } from '../model/view.ts';
import { fr } from '../words/fr.ts';

/** The answer about to be sent, as the candidate gave it. */
export function Recap({ question, value }: { question: Question; value: string }) {
  return (
    <div class="recap">
      <p class="soft">{fr.question.answer}</p>
      {question.kind === 'qroc' ? (
        <p class="recap-answer">{value}</p>
      ) : (
        <Ticked question={question} value={value} />
      )}
    </div>
  );
}

function Ticked({ question, value }: { question: Question; value: string }) {
  return (
    <ul>
      {tickedOf(value).map((choice) => (
        <li key={choice}>
          <SafeHtml class="recap-answer" html={question.proposals_html[choice - 1] ?? ''} />
        </li>
      ))}
    </ul>
  );
}
