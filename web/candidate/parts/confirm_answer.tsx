// SPDX-License-Identifier: Apache-2.0
import { SafeHtml } from '../../shared/ui/safe_html.tsx';
import { ScreenTitle } from '../../shared/ui/screen_title.tsx';
import { useStation } from '../control/context.ts';
import { skipped } from '../model/answer_value.ts';
import type { Question } from '../model/view.ts';
import { fr } from '../words/fr.ts';
import { Recap } from './recap.tsx';

interface ConfirmAnswerProps {
  question: Question;
  value: string;
  last: boolean;
  onConfirm(): void;
  onBack(): void;
}

/** There is no way back in an adaptive test, so what leaves is shown first. */
export function ConfirmAnswer({ question, value, last, onConfirm, onBack }: ConfirmAnswerProps) {
  const skips = value === skipped;
  const title = skips ? fr.confirm.skipTitle(question.number) : fr.confirm.title(question.number);
  return (
    <section class="sheet">
      <ScreenTitle page={title}>{title}</ScreenTitle>
      <SafeHtml class="asked" html={question.instruction_html} />
      {!skips && <Recap question={question} value={value} />}
      <p>
        {skips ? fr.confirm.skipText : fr.confirm.final}{' '}
        {last && <strong>{fr.confirm.last}</strong>}
      </p>
      {!skips && !last && <NoMoreConfirming />}
      <div class="buttons">
        <button type="button" class="button primary" onClick={onConfirm}>
          {last ? fr.confirm.yesLast : skips ? fr.confirm.yesSkip : fr.confirm.yes}
        </button>
        <button type="button" class="button" onClick={onBack}>
          {skips ? fr.confirm.noSkip : fr.confirm.no}
        </button>
      </div>
    </section>
  );
}

function NoMoreConfirming() {
  const station = useStation();
  return (
    <label class="tick">
      <input
        type="checkbox"
        checked={station.state.attempt.value?.confirmsNoMore ?? false}
        onChange={(event) => void station.choose({ confirmsNoMore: event.currentTarget.checked })}
      />
      <span>
        {fr.confirm.noMore}
        <span class="hint block">{fr.confirm.noMoreHint}</span>
      </span>
    </label>
  );
}
