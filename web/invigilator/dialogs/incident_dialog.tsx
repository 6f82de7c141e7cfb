// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { useDesk } from '../control/context.ts';
import { incidentCategories, needsDescription, type IncidentCategory } from '../model/incidents.ts';
import { descriptionBytesMax, excess, oneLine } from '../model/typed_text.ts';
import { fr, incidentCategories as words } from '../words/fr.ts';
import { Choices } from '../parts/choices.tsx';
import type { CandidateDialogProps } from './dialog_stack.tsx';
import { focusOn } from './focus_on.ts';
import { AskFrame } from './frame.tsx';
import { TextArea } from './text_area.tsx';

const ids = { category: 'nature', description: 'description' };
const options = incidentCategories.map((value) => ({ value, text: words[value] }));

/** Something to tell the platform about a candidate, written while it is fresh. */
export function IncidentDialog({ candidate, onClose }: CandidateDialogProps) {
  const desk = useDesk();
  const [category, setCategory] = useState<IncidentCategory>();
  const [description, setDescription] = useState('');
  const [tried, setTried] = useState(false);
  const text = oneLine(description);
  const over = excess(description, descriptionBytesMax);
  const lacksText = category !== undefined && needsDescription(category) && text === '';
  const optional = category !== undefined && !needsDescription(category);

  const note = () => {
    setTried(true);
    if (!category) return focusOn(ids.category);
    if (lacksText || over > 0) return focusOn(ids.description);
    void desk.act({ kind: 'incident', candidate, category, description: text });
    onClose();
  };
  return (
    <AskFrame
      title={fr.incident.title(desk.state.card(candidate))}
      submit={fr.incident.submit}
      onSubmit={note}
      onClose={onClose}
    >
      <Choices
        id={ids.category}
        legend={fr.incident.category}
        options={options}
        chosen={category}
        error={tried && !category ? fr.incident.missingCategory : undefined}
        onChoose={(value) => setCategory(value)}
      />
      <TextArea
        id={ids.description}
        label={optional ? `${fr.incident.description} ${fr.optional}` : fr.incident.description}
        hint={fr.incident.hint}
        error={
          over > 0
            ? fr.tooLong(over)
            : tried && lacksText
              ? fr.incident.missingDescription
              : undefined
        }
        value={description}
        onValue={setDescription}
      />
    </AskFrame>
  );
}
