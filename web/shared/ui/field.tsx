// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact';

interface FieldProps {
  id: string;
  type?: 'text' | 'password';
  inputMode?: 'text' | 'numeric' | 'decimal';
  autocapitalize?: 'off' | 'words' | 'characters';
  label: ComponentChildren;
  hint?: string;
  error?: string | undefined;
  value: string;
  onValue(value: string): void;
  /** Beside the input, such as a show/hide button. */
  children?: ComponentChildren;
}

/** A labelled text input with its hint and its error, tied together for screen readers. */
export function Field({
  id,
  label,
  hint,
  error,
  value,
  onValue,
  children,
  type = 'text',
  ...input
}: FieldProps) {
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={id} error={error} />
      <div class="field-line">
        <input
          autocomplete="off"
          spellcheck={false}
          {...input}
          id={id}
          type={type as 'text'} // the typings take one literal, not a choice
          value={value}
          aria-describedby={describedBy(id, hint, error)}
          aria-invalid={error ? true : undefined}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
        {children}
      </div>
    </div>
  );
}

export function FieldError({ id, error }: { id: string; error?: string | undefined }) {
  if (!error) return null;
  return (
    <p class="field-error" id={`${id}-error`}>
      {error}
    </p>
  );
}

export function describedBy(id: string, hint?: string, error?: string): string | undefined {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}
