// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'preact/hooks';
import type { Trouble } from '../../shared/api/trouble.ts';
import { ErrorSummary, type FormError } from '../../shared/ui/error_summary.tsx';
import { ScreenTitle } from '../../shared/ui/screen_title.tsx';
import { address, seatCheckAddress } from '../control/address.ts';
import { useStation } from '../control/context.ts';
import { emptyForm, readCode, readIdentity } from '../model/join_form.ts';
import type { JoinField, JoinForm, ReadForm } from '../model/join_form.ts';
import { filledIn } from '../model/personal_code.ts';
import { joinInputs, JoinFields } from '../parts/join_fields.tsx';
import { fr } from '../words/fr.ts';

type Wrong = Partial<Record<JoinField, string>>;

/** With name and birth date, or with the code of one's slip. A link fills in what it knows. */
export function Join() {
  return <JoinForAddress key={address.value} {...filledIn(address.value)} />;
}

function JoinForAddress({ session, code }: { session: string; code: string }) {
  const station = useStation();
  const [form, setForm] = useState<JoinForm>(() => ({ ...emptyForm, session, code }));
  const [byCode, setByCode] = useState(code !== '');
  const [wrong, setWrong] = useState<Wrong>({});
  const [errors, setErrors] = useState<FormError[]>([]);
  const [busy, setBusy] = useState(false);

  const show = (found: Wrong, other: FormError[] = []) => {
    setWrong(found);
    setErrors([...listed(found), ...other]);
  };
  const showTrouble = ({ title, field, code: name }: Trouble) => {
    if (name === 'several_candidates') change(true);
    if (field && field in joinInputs && !(byCode && name === 'code_unknown'))
      show({ [field]: title });
    else show({}, [{ text: title, target: byCode ? joinInputs.code : undefined }]);
  };
  const enter = async (read: ReadForm) => {
    if (busy) return;
    if ('wrong' in read)
      return show(Object.fromEntries(read.wrong.map((field) => [field, fr.join.wrong[field]])));
    setBusy(true);
    const trouble = await station.join(read.request);
    setBusy(false);
    if (trouble) showTrouble(trouble);
  };
  const change = (toCode: boolean) => {
    setByCode(toCode);
    show({});
  };
  useEffect(() => {
    if (code !== '') void enter(readCode(form)); // the link says who it is: only the question is left
  }, []);

  return (
    <section class="sheet narrow">
      <ScreenTitle page={fr.join.title}>{fr.join.title}</ScreenTitle>
      <p class="soft">{byCode ? fr.join.byCodeIntro : fr.join.intro}</p>
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void enter(byCode ? readCode(form) : readIdentity(form));
        }}
      >
        <ErrorSummary title={fr.join.summary} errors={errors} />
        <JoinFields
          byCode={byCode}
          form={form}
          wrong={wrong}
          onForm={(typed) => setForm((now) => ({ ...now, ...typed }))}
        />
        <div class="buttons">
          <button class="button primary" aria-disabled={busy}>
            {busy ? fr.join.busy : fr.join.submit}
          </button>
          <button type="button" class="button" onClick={() => change(!byCode)}>
            {byCode ? fr.join.haveNoCode : fr.join.haveCode}
          </button>
        </div>
      </form>
      <p class="aside">
        <a href={seatCheckAddress}>{fr.join.checkSeat}</a>
      </p>
    </section>
  );
}

function listed(wrong: Wrong): FormError[] {
  return (Object.keys(joinInputs) as JoinField[]).flatMap((field) => {
    const text = wrong[field];
    return text ? [{ text, target: joinInputs[field] }] : [];
  });
}
