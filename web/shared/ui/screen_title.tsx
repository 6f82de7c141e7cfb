// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

let firstScreen = true;

interface ScreenTitleProps {
  /** The tab's title, without the product's name. */
  page: string;
  /** False while its screen is hidden behind another one: it takes the focus again after. */
  shown?: boolean;
  children: ComponentChildren;
}

/**
 * The h1 of a screen. It names the tab and takes the focus: a screen reader starts there. Both before
 * the screen is painted, so that a key pressed at once acts on the new screen.
 */
export function ScreenTitle({ page, shown = true, children }: ScreenTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (!shown) return;
    document.title = `${page} – Préau`;
    if (!firstScreen) {
      scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
    firstScreen = false;
  }, [page, shown]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
