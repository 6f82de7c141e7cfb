// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { FieldError } from '../../../shared/ui/field.tsx';
import { Icon } from '../../../shared/ui/icon.tsx';
import { fr } from '../../words/fr.ts';
import { inputId } from './answer_props.ts';

/** Whether the simulator has given its answer: the state of a field that nobody types in. */
export function SimulatedAnswer({ value, error }: { value: string; error: string | undefined }) {
  const [atFirst] = useState(value);
  const [title, hint] =
    value === ''
      ? [fr.simulator.none]
      : value === atFirst
        ? [fr.simulator.kept, fr.simulator.keptHint]
        : [fr.simulator.given, fr.simulator.givenHint];
  const id = inputId(0);
  return (
    <div class={error && value === '' ? 'field wrong' : 'field'} id={id} tabIndex={-1}>
      {value === '' && <FieldError id={id} error={error} />}
      <div class={value === '' ? 'simulated' : 'simulated given'} role="status">
        <Icon name={value === '' ? 'info' : 'check'} />
        <div>
          <p>{title}</p>
          {hint && <p class="hint">{hint}</p>}
        </div>
      </div>
    </div>
  );
}
