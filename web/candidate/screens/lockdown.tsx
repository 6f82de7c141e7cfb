// SPDX-License-Identifier: Apache-2.0
import { Icon } from '../../shared/ui/icon.tsx';
import { ScreenTitle } from '../../shared/ui/screen_title.tsx';
import { useStation } from '../control/context.ts';
import { Points } from '../parts/points.tsx';
import { fr } from '../words/fr.ts';

/** The session asks for a locked station and this one is not; the page goes on when it is. */
export function LockdownMissing() {
  const view = useStation().state.view.value;
  if (!view) return null;
  const { title, text, held, before, todo } = fr.lockdown;
  return (
    <section class="sheet narrow held">
      <p class="held-mark">
        <Icon name="lock" />
      </p>
      <ScreenTitle page={title}>{title}</ScreenTitle>
      <p class="lead">{text[view.lockdown.policy]}</p>
      <p>
        <strong>{view.phase === 'in_progress' ? held : before}</strong>
      </p>
      <Points items={todo} numbered />
    </section>
  );
}
