// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact';
import { FieldError, describedBy } from './field.tsx';

interface SelectFieldProps {
  id: string;
  label: ComponentChildren;
  error?: string | undefined;
  /** What is said while nothing is chosen. */
  placeholder: string;
  options: { value: string; text: string }[];
  /** Of the options, when it is not the page's. */
  lang?: string | undefined;
  /** "" when nothing is chosen. */
  value: string;
  onValue(value: string): void;
}

/** A labelled list to choose from. Choosing changes nothing else on the page. */
export function SelectField(props: SelectFieldProps) {
  const { id, label, error, placeholder, options, lang, value, onValue } = props;
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={id}>{label}</label>
      <FieldError id={id} error={error} />
      <select
        id={id}
        value={value}
        aria-describedby={describedBy(id, undefined, error)}
        aria-invalid={error ? true : undefined}
        onChange={(event) => onValue(event.currentTarget.value)}
      >
        <option value="">{placeholder}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={lang}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  );
}
