// SPDX-License-Identifier: Apache-2.0
import { Field } from '../../../shared/ui/field.tsx';
import { SafeHtml } from '../../../shared/ui/safe_html.tsx';
import { SelectField } from '../../../shared/ui/select_field.tsx';
import { typedOf, withTyped } from '../../model/answer_value.ts';
import { fr } from '../../words/fr.ts';
import { inputId, type AnswerProps } from './answer_props.ts';

/** Several answers, each in a field of its own. */
export function Fields({ question, texts, value, errors, onValue }: AnswerProps) {
  const { fields } = question;
  const typed = typedOf(value, fields);
  return (
    <fieldset class="answers">
      <legend class="legend">{fr.question.fields}</legend>
      {fields.map((field, row) => {
        const shared = {
          id: inputId(row),
          label: <SafeHtml html={texts.labels[row] ?? ''} lang={texts.language} />,
          error: errors.get(row),
          value: typed[row] ?? '',
          onValue: (text: string) => onValue(withTyped(value, fields, row, text)),
        };
        if (field.format === 'select')
          return (
            <SelectField
              key={field.name}
              {...shared}
              placeholder={fr.question.choose}
              options={field.options.map((text) => ({ value: text, text }))}
            />
          );
        const isNumber = field.format === 'number';
        return (
          <Field
            key={field.name}
            {...shared}
            {...(isNumber && { hint: fr.question.fieldNumber })}
            inputMode={isNumber ? 'decimal' : 'text'}
            autocapitalize="off"
          />
        );
      })}
    </fieldset>
  );
}
