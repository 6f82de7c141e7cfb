// SPDX-License-Identifier: Apache-2.0
import { FieldError, describedBy } from '../../../shared/ui/field.tsx';
import { SafeHtml } from '../../../shared/ui/safe_html.tsx';
import { choiceValue, tickedOf } from '../../model/answer_value.ts';
import { fr } from '../../words/fr.ts';
import { inputId, type AnswerProps } from './answer_props.ts';

/** One proposal to choose, or several to tick. */
export function Choices({ question, texts, value, errors, onValue }: AnswerProps) {
  const single = question.kind === 'qcu';
  const ticked = tickedOf(value);
  const id = inputId(0);
  const error = errors.get(0);
  const toggle = (choice: number) => {
    if (single) return onValue(String(choice));
    onValue(
      choiceValue(
        ticked.includes(choice) ? ticked.filter((other) => other !== choice) : [...ticked, choice],
      ),
    );
  };
  return (
    <fieldset class="choices" aria-describedby={describedBy(id, undefined, error)}>
      <legend class="legend">{single ? fr.question.one : fr.question.several}</legend>
      <FieldError id={id} error={error} />
      {texts.proposals.map((html, index) => {
        const choice = index + 1;
        const chosen = ticked.includes(choice);
        return (
          <label class={chosen ? 'choice chosen' : 'choice'} key={choice}>
            <input
              type={single ? 'radio' : 'checkbox'}
              id={index === 0 ? id : undefined}
              name="reponse"
              value={choice}
              checked={chosen}
              onChange={() => toggle(choice)}
            />
            <SafeHtml html={html} lang={texts.language} />
          </label>
        );
      })}
    </fieldset>
  );
}
