// SPDX-License-Identifier: Apache-2.0
import { Icon, type IconName } from '../../shared/ui/icon.tsx';
import type { Card, Flag, Phase } from '../model/session_view.ts';
import { fr } from '../words/fr.ts';

const phaseIcons: Record<Phase, IconName> = {
  absent: 'absent',
  present: 'hand',
  authorised: 'key',
  in_progress: 'play',
  finished: 'check',
};

const flagIcons: Record<Flag, IconName> = {
  resume_requested: 'hand',
  deadline_passed: 'clock',
  offline: 'offline',
};

const flagOrder: Flag[] = ['resume_requested', 'deadline_passed', 'offline'];

/** A card's state and all its flags: one never hides another. */
export function CardChips({ card }: { card: Card }) {
  return (
    <p class="chips">
      {flagOrder
        .filter((flag) => card.flags.includes(flag))
        .map((flag) => (
          <span class={`chip ${flag}`} key={flag}>
            <Icon name={flagIcons[flag]} />
            {fr.flag[flag]}
          </span>
        ))}
      <span class={`chip ${card.phase}`}>
        <Icon name={phaseIcons[card.phase]} />
        {fr.phase[card.phase]}
      </span>
    </p>
  );
}
