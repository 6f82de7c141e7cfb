// SPDX-License-Identifier: Apache-2.0
import { FieldError, describedBy } from '../../shared/ui/field.tsx';

interface ChoicesProps<T extends string> {
  id: string;
  legend: string;
  hint?: string;
  options: readonly { value: T; text: string }[];
  chosen: T | undefined;
  error?: string | undefined;
  /** Side by side, for short ones. */
  inline?: boolean;
  onChoose(value: T): void;
}

/** One of a few, all in sight. The first takes the focus when an error points at `id`. */
export function Choices<T extends string>(props: ChoicesProps<T>) {
  const { id, legend, hint, options, chosen, error, inline, onChoose } = props;
  return (
    <fieldset
      class={error ? 'field wrong' : 'field'}
      aria-describedby={describedBy(id, hint, error)}
    >
      <legend>{legend}</legend>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={id} error={error} />
      <div class={inline ? 'choices inline' : 'choices'}>
        {options.map(({ value, text }, place) => (
          <label class="tick" key={value}>
            <input
              type="radio"
              id={place === 0 ? id : undefined}
              name={id}
              checked={chosen === value}
              onChange={() => onChoose(value)}
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
