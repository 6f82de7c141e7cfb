// SPDX-License-Identifier: Apache-2.0
import { problemsOf, type Measures } from './seat_check.ts';

/** One line of the seat check: what it is about, and how it stands. */
export interface SeatLine {
  name:
    'browser' | 'javascript' | 'indexeddb' | 'screen' | 'box' | 'clock' | 'latency' | 'lockdown';
  /** `bad`: no test here; `remark`: a test may be sat here all the same; `free`: as one wishes. */
  state: 'good' | 'free' | 'remark' | 'bad';
}

export function seatLines(measures: Measures): SeatLine[] {
  const problems = problemsOf(measures);
  const { box } = measures;
  const bad = (is: boolean) => (is ? 'bad' : 'good');
  const remark = (is: boolean) => (is ? 'remark' : 'good');
  const withBox: SeatLine[] = [
    { name: 'clock', state: remark(problems.includes('clock_skew')) },
    { name: 'latency', state: remark(problems.includes('latency_high')) },
  ];
  return [
    { name: 'browser', state: bad(problems.includes('browser_old')) },
    { name: 'javascript', state: 'good' },
    { name: 'indexeddb', state: bad(problems.includes('no_indexeddb')) },
    { name: 'screen', state: remark(problems.includes('screen_small')) },
    { name: 'box', state: bad(box === null) },
    ...(box ? withBox : []),
    { name: 'lockdown', state: measures.lockdown.kind === 'none' ? 'free' : 'good' },
  ];
}

/** The worst of the lines. */
export function verdictOf(lines: SeatLine[]): Exclude<SeatLine['state'], 'free'> {
  const states = lines.map(({ state }) => state);
  return states.includes('bad') ? 'bad' : states.includes('remark') ? 'remark' : 'good';
}
