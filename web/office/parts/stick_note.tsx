// SPDX-License-Identifier: Apache-2.0
import { Notice } from '../../shared/ui/notice.tsx';
import type { StickNews } from '../model/delivery.ts';
import { unbroken } from '../model/typography.ts';
import { fr } from '../words/fr.ts';

/** What became of the last USB stick. */
export function StickNote({ stick }: { stick: StickNews }) {
  const words = fr.stick;
  if (stick.error)
    return (
      <Notice tone="warning" role="status">
        <p>{unbroken(stick.error.message)}</p>
      </Notice>
    );
  if (!stick.here) return <p class="soft">{words.gone(stick.at)}</p>;
  return (
    <Notice tone="success" role="status">
      <p>
        {words.copied(stick.carried, stick.waiting)} {stick.taken > 0 && words.taken(stick.taken)}{' '}
        {words.remove}
      </p>
    </Notice>
  );
}
