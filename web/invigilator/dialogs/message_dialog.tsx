// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { hourMinute } from '../../shared/time/words.ts';
import { useDesk } from '../control/context.ts';
import { excess, messageBytesMax, oneLine } from '../model/typed_text.ts';
import { fr } from '../words/fr.ts';
import type { DialogProps } from './dialog_stack.tsx';
import { focusOn } from './focus_on.ts';
import { AskFrame } from './frame.tsx';
import { TextArea } from './text_area.tsx';

const fieldId = 'message';

export function MessageDialog({ onClose }: DialogProps) {
  const desk = useDesk();
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const message = oneLine(text);
  const over = excess(text, messageBytesMax);
  const error =
    over > 0 ? fr.tooLong(over) : tried && message === '' ? fr.message.missing : undefined;
  const send = () => {
    setTried(true);
    if (message === '' || over > 0) return focusOn(fieldId);
    void desk.act({ kind: 'message', text: message });
    onClose();
  };
  return (
    <AskFrame title={fr.message.title} submit={fr.message.submit} onSubmit={send} onClose={onClose}>
      <TextArea
        id={fieldId}
        label={fr.message.label}
        hint={fr.message.hint}
        error={error}
        value={text}
        onValue={setText}
      />
      <Sent />
    </AskFrame>
  );
}

function Sent() {
  const messages = useDesk().state.view.value?.messages ?? [];
  if (messages.length === 0) return null;
  return (
    <section>
      <h3>{fr.message.sent}</h3>
      <ul class="names">
        {[...messages].reverse().map((message) => (
          <li key={message.number}>
            <span class="soft">
              {hourMinute(message.at)}
              {message.by && `, ${message.by}`}
            </span>
            <br />
            {message.text}
          </li>
        ))}
      </ul>
    </section>
  );
}
