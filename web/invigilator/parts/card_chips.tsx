// SPDX-License-Identifier: Apache-2.0
import { Icon, type IconName } from '../../shared/ui/icon.tsx';
import { useDesk } from '../control/context.ts';
import { flags, type Card, type Flag, type Phase } from '../model/session_view.ts';
import { fr } from '../words/fr.ts';

const phaseIcons: Record<Phase, IconName> = {
  absent: 'absent',
  present: 'person',
  authorised: 'key',
  in_progress: 'play',
  finished: 'check',
};

const flagIcons: Record<Flag, IconName> = {
  report: 'hand',
  lockdown_missing: 'unlocked',
  resume_requested: 'exchange',
  deadline_passed: 'clock',
  offline: 'offline',
  silent: 'offline',
  interruption: 'cut',
  paused: 'pause',
  focus_lost: 'target',
  homonym: 'twins',
  lockdown_waived: 'unlocked',
};

/** A card's state and all its flags: one never hides another. */
export function CardChips({ card }: { card: Card }) {
  return (
    <p class="chips">
      {flags
        .filter((flag) => card.flags.includes(flag))
        .map((flag) => (
          <Chip key={flag} look={flag} icon={flagIcons[flag]} text={fr.flag[flag]} />
        ))}
      <PhaseChip phase={card.phase} />
    </p>
  );
}

/** Nothing is awaited any more of a session that is over. */
function PhaseChip({ phase }: { phase: Phase }) {
  const { finalised } = useDesk().state;
  if (finalised.value && (phase === 'present' || phase === 'authorised'))
    return <Chip look="absent" icon={phaseIcons.absent} text={fr.neverStarted} />;
  return <Chip look={phase} icon={phaseIcons[phase]} text={fr.phase[phase]} />;
}

function Chip({ look, icon, text }: { look: Phase | Flag; icon: IconName; text: string }) {
  return (
    <span class={`chip ${look}`}>
      <Icon name={icon} />
      {text}
    </span>
  );
}
