// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'preact/hooks';
import type { Outcome } from '../../shared/api/outcome.ts';

export type Answer<T> = T | 'asked' | 'unreachable';

/** What the box answers, asked again each time a cause changes. The last good answer stays. */
export function useAnswer<T extends object>(
  ask: () => Promise<Outcome<T>>,
  causes: unknown[],
): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T>>('asked');
  useEffect(() => {
    let wanted = true;
    void ask().then((outcome) => {
      if (!wanted) return;
      if (outcome.kind === 'ok') setAnswer(outcome.body);
      else setAnswer((last) => (typeof last === 'object' ? last : 'unreachable'));
    });
    return () => {
      wanted = false;
    };
  }, causes);
  return answer;
}
