// SPDX-License-Identifier: Apache-2.0
import { Notice } from '../../shared/ui/notice.tsx';
import { plainText } from '../../shared/ui/plain_text.ts';
import { SafeHtml } from '../../shared/ui/safe_html.tsx';
import { ScreenTitle } from '../../shared/ui/screen_title.tsx';
import { useStation } from '../control/context.ts';
import { skipped } from '../model/answer_value.ts';
import { blankFields, isUnmoved } from '../model/gaps.ts';
import type { Question } from '../model/question.ts';
import type { Texts } from '../model/texts.ts';
import { fr } from '../words/fr.ts';
import { Recap } from './recap.tsx';

interface ConfirmAnswerProps {
  question: Question;
  texts: Texts;
  value: string;
  last: boolean;
  onConfirm(): void;
  onBack(): void;
}

/** There is no way back in an adaptive test, so what leaves is shown first. */
export function ConfirmAnswer(props: ConfirmAnswerProps) {
  const { question, texts, value, last, onConfirm, onBack } = props;
  const skips = value === skipped;
  const title = skips ? fr.confirm.skipTitle(question.number) : fr.confirm.title(question.number);
  return (
    <section class="sheet">
      <ScreenTitle page={title}>{title}</ScreenTitle>
      <SafeHtml class="asked" html={texts.instruction} lang={texts.language} />
      {!skips && <Recap question={question} texts={texts} value={value} />}
      {!skips && <Forgotten question={question} texts={texts} value={value} />}
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

/** What looks like an oversight, and may be meant. */
function Forgotten({
  question,
  texts,
  value,
}: Pick<ConfirmAnswerProps, 'question' | 'texts' | 'value'>) {
  const blank = blankFields(question, value);
  const words =
    blank.length > 0
      ? fr.confirm.blank(blank.map((row) => plainText(texts.labels[row] ?? '')))
      : isUnmoved(question, value) && fr.confirm.unmoved;
  return words ? (
    <Notice tone="warning">
      <p>{words}</p>
    </Notice>
  ) : null;
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
