// SPDX-License-Identifier: Apache-2.0
import { plainDisplay, type Display } from '../model/display.ts';

export const textPercents = { least: 100, most: 200, step: 10 };

/** From this size on, nothing stays in sight while the page scrolls: it would leave no room. */
const largePercent = 140;

/** What the page wears; null: as the system wishes. */
export interface Look {
  theme: Display['theme'] | null;
  font: Display['font'];
  spacing: Display['spacing'];
  scale: number;
  large: boolean;
}

export function lookOf(display: Display): Look {
  const { theme, font, spacing, text_percent } = display;
  return {
    theme: isUnchosen(display) ? null : theme,
    font,
    spacing,
    scale: text_percent / 100,
    large: text_percent >= largePercent,
  };
}

/** Nobody has chosen anything, here or at another station. */
export function isUnchosen(display: Display): boolean {
  return display === plainDisplay;
}

/** The size one step larger or smaller; the same at the end. */
export function resized(percent: number, by: -1 | 1): number {
  const { least, most, step } = textPercents;
  return Math.min(most, Math.max(least, percent + by * step));
}

/** Puts the look on the page. By the object model: the page's policy refuses style attributes. */
export function wear(root: HTMLElement, look: Look) {
  root.style.setProperty('--text-scale', String(look.scale));
  root.dataset['font'] = look.font;
  root.dataset['spacing'] = look.spacing;
  root.toggleAttribute('data-large', look.large);
  if (look.theme) root.dataset['theme'] = look.theme;
  else delete root.dataset['theme'];
}
