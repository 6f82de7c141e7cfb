// SPDX-License-Identifier: Apache-2.0
import { Field } from '../../../shared/ui/field.tsx';
import { SelectField } from '../../../shared/ui/select_field.tsx';
import { fr } from '../../words/fr.ts';
import { inputId, type AnswerProps } from './answer_props.ts';
import { SimulatedAnswer } from './simulated_answer.tsx';

/** One answer: typed, chosen in a list, or given in the simulator. */
export function OneField({ question, value, errors, onValue }: AnswerProps) {
  if (question.simulator?.answers) return <SimulatedAnswer value={value} error={errors.get(0)} />;
  const shared = { id: inputId(0), error: errors.get(0), value, onValue };
  const isNumber = question.format === 'number';
  return (
    <div class="typed">
      {question.format === 'select' ? (
        <SelectField
          {...shared}
          label={fr.question.select}
          placeholder={fr.question.choose}
          options={question.options.map((text) => ({ value: text, text }))}
        />
      ) : (
        <Field
          {...shared}
          label={isNumber ? fr.question.number : fr.question.text}
          inputMode={isNumber ? 'decimal' : 'text'}
          autocapitalize="off"
        />
      )}
    </div>
  );
}
