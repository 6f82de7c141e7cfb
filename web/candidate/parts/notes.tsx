// SPDX-License-Identifier: Apache-2.0
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useStation } from '../control/context.ts';
import { MessageNote } from './message_note.tsx';
import { OfflineNote } from './offline_note.tsx';
import { TimeNote } from './time_note.tsx';

/**
 * What concerns the whole page, fixed at its foot when there is room. The page keeps the same room
 * free below its end and below whatever has the focus, so that nothing is ever covered.
 */
export function Notes() {
  const { attempt, screen } = useStation().state;
  const notes = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      const height = Math.ceil(entry?.borderBoxSize[0]?.blockSize ?? 0);
      document.documentElement.style.setProperty('--notes', `${height}px`);
    });
    if (notes.current) observer.observe(notes.current);
    return () => observer.disconnect();
  }, []);
  const shown = attempt.value !== null && screen.value !== 'other_tab';
  return (
    <div class="notes" ref={notes}>
      {shown && <TimeNote />}
      {shown && <MessageNote />}
      {shown && <OfflineNote />}
    </div>
  );
}
