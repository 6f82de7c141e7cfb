// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'preact/hooks';
import { sessionNumber } from '../../shared/typed/session_number.ts';
import { ErrorSummary, type FormError } from '../../shared/ui/error_summary.tsx';
import { Field } from '../../shared/ui/field.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { ScreenTitle } from '../../shared/ui/screen_title.tsx';
import { Wordmark } from '../../shared/ui/wordmark.tsx';
import { useDesk } from '../control/context.ts';
import { dayCodeIn } from '../model/day_code.ts';
import { passwordFrom } from '../model/password.ts';
import { DayCodeField, dayCodeId, dayCodeTrouble } from '../parts/day_code_field.tsx';
import { PasswordField, passwordId } from '../parts/password_field.tsx';
import { fr } from '../words/fr.ts';

const ids = { session: 'session', password: passwordId, name: 'nom', code: dayCodeId };
type EnterField = keyof typeof ids;

/** Session, password and a name of one's own; and the code of the day, when the box asks for it. */
export function Enter() {
  const desk = useDesk();
  const [session, setSession] = useState('');
  const [password, setPassword] = useState('');
  const [name, setName] = useState(desk.state.name.value);
  const [code, setCode] = useState(dayCodeIn(location.hash) ?? '');
  const [locked, setLocked] = useState(code !== '');
  const [errors, setErrors] = useState<FormError[]>([]);
  const [busy, setBusy] = useState(false);
  const errorOf = (field: EnterField) => errors.find((error) => error.target === ids[field])?.text;

  useEffect(() => {
    if (code !== '') history.replaceState(null, '', location.pathname);
  }, []);
  useEffect(() => {
    if (locked) document.getElementById(code === '' ? ids.code : ids.session)?.focus();
  }, [locked]);

  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    const number = sessionNumber(session);
    const secret = passwordFrom(password);
    const wrong: FormError[] = [];
    if (number === undefined) wrong.push({ text: fr.enter.wrongSession, target: ids.session });
    if (secret === '') wrong.push({ text: fr.enter.wrongPassword, target: ids.password });
    if (name.trim() === '') wrong.push({ text: fr.enter.wrongName, target: ids.name });
    const slip = locked ? dayCodeTrouble(code) : undefined;
    if (slip) wrong.push({ text: slip, target: ids.code });
    setErrors(wrong);
    if (number === undefined || wrong.length > 0) return;
    setBusy(true);
    const trouble =
      (locked ? await desk.unlock(number, secret, code) : undefined) ??
      (await desk.enter(number, secret, name.trim()));
    setBusy(false);
    if (trouble?.code === 'session_locked') return setLocked(true);
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
          <WhyAgain />
          {locked ? (
            <Notice tone="info" role="status">
              <p>{fr.dayCode.needed}</p>
            </Notice>
          ) : (
            <p class="soft">{fr.enter.intro}</p>
          )}
          <form class="form" noValidate onSubmit={submit}>
            <ErrorSummary title={fr.enter.summary} errors={errors} />
            <Field
              id={ids.session}
              label={fr.enter.session}
              hint={fr.enter.sessionHint}
              inputMode="numeric"
              error={errorOf('session')}
              value={session}
              onValue={setSession}
            />
            <PasswordField error={errorOf('password')} value={password} onValue={setPassword} />
            <Field
              id={ids.name}
              label={fr.enter.name}
              hint={fr.enter.nameHint}
              autocapitalize="words"
              error={errorOf('name')}
              value={name}
              onValue={setName}
            />
            {locked && <DayCodeField error={errorOf('code')} value={code} onValue={setCode} />}
            <div class="buttons">
              <button class="button primary" aria-disabled={busy}>
                {busy ? fr.enter.busy : locked ? fr.dayCode.submit : fr.enter.submit}
              </button>
            </div>
          </form>
        </section>
      </main>
    </>
  );
}

function WhyAgain() {
  const { state } = useDesk();
  const waiting = state.keptActs.value;
  if (!state.expired.value && waiting === 0) return null;
  return (
    <Notice tone="warning" role="status">
      {state.expired.value && <p>{fr.enter.expired}</p>}
      {waiting > 0 && <p>{fr.enter.waiting(waiting)}</p>}
    </Notice>
  );
}

function targetOf(field: string | undefined): { target?: string } {
  return field && field in ids ? { target: ids[field as EnterField] } : {};
}
