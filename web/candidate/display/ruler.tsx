// SPDX-License-Identifier: Apache-2.0
import { useLayoutEffect, useRef } from 'preact/hooks';
import { movedRuler } from './ruler_place.ts';

/** A band over the line that is being read. It follows the pointer, the focus and two keys. */
export function Ruler() {
  const band = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = band.current;
    return element ? follow(element) : undefined;
  }, []);
  return <div class="ruler" ref={band} aria-hidden="true" />;
}

/** Moves the band until the function it returns is called. */
function follow(band: HTMLElement): () => void {
  let at = innerHeight / 3;
  const place = (next: number) => {
    at = next;
    band.style.setProperty('inset-block-start', `${at}px`);
  };
  const pointed = (event: PointerEvent) => place(event.clientY);
  const focused = (event: FocusEvent) => {
    const { top, height } = (event.target as Element).getBoundingClientRect();
    place(top + height / 2);
  };
  const pressed = (event: KeyboardEvent) => {
    const way = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!way || !event.altKey || event.target instanceof HTMLSelectElement) return;
    event.preventDefault();
    const line = parseFloat(getComputedStyle(document.body).lineHeight);
    const move = movedRuler(at, way * line, innerHeight);
    scrollBy(0, move.scrollBy);
    place(move.at);
  };
  place(at);
  addEventListener('pointermove', pointed);
  addEventListener('focusin', focused);
  addEventListener('keydown', pressed);
  return () => {
    removeEventListener('pointermove', pointed);
    removeEventListener('focusin', focused);
    removeEventListener('keydown', pressed);
  };
}
