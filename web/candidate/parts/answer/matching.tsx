// SPDX-License-Identifier: Apache-2.0
import { SafeHtml } from '../../../shared/ui/safe_html.tsx';
import { plainText } from '../../../shared/ui/plain_text.ts';
import { SelectField } from '../../../shared/ui/select_field.tsx';
import { matchesOf, withMatch } from '../../model/answer_value.ts';
import { fr } from '../../words/fr.ts';
import { inputId, type AnswerProps } from './answer_props.ts';

/** Each line has a list of its own; two lines may have the same answer. */
export function Matching({ texts, value, errors, onValue }: AnswerProps) {
  const { proposals, targets, language } = texts;
  const matches = matchesOf(value, proposals.length);
  const options = targets.map((html, index) => ({
    value: String(index + 1),
    text: plainText(html),
  }));
  return (
    <fieldset class="answers">
      <legend class="legend">{fr.question.match}</legend>
      {proposals.map((html, row) => (
        <SelectField
          key={row}
          id={inputId(row)}
          label={<SafeHtml html={html} lang={language} />}
          error={errors.get(row)}
          placeholder={fr.question.choose}
          options={options}
          lang={language}
          value={matches[row] ? String(matches[row]) : ''}
          onValue={(target) => onValue(withMatch(value, proposals.length, row, Number(target)))}
        />
      ))}
    </fieldset>
  );
}
