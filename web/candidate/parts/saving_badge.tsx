// SPDX-License-Identifier: Apache-2.0
import { Icon, type IconName } from '../../shared/ui/icon.tsx';
import { hourMinute } from '../../shared/time/words.ts';
import { useStation } from '../control/context.ts';
import type { Badge } from '../model/badge.ts';
import { fr } from '../words/fr.ts';

const icons: Record<Badge['kind'], IconName> = {
  ready: 'check',
  saved: 'check',
  sending: 'send',
  kept: 'offline',
  held: 'clock',
  error: 'error',
};

/**
 * Where the answers are. Eyes see every change; screen readers are told only when something goes
 * wrong or is right again, so the visible words are hidden from them.
 */
export function SavingBadge() {
  const { badge, announcement } = useStation().state;
  const { kind } = badge.value;
  return (
    <div role="status" class={`badge ${kind}`}>
      <Icon name={icons[kind]} />
      <span aria-hidden="true" class="digits">
        {wordsOf(badge.value)}
      </span>
      <span class="sr-only">{announcement.value && fr.badge.announce[announcement.value]}</span>
    </div>
  );
}

function wordsOf(badge: Badge): string {
  switch (badge.kind) {
    case 'ready':
      return fr.badge.ready(badge.answered);
    case 'saved':
      return fr.badge.saved(hourMinute(badge.at), badge.copies);
    case 'sending':
      return fr.badge.sending;
    case 'kept':
      return fr.badge.kept(badge.count);
    case 'held':
      return fr.badge.held(badge.count);
    case 'error':
      return fr.badge.error;
  }
}
