// SPDX-License-Identifier: Apache-2.0
import { Wordmark } from '../../shared/ui/wordmark.tsx';
import { useStation } from '../control/context.ts';
import { DisplayButton } from '../display/display_button.tsx';
import { Progress } from './progress.tsx';
import { SavingBadge } from './saving_badge.tsx';
import { Timer } from './timer.tsx';

/** The product's name before the test; progress, badge and time during it. */
export function Header() {
  const { screen, view } = useStation().state;
  const inTest = screen.value === 'question' || screen.value === 'sending';
  if (inTest && view.value) {
    return (
      <header class="test-bar">
        <Progress view={view.value} />
        <SavingBadge />
        <Timer />
        <DisplayButton />
      </header>
    );
  }
  const who = view.value?.candidate;
  return (
    <header class="page-header">
      <Wordmark />
      {who && screen.value !== 'identity' && (
        <span class="soft">
          {who.first_name} {who.last_name}
        </span>
      )}
      <DisplayButton />
    </header>
  );
}
