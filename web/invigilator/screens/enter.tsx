// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { ErrorSummary, type FormError } from '../../shared/ui/error_summary.tsx';
import { Field } from '../../shared/ui/field.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { ScreenTitle } from '../../shared/ui/screen_title.tsx';
import { Wordmark } from '../../shared/ui/wordmark.tsx';
import { useDesk } from '../control/context.ts';
import { sessionNumber } from '../../shared/typed/session_number.ts';
import { fr } from '../words/fr.ts';

const ids = { session: 'session', password: 'mot-de-passe' };
type EnterField = keyof typeof ids;

export function Enter() {
  const desk = useDesk();
  const [session, setSession] = useState('');
  const [password, setPassword] = useState('');
  const [errors, setErrors] = useState<FormError[]>([]);
  const [busy, setBusy] = useState(false);
  const errorOf = (field: EnterField) => errors.find((error) => error.target === ids[field])?.text;

  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    const number = sessionNumber(session);
    const wrong: FormError[] = [];
    if (number === undefined) wrong.push({ text: fr.enter.wrongSession, target: ids.session });
    if (password.trim() === '') wrong.push({ text: fr.enter.wrongPassword, target: ids.password });
    setErrors(wrong);
    if (number === undefined || wrong.length > 0) return;
    setBusy(true);
    const trouble = await desk.enter(number, password.trim());
    setBusy(false);
    if (trouble) setErrors([{ text: trouble.title, ...targetOf(trouble.field) }]);
  };

  return (
    <>
      <header class="page-header">
        <Wordmark />
      </header>
      <main class="column">
        <section class="sheet">
          <ScreenTitle page={fr.enter.title}>{fr.enter.title}</ScreenTitle>
          {desk.state.expired.value && (
            <Notice tone="warning" role="status">
              <p>{fr.enter.expired}</p>
            </Notice>
          )}
          <p class="soft">{fr.enter.intro}</p>
          <form class="form" noValidate onSubmit={submit}>
            <ErrorSummary title={fr.enter.summary} errors={errors} />
            <Field
              id={ids.session}
              label={fr.enter.session}
              hint={fr.enter.sessionHint}
              error={errorOf('session')}
              value={session}
              onValue={setSession}
            />
            <PasswordField error={errorOf('password')} value={password} onValue={setPassword} />
            <div class="buttons">
              <button class="button primary" aria-disabled={busy}>
                {busy ? fr.enter.busy : fr.enter.submit}
              </button>
            </div>
          </form>
        </section>
      </main>
    </>
  );
}

interface PasswordFieldProps {
  error: string | undefined;
  value: string;
  onValue(value: string): void;
}

function PasswordField(props: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <Field
      {...props}
      id={ids.password}
      label={fr.enter.password}
      type={shown ? 'text' : 'password'}
      autocapitalize="off"
    >
      <button type="button" class="button" aria-pressed={shown} onClick={() => setShown(!shown)}>
        {shown ? fr.enter.hide : fr.enter.show}
        <span class="sr-only"> le mot de passe</span>
      </button>
    </Field>
  );
}

function targetOf(field: string | undefined): { target?: string } {
  return field && field in ids ? { target: ids[field as EnterField] } : {};
}
