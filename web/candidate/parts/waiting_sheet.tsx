// SPDX-License-Identifier: Apache-2.0
import { ScreenTitle } from '../../shared/ui/screen_title.tsx';

interface WaitingSheetProps {
  title: string;
  texts: string[];
  aside: string;
}

/** A calm page for the time something depends on the invigilator. */
export function WaitingSheet({ title, texts, aside }: WaitingSheetProps) {
  return (
    <section class="sheet narrow waiting">
      <p class="waiting-mark">
        <svg class="spinner icon" viewBox="0 0 32 24" aria-hidden="true" focusable="false">
          <path d="M2 9.5L16 2.5l14 7M6 10.5V21M16 10.5V21M26 10.5V21" />
        </svg>
      </p>
      <ScreenTitle page={title}>{title}</ScreenTitle>
      {texts.map((text) => (
        <p class="lead" key={text}>
          {text}
        </p>
      ))}
      <p class="soft">{aside}</p>
    </section>
  );
}
