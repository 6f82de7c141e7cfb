// SPDX-License-Identifier: Apache-2.0
import { Notice } from '../../shared/ui/notice.tsx';
import { ScreenTitle } from '../../shared/ui/screen_title.tsx';
import { useStation } from '../control/context.ts';
import { fr } from '../words/fr.ts';

const words = fr.report.sending;

/** The report is on its way, and insists until the box has it. */
export function ReportUnderWay() {
  const { reporting } = useStation().state;
  return (
    <section class="sheet narrow busy">
      <ScreenTitle page={words.title}>{words.title}</ScreenTitle>
      <div role="status">
        {reporting.value === 'unreachable' ? (
          <Notice tone="warning">
            <p>{words.unreachable}</p>
          </Notice>
        ) : (
          <p class="lead">{words.text}</p>
        )}
      </div>
      <p class="soft">{words.help}</p>
    </section>
  );
}
