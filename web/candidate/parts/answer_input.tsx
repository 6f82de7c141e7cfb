// SPDX-License-Identifier: Apache-2.0
import { Field, FieldError, describedBy } from '../../shared/ui/field.tsx';
import { SafeHtml } from '../../shared/ui/safe_html.tsx';
import { choiceValue, tickedOf } from '../model/answer_value.ts';
import type { Question } from '../model/view.ts';
import { fr } from '../words/fr.ts';

/** The id of the input to go to when the answer is not complete. */
export const answerInputId = 'reponse';

interface AnswerInputProps {
  question: Question;
  value: string;
  error: string | undefined;
  onValue(value: string): void;
}

export function AnswerInput(props: AnswerInputProps) {
  return props.question.kind === 'qroc' ? <TypedAnswer {...props} /> : <Choices {...props} />;
}

function Choices({ question, value, error, onValue }: AnswerInputProps) {
  const single = question.kind === 'qcu';
  const ticked = tickedOf(value);
  const toggle = (choice: number) => {
    if (single) return onValue(String(choice));
    onValue(
      choiceValue(
        ticked.includes(choice) ? ticked.filter((other) => other !== choice) : [...ticked, choice],
      ),
    );
  };
  return (
    <fieldset class="choices" aria-describedby={describedBy(answerInputId, undefined, error)}>
      <legend class="legend">{single ? fr.question.one : fr.question.several}</legend>
      <FieldError id={answerInputId} error={error} />
      {question.proposals_html.map((html, index) => {
        const choice = index + 1;
        const chosen = ticked.includes(choice);
        return (
          <label class={chosen ? 'choice chosen' : 'choice'} key={choice}>
            <input
              type={single ? 'radio' : 'checkbox'}
              id={index === 0 ? answerInputId : undefined}
              name="reponse"
              value={choice}
              checked={chosen}
              onChange={() => toggle(choice)}
            />
            <SafeHtml html={html} />
          </label>
        );
      })}
    </fieldset>
  );
}

function TypedAnswer({ question, value, error, onValue }: AnswerInputProps) {
  const isNumber = question.format === 'number';
  return (
    <div class="typed">
      <Field
        id={answerInputId}
        label={isNumber ? fr.question.number : fr.question.text}
        inputMode={isNumber ? 'decimal' : 'text'}
        autocapitalize="off"
        error={error}
        value={value}
        onValue={onValue}
      />
    </div>
  );
}
