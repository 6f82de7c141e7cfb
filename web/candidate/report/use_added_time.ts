// SPDX-License-Identifier: Apache-2.0
import { useRef } from 'preact/hooks';
import type { View } from '../model/view.ts';

/** Milliseconds that the invigilator added since this question is on the screen. */
export function useAddedTime(view: View | null): number {
  const first = useRef({ item: '', ms: 0 });
  const item = view?.question?.item ?? '';
  const ms = view?.added_ms ?? 0;
  if (first.current.item !== item) first.current = { item, ms };
  return ms - first.current.ms;
}
