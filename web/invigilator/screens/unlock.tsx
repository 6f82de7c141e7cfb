// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { ErrorSummary, type FormError } from '../../shared/ui/error_summary.tsx';
import { ScreenTitle } from '../../shared/ui/screen_title.tsx';
import { Wordmark } from '../../shared/ui/wordmark.tsx';
import { useDesk } from '../control/context.ts';
import { dayCodeIn } from '../model/day_code.ts';
import { passwordFrom } from '../model/password.ts';
import { DayCodeField, dayCodeId, dayCodeTrouble } from '../parts/day_code_field.tsx';
import { PasswordField, passwordId } from '../parts/password_field.tsx';
import { fr } from '../words/fr.ts';

const targets: Record<string, string> = { password: passwordId, code: dayCodeId };

/** The box started again under a desk that was at work: the same code opens the session again. */
export function Unlock() {
  const desk = useDesk();
  const session = desk.state.session.value;
  const [password, setPassword] = useState('');
  const [code, setCode] = useState(dayCodeIn(location.hash) ?? '');
  const [errors, setErrors] = useState<FormError[]>([]);
  const [busy, setBusy] = useState(false);
  const errorOf = (id: string) => errors.find((error) => error.target === id)?.text;

  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    const secret = passwordFrom(password);
    const slip = dayCodeTrouble(code);
    const wrong: FormError[] = [];
    if (secret === '') wrong.push({ text: fr.enter.wrongPassword, target: passwordId });
    if (slip) wrong.push({ text: slip, target: dayCodeId });
    setErrors(wrong);
    if (wrong.length > 0) return;
    setBusy(true);
    const trouble = await desk.unlock(session, secret, code);
    setBusy(false);
    if (!trouble) return;
    const target = trouble.field ? targets[trouble.field] : undefined;
    setErrors([{ text: trouble.title, ...(target ? { target } : {}) }]);
  };

  return (
    <>
      <header class="page-header">
        <Wordmark />
      </header>
      <main class="column">
        <section class="sheet">
          <ScreenTitle page={fr.dayCode.title}>{fr.dayCode.title}</ScreenTitle>
          <p>
            <strong>{fr.dayCode.session(session)}</strong>
          </p>
          <p class="soft">{fr.dayCode.again}</p>
          <form class="form" noValidate onSubmit={submit}>
            <ErrorSummary title={fr.enter.summary} errors={errors} />
            <PasswordField error={errorOf(passwordId)} value={password} onValue={setPassword} />
            <DayCodeField error={errorOf(dayCodeId)} value={code} onValue={setCode} />
            <div class="buttons">
              <button class="button primary" aria-disabled={busy}>
                {busy ? fr.enter.busy : fr.dayCode.submit}
              </button>
              <button type="button" class="button" onClick={() => void desk.leave()}>
                {fr.dayCode.leave}
              </button>
            </div>
          </form>
        </section>
      </main>
    </>
  );
}
