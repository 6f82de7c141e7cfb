// SPDX-License-Identifier: Apache-2.0
import { ScreenTitle } from '../../shared/ui/screen_title.tsx';
import { useStation } from '../control/context.ts';
import { fr } from '../words/fr.ts';

/** The answer is kept here and on its way; the next question comes with the box's reply. */
export function Sending() {
  const { view, badge } = useStation().state;
  const { kind } = badge.value;
  const title = fr.sending.title(view.value?.question?.number ?? view.value?.answered ?? 0);
  return (
    <section class={kind === 'held' ? 'sheet' : 'sheet busy'}>
      <ScreenTitle page={title}>{title}</ScreenTitle>
      <p class="lead">
        {kind === 'kept' || kind === 'held' ? fr.sending[kind] : fr.sending.sending}
      </p>
    </section>
  );
}
