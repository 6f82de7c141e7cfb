// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { missingIn, type Missing } from '../../candidate/model/gaps.ts';
import { textsOf } from '../../candidate/model/texts.ts';
import type { View } from '../../candidate/model/view.ts';
import { AnswerForm } from '../../candidate/parts/answer_form.tsx';
import { plainText } from '../../shared/ui/plain_text.ts';
import { SafeHtml } from '../../shared/ui/safe_html.tsx';
import type { Shown } from '../model/compiled.ts';
import { rightAnswer } from '../model/right_answer.ts';
import { Curve } from './curve.tsx';

/** One question as candidates see it, then what only its author sees. */
export function QuestionPreview({ shown, count }: { shown: Shown; count: number }) {
  const { question, secret } = shown;
  const [value, setValue] = useState('');
  const [english, setEnglish] = useState(false);
  const [missing, setMissing] = useState<Missing[]>([]);
  const view = { session: { question_count: count }, deadline_passed: false } as View;
  return (
    <>
      {question.english && (
        <button type="button" class="button quiet" onClick={() => setEnglish(!english)}>
          {english ? 'Voir en français' : 'Voir en anglais'}
        </button>
      )}
      <AnswerForm
        view={view}
        question={{ ...question, english: null }}
        texts={textsOf(question, english)}
        shown
        value={value}
        missing={missing}
        onValue={setValue}
        onSubmit={() => setMissing(missingIn(question, value))}
        onSkip={() => setValue('')}
      />
      <section class="sheet author" aria-label="Pour l’auteur">
        <h2>Réponse</h2>
        <ul>
          {rightAnswer(shown, plainText).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p class="hint">
          Réponse saisie ci-dessus, telle que le boîtier la lit : <code>{value || '–'}</code>
        </p>
        {secret.help !== '' && <SafeHtml class="help" html={secret.help} lang="fr" />}
        <h2>Place et calibration</h2>
        <p>
          Tube {secret.tube}, acquis {secret.skill}. Discriminant {secret.discriminant}, difficulté{' '}
          {secret.difficulty}. Traitements : {secret.treatments.join(', ') || 'aucun'}.
        </p>
        <Curve discriminant={secret.discriminant} difficulty={secret.difficulty} />
        <p class="hint">{shown.credit}</p>
      </section>
    </>
  );
}
