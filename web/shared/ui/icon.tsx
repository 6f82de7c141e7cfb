// SPDX-License-Identifier: Apache-2.0

const drawings = {
  check: 'M4 12.5l5 5L20 6.5',
  send: 'M4 12h14M12 5l7 7-7 7',
  offline:
    'M3 3l18 18M5 12a10 10 0 0 1 4-2.5M2 8.5A15 15 0 0 1 6 6M9 15.5a5 5 0 0 1 5.5-.6M12 19.5h.01M13 9a10 10 0 0 1 6 3M11 5a15 15 0 0 1 11 3.5',
  warning: 'M12 3.500L22 20H2zM12 10v4.500M12 17.300h.01',
  error: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8.5 8.500l7 7M15.5 8.500l-7 7',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5.500M12 7.700h.01',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5.300l3.5 2',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.5 20.500c.8-4 4-6 7.5-6s6.7 2 7.5 6',
  absent: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
  hand: 'M7 12V6.500a1.5 1.5 0 0 1 3 0V11M10 10.500V4.500a1.5 1.5 0 0 1 3 0V11M13 6.500a1.5 1.5 0 0 1 3 0V12M16 9.500a1.5 1.5 0 0 1 3 0V14c0 4-2.5 7-6.5 7-3.5 0-5-2-8-7a1.5 1.5 0 0 1 2.5-1.700L7 14',
  play: 'M7 4.500v15l12-7.500z',
  key: 'M8 9a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM11 10.500L20.5 4M17 6.500l2.5 3M14 8.500l2 2.5',
  flag: 'M5 21V4M5 4.500h13l-3 4 3 4H5',
  up: 'M12 20V5M5.5 11L12 4.500l6.5 6.500',
  down: 'M12 4v15M5.5 13l6.5 6.500 6.5-6.500',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  zoom: 'M10.5 4a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13zM15.500 15.500L21 21M10.500 7.500v6M7.500 10.500h6',
  target: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8z',
  language: 'M3 6h10M8 4v2M11 6c-1 4-4 7-7 8M6 9c1 3 3 5 5 6M13 20l4-10 4 10M14.500 17h5',
  display: 'M3 18L8 6l5 12M4.700 14h6.600M15 18l3-7.500L21 18M16 15.500h4',
  sound:
    'M4 9.500v5h3.500L12 18.500v-13L7.500 9.500zM15.500 9a4 4 0 0 1 0 6M18 6.500a8 8 0 0 1 0 11',
  pause: 'M8.500 5v14M15.500 5v14',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
} as const;

export type IconName = keyof typeof drawings;

/** A drawing beside words, never instead of them. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  );
}
