// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { ErrorSummary, type FormError } from '../../shared/ui/error_summary.tsx';
import { Field } from '../../shared/ui/field.tsx';
import { ScreenTitle } from '../../shared/ui/screen_title.tsx';
import { sessionNumber } from '../../shared/typed/session_number.ts';
import { useStation } from '../control/context.ts';
import type { Trouble } from '../../shared/api/trouble.ts';
import { emptyForm, readJoinForm, type JoinField, type JoinForm } from '../model/join_form.ts';
import { BirthdateField } from '../parts/birthdate_field.tsx';
import { fr } from '../words/fr.ts';

type Wrong = Partial<Record<JoinField, string>>;

const inputs: Record<JoinField, string> = {
  session: 'session',
  last_name: 'nom',
  first_name: 'prenom',
  birthdate: 'naissance-jour',
};

/** An address such as http://examen.lan/#123456 fills the session number in. */
const numberInAddress = () => sessionNumber(location.hash.slice(1)) ?? '';

export function Join() {
  const station = useStation();
  const [form, setForm] = useState<JoinForm>(() => ({ ...emptyForm, session: numberInAddress() }));
  const [wrong, setWrong] = useState<Wrong>({});
  const [errors, setErrors] = useState<FormError[]>([]);
  const [busy, setBusy] = useState(false);

  const set = (field: keyof JoinForm) => (value: string) =>
    setForm((now) => ({ ...now, [field]: value }));
  const show = (found: Wrong, other: FormError[] = []) => {
    setWrong(found);
    setErrors([...listed(found), ...other]);
  };

  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    const read = readJoinForm(form);
    if ('wrong' in read)
      return show(Object.fromEntries(read.wrong.map((field) => [field, fr.join.wrong[field]])));
    setBusy(true);
    const trouble = await station.join(read.request);
    setBusy(false);
    showTrouble(trouble);
  };

  const showTrouble = (trouble: Trouble | undefined) => {
    if (!trouble) return;
    const field = trouble.field as JoinField | undefined;
    if (field && field in inputs) show({ [field]: trouble.title });
    else show({}, [{ text: trouble.title }]);
  };

  return (
    <section class="sheet narrow">
      <ScreenTitle page={fr.join.title}>{fr.join.title}</ScreenTitle>
      <p class="soft">{fr.join.intro}</p>
      <form class="form" noValidate onSubmit={submit}>
        <ErrorSummary title={fr.join.summary} errors={errors} />
        <Field
          id={inputs.session}
          label={fr.join.session}
          hint={fr.join.sessionHint}
          inputMode="numeric"
          error={wrong.session}
          value={form.session}
          onValue={set('session')}
        />
        <div class="side-by-side">
          <Field
            id={inputs.last_name}
            label={fr.join.lastName}
            error={wrong.last_name}
            value={form.last_name}
            onValue={set('last_name')}
          />
          <Field
            id={inputs.first_name}
            label={fr.join.firstName}
            error={wrong.first_name}
            value={form.first_name}
            onValue={set('first_name')}
          />
        </div>
        <BirthdateField
          parts={form}
          error={wrong.birthdate}
          onParts={(parts) => setForm((now) => ({ ...now, ...parts }))}
        />
        <div class="buttons">
          <button class="button primary" aria-disabled={busy}>
            {busy ? fr.join.busy : fr.join.submit}
          </button>
        </div>
      </form>
    </section>
  );
}

function listed(wrong: Wrong): FormError[] {
  return (Object.keys(inputs) as JoinField[]).flatMap((field) => {
    const text = wrong[field];
    return text ? [{ text, target: inputs[field] }] : [];
  });
}
