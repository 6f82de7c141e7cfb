// SPDX-License-Identifier: Apache-2.0
import { FieldError, describedBy } from '../../shared/ui/field.tsx';
import { pastedDate, type DateParts } from '../model/birthdate.ts';
import { fr } from '../words/fr.ts';

interface BirthdateFieldProps {
  parts: DateParts;
  error: string | undefined;
  onParts(parts: Partial<DateParts>): void;
}

const id = 'naissance';
const inputs = [
  { part: 'day', inputId: `${id}-jour`, label: fr.join.day },
  { part: 'month', inputId: `${id}-mois`, label: fr.join.month },
  { part: 'year', inputId: `${id}-annee`, label: fr.join.year },
] as const;

/** Day, month and year; a whole date pasted in any of the three fills them all. */
export function BirthdateField({ parts, error, onParts }: BirthdateFieldProps) {
  const paste = (event: ClipboardEvent) => {
    const date = pastedDate(event.clipboardData?.getData('text') ?? '');
    if (!date) return;
    event.preventDefault();
    onParts(date);
  };
  return (
    <fieldset
      class={error ? 'field wrong' : 'field'}
      aria-describedby={describedBy(id, fr.join.birthdateHint, error)}
    >
      <legend>{fr.join.birthdate}</legend>
      <p class="hint" id={`${id}-hint`}>
        {fr.join.birthdateHint}
      </p>
      <FieldError id={id} error={error} />
      <div class="date-parts">
        {inputs.map(({ part, inputId, label }) => (
          <div class="field" key={part}>
            <label for={inputId}>{label}</label>
            <input
              id={inputId}
              inputMode="numeric"
              autocomplete="off"
              value={parts[part]}
              aria-invalid={error ? true : undefined}
              onPaste={paste}
              onInput={(event) => onParts({ [part]: event.currentTarget.value })}
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}
