// SPDX-License-Identifier: Apache-2.0
// What the candidate's page and the companion say to each other, through the page's own window.

export type Ask = 'ping' | 'lock' | 'unlock';

export interface State {
  version: string;
  /** To the box of the page that asks. */
  locked: boolean;
}

/** Nothing when the message is not exactly one to the companion. */
export function readAsk(data: unknown): Ask | null {
  if (typeof data !== 'object' || data === null) return null;
  const { preau, to, type } = data as Record<string, unknown>;
  if (preau !== 1 || to !== 'companion') return null;
  return type === 'ping' || type === 'lock' || type === 'unlock' ? type : null;
}

export function pong({ version, locked }: State) {
  return { preau: 1, from: 'companion', type: 'pong', version, locked };
}

/** What a page says of itself in its head decides what it may ask. */
export function mayAsk(page: string | null, ask: Ask): boolean {
  return page === 'candidate' || (page === 'companion' && ask === 'ping');
}
