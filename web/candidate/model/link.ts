// SPDX-License-Identifier: Apache-2.0

/** The link with the box, as the requests of this page saw it. */
export interface Link {
  failures: number;
  /** performance.now() of the last answer of the box; null before the first. */
  lastContact: number | null;
}

export const newLink: Link = { failures: 0, lastContact: null };

export function reached(now: number): Link {
  return { failures: 0, lastContact: now };
}

export function missed(link: Link): Link {
  return { ...link, failures: link.failures + 1 };
}

/** One lost request is nothing; two in a row is a cut. */
export function isOffline(link: Link): boolean {
  return link.failures >= 2;
}
