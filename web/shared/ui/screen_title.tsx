// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

let firstScreen = true;

interface ScreenTitleProps {
  /** The tab's title, without the product's name. */
  page: string;
  children: ComponentChildren;
}

/** The h1 of a screen. It names the tab and takes the focus: a screen reader starts there. */
export function ScreenTitle({ page, children }: ScreenTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${page} – Préau`;
    if (!firstScreen) {
      scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
    firstScreen = false;
  }, [page]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
