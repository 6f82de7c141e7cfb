// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { FieldError, describedBy } from '../../shared/ui/field.tsx';
import { fr } from '../words/fr.ts';

interface RulesFormProps {
  onBack: (() => void) | undefined;
  onAccept(): void;
}

const id = 'engagement';

/** The box to tick before going on. */
export function RulesForm({ onBack, onAccept }: RulesFormProps) {
  const [ticked, setTicked] = useState(false);
  const [error, setError] = useState<string>();
  const submit = (event: Event) => {
    event.preventDefault();
    if (ticked) return onAccept();
    setError(fr.information.rules.missing);
    document.getElementById(id)?.focus();
  };
  return (
    <form class="form" noValidate onSubmit={submit}>
      <div class={error && !ticked ? 'field wrong' : 'field'}>
        {!ticked && <FieldError id={id} error={error} />}
        <label class="tick">
          <input
            type="checkbox"
            id={id}
            checked={ticked}
            aria-invalid={error && !ticked ? true : undefined}
            aria-describedby={describedBy(id, undefined, ticked ? undefined : error)}
            onChange={(event) => setTicked(event.currentTarget.checked)}
          />
          <strong>{fr.information.rules.accept}</strong>
        </label>
      </div>
      <div class="buttons">
        <button class="button primary">{fr.information.rules.submit}</button>
        {onBack && (
          <button type="button" class="button" onClick={onBack}>
            {fr.back}
          </button>
        )}
      </div>
    </form>
  );
}
