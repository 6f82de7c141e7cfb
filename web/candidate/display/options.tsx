// SPDX-License-Identifier: Apache-2.0

interface OptionsProps<Value extends string> {
  name: string;
  legend: string;
  /** The words of each value, in the order in which they are shown. */
  options: Record<Value, string>;
  value: Value;
  /** Each value is a theme, and wears its colours. */
  themes?: boolean;
  onValue(value: Value): void;
}

/** A few values side by side, one of which is chosen. */
export function Options<Value extends string>(props: OptionsProps<Value>) {
  const { name, legend, options, value, themes = false, onValue } = props;
  const entries = Object.entries(options) as [Value, string][];
  return (
    <fieldset>
      <legend class="legend">{legend}</legend>
      <div class="options">
        {entries.map(([one, words]) => (
          <label
            key={one}
            class={one === value ? 'option chosen' : 'option'}
            data-theme={themes ? one : undefined}
          >
            <input
              type="radio"
              name={name}
              value={one}
              checked={one === value}
              onChange={() => onValue(one)}
            />
            <span>{words}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
