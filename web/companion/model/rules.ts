// SPDX-License-Identifier: Apache-2.0
// What the browser lets through during a test.
import type { Lock } from './lock.ts';
import { webAddress } from './web_address.ts';

export interface Rule {
  id: number;
  priority: number;
  action: { type: 'block' | 'allow' };
  condition: { resourceTypes?: 'main_frame'[]; requestDomains?: string[] };
}

/** Nothing but the box: pages, and all they load. Without types a rule covers all but pages. */
export function rulesFor(lock: Lock | null): Rule[] {
  if (lock === null) return [];
  const block = { type: 'block' as const };
  const allow = { type: 'allow' as const };
  const pages = { resourceTypes: ['main_frame' as const] };
  const box = { requestDomains: [new URL(lock.box).hostname] };
  return [
    { id: 1, priority: 1, action: block, condition: {} },
    { id: 2, priority: 1, action: block, condition: pages },
    { id: 3, priority: 2, action: allow, condition: box },
    { id: 4, priority: 2, action: allow, condition: { ...box, ...pages } },
  ];
}

export const ruleIds = [1, 2, 3, 4];

const emptyPages = /^(about:(blank|newtab|home)|(chrome|edge):\/\/(newtab|new-tab-page))\b/;

/**
 * May a tab keep showing `url` during a test? The box, a new tab, the companion's own pages.
 * `own`: address of the companion's files. An address that is not known yet is let be.
 */
export function mayShow(lock: Lock, url: string, own: string): boolean {
  if (url === '' || url.startsWith(own) || emptyPages.test(url)) return true;
  const host = webAddress(url.replace(/^blob:/, ''))?.hostname;
  return host !== undefined && host === webAddress(lock.box)?.hostname;
}
