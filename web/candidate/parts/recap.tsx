// SPDX-License-Identifier: Apache-2.0
import { SafeHtml } from '../../shared/ui/safe_html.tsx';
import type { Question } from '../model/question.ts';
import { recapOf, type RecapLine, type Said } from '../model/recap.ts';
import type { Language, Texts } from '../model/texts.ts';
import { fr } from '../words/fr.ts';

interface RecapProps {
  question: Question;
  texts: Texts;
  value: string;
}

/** The answer about to be sent, in the words that the candidate chose or typed. */
export function Recap({ question, texts, value }: RecapProps) {
  const { shape, lines } = recapOf(question, texts, value);
  const said = (line: RecapLine) => <Words said={line.said} language={texts.language} />;
  return (
    <div class="recap">
      <p class="soft">{fr.question.answer}</p>
      {shape === 'simulator' && <p class="recap-answer">{fr.simulator.given}</p>}
      {shape === 'text' && lines.map(said)}
      {shape === 'list' && (
        <ul>
          {lines.map((line, index) => (
            <li key={index}>{said(line)}</li>
          ))}
        </ul>
      )}
      {shape === 'numbered' && (
        <ol>
          {lines.map((line, index) => (
            <li key={index}>{said(line)}</li>
          ))}
        </ol>
      )}
      {shape === 'pairs' && (
        <dl>
          {lines.map((line, index) => (
            <div key={index}>
              <dt>
                <SafeHtml html={line.asked ?? ''} lang={texts.language} />
              </dt>
              <dd>{said(line)}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

function Words({ said, language }: { said: Said; language: Language }) {
  if ('html' in said) return <SafeHtml class="recap-answer" html={said.html} lang={language} />;
  if (said.text === '') return <p class="soft">{fr.confirm.blankField}</p>;
  return <p class="recap-answer">{said.text}</p>;
}
