// SPDX-License-Identifier: Apache-2.0
import { fr } from '../words/fr.ts';
import { resized } from './look.ts';

interface TextSizeProps {
  percent: number;
  onPercent(percent: number): void;
}

export function TextSize({ percent, onPercent }: TextSizeProps) {
  const button = (text: string, by: -1 | 1) => {
    const next = resized(percent, by);
    return (
      <button
        type="button"
        class="button"
        aria-disabled={next === percent}
        onClick={() => onPercent(next)}
      >
        {text}
      </button>
    );
  };
  return (
    <fieldset>
      <legend class="legend">{fr.display.size}</legend>
      <div class="stepper">
        {button(fr.display.smaller, -1)}
        <strong class="digits" role="status">
          {fr.display.percent(percent)}
        </strong>
        {button(fr.display.larger, 1)}
      </div>
    </fieldset>
  );
}
