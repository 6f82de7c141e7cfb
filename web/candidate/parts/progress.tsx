// SPDX-License-Identifier: Apache-2.0
import type { View } from '../model/view.ts';
import { fr } from '../words/fr.ts';

/** Where one is in the test, with the mark of the minimum that makes a result possible. */
export function Progress({ view }: { view: View }) {
  const { question_count: count, minimum_answers: minimum } = view.session;
  const number = view.question?.number ?? view.answered;
  return (
    <div class="progress">
      <p class="progress-text">
        <strong>{fr.bar.progress(number, count)}</strong>
        <span class="soft">{fr.bar.minimum(view.answered, minimum)}</span>
      </p>
      <svg viewBox={`0 0 ${count * 10} 6`} preserveAspectRatio="none" aria-hidden="true">
        <rect class="track" width={count * 10} height="6" />
        <rect class="done" width={view.answered * 10} height="6" />
        <line class="minimum" x1={minimum * 10} x2={minimum * 10} y1="0" y2="6" />
      </svg>
    </div>
  );
}
