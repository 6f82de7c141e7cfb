// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { ErrorSummary, type FormError } from '../../shared/ui/error_summary.tsx';
import { Field } from '../../shared/ui/field.tsx';
import { ScreenTitle } from '../../shared/ui/screen_title.tsx';
import { useStation } from '../control/context.ts';
import { fr } from '../words/fr.ts';

const id = 'code';

export function AccessCode() {
  const station = useStation();
  const [code, setCode] = useState('');
  const [errors, setErrors] = useState<FormError[]>([]);
  const [busy, setBusy] = useState(false);
  const minutes = station.state.view.value?.candidate.duration_minutes ?? 0;

  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    const typed = code.replace(/\s/g, '').toUpperCase();
    if (typed === '') return setErrors([{ text: fr.code.missing, target: id }]);
    setBusy(true);
    const trouble = await station.start(typed);
    setBusy(false);
    setErrors(trouble ? [{ text: trouble.title, target: id }] : []);
  };

  return (
    <section class="sheet narrow">
      <ScreenTitle page={fr.code.title}>{fr.code.title}</ScreenTitle>
      <p class="lead">{fr.code.text}</p>
      <form class="form access-code" noValidate onSubmit={submit}>
        <ErrorSummary title={fr.code.summary} errors={errors} />
        <Field
          id={id}
          label={fr.code.label}
          hint={fr.code.hint}
          autocapitalize="characters"
          error={errors[0]?.text}
          value={code}
          onValue={setCode}
        />
        <p class="soft">{fr.code.warning(minutes)}</p>
        <div class="buttons">
          <button class="button primary" aria-disabled={busy}>
            {fr.code.submit}
          </button>
        </div>
      </form>
    </section>
  );
}
