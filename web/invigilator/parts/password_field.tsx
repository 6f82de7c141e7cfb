// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { Field } from '../../shared/ui/field.tsx';
import { inGroups } from '../model/password.ts';
import { fr } from '../words/fr.ts';

export const passwordId = 'mot-de-passe';

interface PasswordFieldProps {
  error: string | undefined;
  value: string;
  onValue(value: string): void;
}

/** Shown in groups as on the sheet; spaces and dashes never count. */
export function PasswordField({ value, ...props }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <Field
      {...props}
      id={passwordId}
      label={fr.enter.password}
      hint={fr.enter.passwordHint}
      type={shown ? 'text' : 'password'}
      autocapitalize="off"
      value={shown ? inGroups(value) : value}
    >
      <button type="button" class="button" aria-pressed={shown} onClick={() => setShown(!shown)}>
        {shown ? fr.enter.hide : fr.enter.show}
        <span class="sr-only">{fr.enter.thePassword}</span>
      </button>
    </Field>
  );
}
