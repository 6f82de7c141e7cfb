// SPDX-License-Identifier: Apache-2.0

interface AidProps {
  label: string;
  hint: string;
  on: boolean;
  onChange(on: boolean): void;
}

export function Aid({ label, hint, on, onChange }: AidProps) {
  return (
    <label class="tick">
      <input
        type="checkbox"
        checked={on}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>
        {label}
        <span class="hint block">{hint}</span>
      </span>
    </label>
  );
}
