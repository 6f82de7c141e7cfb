// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { FieldError, describedBy } from '../../shared/ui/field.tsx';
import type { Question } from '../model/question.ts';
import type { ReportReason } from '../model/view.ts';
import { fr } from '../words/fr.ts';
import { reasonsOf } from './reasons.ts';

const id = 'raison';

interface ReasonFormProps {
  question: Question;
  reason: ReportReason | undefined;
  onReason(reason: ReportReason): void;
  onContinue(): void;
  onCancel(): void;
}

export function ReasonForm({ question, reason, onReason, onContinue, onCancel }: ReasonFormProps) {
  const [tried, setTried] = useState(false);
  const error = tried && !reason ? fr.report.missing : undefined;
  const submit = (event: Event) => {
    event.preventDefault();
    if (reason) return onContinue();
    setTried(true);
    document.getElementById(id)?.focus();
  };
  return (
    <form class="form" noValidate onSubmit={submit}>
      <fieldset
        class={error ? 'choices field wrong' : 'choices'}
        aria-describedby={describedBy(id, undefined, error)}
      >
        <legend class="legend">{fr.report.intro}</legend>
        <FieldError id={id} error={error} />
        {reasonsOf(question).map((one, index) => (
          <label key={one} class={one === reason ? 'choice chosen' : 'choice'}>
            <input
              type="radio"
              id={index === 0 ? id : undefined}
              name="raison"
              value={one}
              checked={one === reason}
              onChange={() => onReason(one)}
            />
            <span>{fr.report.reasons[one]}</span>
          </label>
        ))}
      </fieldset>
      <p class="hint">{fr.report.notForHard}</p>
      <div class="buttons">
        <button class="button primary">{fr.report.continue}</button>
        <button type="button" class="button" onClick={onCancel}>
          {fr.report.cancel}
        </button>
      </div>
    </form>
  );
}
