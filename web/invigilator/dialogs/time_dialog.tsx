// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { Field } from '../../shared/ui/field.tsx';
import { SelectField } from '../../shared/ui/select_field.tsx';
import { useDesk } from '../control/context.ts';
import { minutesFrom, quickMinutes } from '../model/minutes.ts';
import { oneLine } from '../model/typed_text.ts';
import { fr, minutesInWords, timeReasons } from '../words/fr.ts';
import { Choices } from '../parts/choices.tsx';
import type { DialogProps } from './dialog_stack.tsx';
import { focusOn } from './focus_on.ts';
import { AskFrame } from './frame.tsx';

const ids = { other: 'minutes-autre', minutes: 'minutes', reason: 'raison', own: 'raison-autre' };
const otherChoice = 'other';

interface TimeDialogProps extends DialogProps {
  /** null: everybody whose test is in progress. */
  candidate: number | null;
}

/** More time, and why: both are written in the journal. */
export function TimeDialog({ candidate, onClose }: TimeDialogProps) {
  const desk = useDesk();
  const [choice, setChoice] = useState('5');
  const [typed, setTyped] = useState('');
  const [preset, setPreset] = useState('');
  const [own, setOwn] = useState('');
  const [tried, setTried] = useState(false);
  const minutes = minutesFrom(choice === otherChoice ? typed : choice);
  const reason = oneLine(preset === otherChoice ? own : preset);
  const running = desk.state.cards.value.filter((card) => card.phase === 'in_progress').length;

  const submit = () => {
    setTried(true);
    if (minutes === undefined) return focusOn(ids.other);
    if (reason === '') return focusOn(preset === otherChoice ? ids.own : ids.reason);
    if (candidate === null) void desk.act({ kind: 'all_time', minutes, reason });
    else void desk.act({ kind: 'time', candidate, minutes, reason });
    onClose();
  };
  return (
    <AskFrame
      title={candidate === null ? fr.time.titleAll : fr.time.title(desk.state.card(candidate))}
      submit={minutes === undefined ? fr.time.submitEmpty : fr.time.submit(minutes)}
      onSubmit={submit}
      onClose={onClose}
    >
      {candidate === null && <p>{fr.time.textAll(running)}</p>}
      <Choices
        id={ids.minutes}
        legend={fr.time.minutes}
        inline
        options={[
          ...quickMinutes.map((n) => ({ value: String(n), text: minutesInWords(n) })),
          { value: otherChoice, text: fr.time.other },
        ]}
        chosen={choice}
        onChoose={setChoice}
      />
      {choice === otherChoice && (
        <Field
          id={ids.other}
          label={fr.time.otherLabel}
          inputMode="numeric"
          error={tried && minutes === undefined ? fr.time.wrongMinutes : undefined}
          value={typed}
          onValue={setTyped}
        />
      )}
      <SelectField
        id={ids.reason}
        label={fr.time.reason}
        placeholder={fr.time.choose}
        error={tried && preset === '' ? fr.time.wrongReason : undefined}
        options={[
          ...timeReasons.map((text) => ({ value: text, text })),
          { value: otherChoice, text: fr.time.otherReason },
        ]}
        value={preset}
        onValue={setPreset}
      />
      {preset === otherChoice && (
        <Field
          id={ids.own}
          label={fr.time.otherReasonLabel}
          error={tried && reason === '' ? fr.time.wrongReason : undefined}
          value={own}
          onValue={setOwn}
        />
      )}
    </AskFrame>
  );
}
