// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { ErrorSummary, type FormError } from '../../shared/ui/error_summary.tsx';
import { Field } from '../../shared/ui/field.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { ScreenTitle } from '../../shared/ui/screen_title.tsx';
import { useOffice } from '../control/context.ts';
import { isWholeCode, officeCode } from '../model/office_code.ts';
import { fr } from '../words/fr.ts';

const codeId = 'code';

/** One code for the whole office. */
export function Enter() {
  const office = useOffice();
  const [code, setCode] = useState('');
  const [errors, setErrors] = useState<FormError[]>([]);
  const [busy, setBusy] = useState(false);

  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    if (!isWholeCode(code)) return setErrors([{ text: fr.enter.wrong, target: codeId }]);
    setErrors([]);
    setBusy(true);
    const trouble = await office.enter(code);
    setBusy(false);
    if (trouble) setErrors([{ text: trouble.title, target: codeId }]);
  };

  return (
    <main class="column">
      <section class="sheet">
        <ScreenTitle page={fr.enter.title}>{fr.enter.title}</ScreenTitle>
        {office.expired.value && (
          <Notice tone="warning" role="status">
            <p>{fr.enter.expired}</p>
          </Notice>
        )}
        <p class="soft">{fr.enter.intro}</p>
        <form class="form" noValidate onSubmit={submit}>
          <ErrorSummary title={fr.enter.summary} errors={errors} />
          <Field
            id={codeId}
            label={fr.enter.code}
            hint={fr.enter.codeHint}
            autocapitalize="characters"
            error={errors[0]?.text}
            value={code}
            onValue={(typed) => setCode(officeCode(typed))}
          />
          <div class="buttons">
            <button class="button primary" aria-disabled={busy}>
              {busy ? fr.enter.busy : fr.enter.submit}
            </button>
          </div>
        </form>
      </section>
    </main>
  );
}
