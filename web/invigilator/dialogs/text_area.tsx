// SPDX-License-Identifier: Apache-2.0
import { FieldError, describedBy } from '../../shared/ui/field.tsx';

interface TextAreaProps {
  id: string;
  label: string;
  hint?: string;
  error?: string | undefined;
  value: string;
  onValue(value: string): void;
}

/** A few lines of text. */
export function TextArea({ id, label, hint, error, value, onValue }: TextAreaProps) {
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={id} error={error} />
      <textarea
        id={id}
        rows={3}
        value={value}
        aria-describedby={describedBy(id, hint, error)}
        aria-invalid={error ? true : undefined}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    </div>
  );
}
