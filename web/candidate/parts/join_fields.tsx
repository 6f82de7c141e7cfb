// SPDX-License-Identifier: Apache-2.0
import { Field } from '../../shared/ui/field.tsx';
import type { JoinField, JoinForm } from '../model/join_form.ts';
import { fr } from '../words/fr.ts';
import { BirthdateField } from './birthdate_field.tsx';

/** The input to correct for each field. */
export const joinInputs: Record<JoinField, string> = {
  session: 'session',
  last_name: 'nom',
  first_name: 'prenom',
  birthdate: 'naissance-jour',
  code: 'code-personnel',
};

interface JoinFieldsProps {
  byCode: boolean;
  form: JoinForm;
  wrong: Partial<Record<JoinField, string>>;
  onForm(typed: Partial<JoinForm>): void;
}

export function JoinFields({ byCode, form, wrong, onForm }: JoinFieldsProps) {
  return (
    <>
      <Field
        id={joinInputs.session}
        label={fr.join.session}
        hint={fr.join.sessionHint}
        inputMode="numeric"
        error={wrong.session}
        value={form.session}
        onValue={(session) => onForm({ session })}
      />
      {byCode ? (
        <Field
          id={joinInputs.code}
          label={fr.join.code}
          hint={fr.join.codeHint}
          autocapitalize="characters"
          error={wrong.code}
          value={form.code}
          onValue={(code) => onForm({ code })}
        />
      ) : (
        <IdentityFields form={form} wrong={wrong} onForm={onForm} />
      )}
    </>
  );
}

function IdentityFields({ form, wrong, onForm }: Omit<JoinFieldsProps, 'byCode'>) {
  return (
    <>
      <div class="side-by-side">
        <Field
          id={joinInputs.last_name}
          label={fr.join.lastName}
          error={wrong.last_name}
          value={form.last_name}
          onValue={(last_name) => onForm({ last_name })}
        />
        <Field
          id={joinInputs.first_name}
          label={fr.join.firstName}
          error={wrong.first_name}
          value={form.first_name}
          onValue={(first_name) => onForm({ first_name })}
        />
      </div>
      <BirthdateField parts={form} error={wrong.birthdate} onParts={onForm} />
    </>
  );
}
