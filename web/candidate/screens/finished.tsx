// SPDX-License-Identifier: Apache-2.0
import { Notice } from '../../shared/ui/notice.tsx';
import { ScreenTitle } from '../../shared/ui/screen_title.tsx';
import { useStation } from '../control/context.ts';
import { ReceiptCode } from '../parts/receipt_code.tsx';
import { fr } from '../words/fr.ts';

/** The end. It says that everything arrived only when it did. */
export function Finished() {
  const { view, pending } = useStation().state;
  if (!view.value) return null;
  const reason = view.value.finish_reason ?? 'completed';
  const { answered, session } = view.value;
  return (
    <section class="sheet narrow">
      <ScreenTitle page={fr.finished.title[reason]}>{fr.finished.title[reason]}</ScreenTitle>
      <p class="lead">{fr.finished.text[reason]}</p>
      <p>{fr.finished.answers(answered, session.question_count)}</p>
      {pending.value > 0 ? (
        <Notice tone="warning" role="status">
          <p>{fr.finished.someKept(pending.value)}</p>
        </Notice>
      ) : (
        <AllSettled />
      )}
    </section>
  );
}

/** The box has decided about every answer of this station. */
function AllSettled() {
  const station = useStation();
  const { view, tooLate } = station.state;
  const receipt = view.value?.receipt;
  return (
    <>
      {tooLate.value > 0 ? (
        <Notice tone="warning">
          <p>{fr.finished.tooLate(tooLate.value)}</p>
        </Notice>
      ) : (
        <Notice tone="success" title={fr.finished.allArrived} role="status" />
      )}
      {receipt && <ReceiptCode receipt={receipt} />}
      <p>{fr.finished.results}</p>
      <div>
        <div class="buttons">
          <button type="button" class="button" onClick={() => void station.leave()}>
            {fr.finished.leave}
          </button>
        </div>
        <p class="hint after">{fr.finished.leaveHint(receipt !== null)}</p>
      </div>
    </>
  );
}
