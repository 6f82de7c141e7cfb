// SPDX-License-Identifier: Apache-2.0
import { noLockdown } from './lockdown.ts';
import type { View } from './view.ts';

const quiet: Pick<
  View,
  | 'way'
  | 'seat'
  | 'added_ms'
  | 'holds'
  | 'report'
  | 'settled_report'
  | 'message'
  | 'display'
  | 'draft'
  | 'lockdown'
  | 'copies'
  | 'receipt'
> = {
  way: 'identity',
  seat: '',
  added_ms: 0,
  holds: [],
  report: null,
  settled_report: null,
  message: null,
  display: null,
  draft: null,
  lockdown: { ...noLockdown, policy: 'none', waived: false, missing: false },
  copies: 'box',
  receipt: null,
};

/** A box that does not know of holds, reports and the like has none. */
export function wholeView(view: View): View {
  return { ...quiet, ...view };
}
