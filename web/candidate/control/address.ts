// SPDX-License-Identifier: Apache-2.0
// What follows the # in the page's address: where one is before a test, or what a slip fills in.
import { signal } from '@preact/signals';
import { filledIn } from '../model/personal_code.ts';

export const seatCheckAddress = '#verification';

export const address = signal(location.hash);
addEventListener('hashchange', () => (address.value = location.hash));

/** A personal code leaves the address once it was used: the next person must not find it. */
export function dropCode() {
  const { session, code } = filledIn(location.hash);
  if (code === '') return;
  history.replaceState(null, '', `#${session}`);
  address.value = location.hash;
}
