// SPDX-License-Identifier: Apache-2.0

/** How a candidate wants to read: kept by the box, so that it follows them to another station. */
export interface Display {
  /** 100 to 200, by tens. */
  text_percent: number;
  spacing: 'normal' | 'wide' | 'wider';
  theme: 'clear' | 'cream' | 'dark' | 'contrast';
  font: 'standard' | 'opendyslexic';
  ruler: boolean;
  clock_hidden: boolean;
  /** The name of a speech voice of this station; "" for none. */
  voice: string;
}

export const plainDisplay: Display = {
  text_percent: 100,
  spacing: 'normal',
  theme: 'clear',
  font: 'standard',
  ruler: false,
  clock_hidden: false,
  voice: '',
};
