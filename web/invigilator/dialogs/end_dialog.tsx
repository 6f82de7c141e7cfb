// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { useDesk } from '../control/context.ts';
import type { AbortReason } from '../model/session_view.ts';
import { descriptionBytesMax, excess, oneLine } from '../model/typed_text.ts';
import { abortReasons, fr } from '../words/fr.ts';
import { Choices } from '../parts/choices.tsx';
import type { CandidateDialogProps } from './dialog_stack.tsx';
import { focusOn } from './focus_on.ts';
import { AskFrame } from './frame.tsx';
import { TextArea } from './text_area.tsx';

const ids = { reason: 'raison-arret', note: 'remarque' };
const enoughAnswers = 20;
const choices = (['candidate', 'technical'] as const).map((value) => ({
  value,
  text: abortReasons[value],
}));

/** Ending a test cannot be undone: it is asked twice, with the name, and why. */
export function EndDialog({ candidate, onClose }: CandidateDialogProps) {
  const desk = useDesk();
  const card = desk.state.card(candidate);
  const [reason, setReason] = useState<AbortReason>();
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const [sure, setSure] = useState(false);
  const over = excess(note, descriptionBytesMax);

  const goOn = () => {
    setTried(true);
    if (!reason) return focusOn(ids.reason);
    if (over > 0) return focusOn(ids.note);
    setSure(true);
  };
  const end = () => {
    if (reason) void desk.act({ kind: 'end', candidate, reason, note: oneLine(note) });
    onClose();
  };
  if (sure)
    return (
      <AskFrame
        key="sure"
        title={fr.end.sureTitle(card)}
        submit={fr.end.sure(card)}
        danger
        onSubmit={end}
        onClose={onClose}
      >
        <p>{fr.end.sureText}</p>
      </AskFrame>
    );
  return (
    <AskFrame
      key="why"
      title={fr.end.title(card)}
      submit={fr.end.next}
      danger
      onSubmit={goOn}
      onClose={onClose}
    >
      <p>{fr.end.text(card)}</p>
      {card.answered < enoughAnswers && <p>{fr.end.few}</p>}
      <Choices
        id={ids.reason}
        legend={fr.end.reason}
        options={choices}
        chosen={reason}
        error={tried && !reason ? fr.end.missing : undefined}
        onChoose={(value) => setReason(value)}
      />
      <TextArea
        id={ids.note}
        label={`${fr.end.note} ${fr.optional}`}
        error={over > 0 ? fr.tooLong(over) : undefined}
        value={note}
        onValue={setNote}
      />
    </AskFrame>
  );
}
