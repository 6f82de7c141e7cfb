// SPDX-License-Identifier: Apache-2.0
import { Icon, type IconName } from '../../shared/ui/icon.tsx';
import { useDesk } from '../control/context.ts';
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
      <PhaseChip phase={card.phase} />
    </p>
  );
}

/** Nothing is awaited any more of a session that is over. */
function PhaseChip({ phase }: { phase: Phase }) {
  const { finalised } = useDesk().state;
  if (finalised.value && (phase === 'present' || phase === 'authorised'))
    return <Chip look="absent" text={fr.neverStarted} />;
  return <Chip look={phase} text={fr.phase[phase]} />;
}

function Chip({ look, text }: { look: Phase; text: string }) {
  return (
    <span class={`chip ${look}`}>
      <Icon name={phaseIcons[look]} />
      {text}
    </span>
  );
}
