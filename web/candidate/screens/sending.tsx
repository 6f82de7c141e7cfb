// SPDX-License-Identifier: Apache-2.0
import { ScreenTitle } from '../../shared/ui/screen_title.tsx';
import { useStation } from '../control/context.ts';
import { fr } from '../words/fr.ts';

/** The answer is kept here and on its way; the next question comes with the box's reply. */
export function Sending() {
  const { view, badge } = useStation().state;
  const title = fr.sending.title(view.value?.question?.number ?? view.value?.answered ?? 0);
  return (
    <section class="sheet busy">
      <ScreenTitle page={title}>{title}</ScreenTitle>
      <p class="lead">{badge.value.kind === 'kept' ? fr.sending.kept : fr.sending.sending}</p>
    </section>
  );
}
