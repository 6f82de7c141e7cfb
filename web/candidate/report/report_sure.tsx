// SPDX-License-Identifier: Apache-2.0
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Points } from '../parts/points.tsx';
import type { ReportReason } from '../model/view.ts';
import { fr } from '../words/fr.ts';

interface ReportSureProps {
  reason: ReportReason;
  onSend(): void;
  onBack(): void;
}

/** The confirmation: the focus is on its question, so that it is read before it is answered. */
export function ReportSure({ reason, onSend, onBack }: ReportSureProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <>
      <h3 ref={heading} tabIndex={-1}>
        {fr.report.sure}
      </h3>
      <p>
        <strong>{fr.report.reasons[reason]}</strong>
      </p>
      <Points numbered items={fr.report.sureItems} />
      <div class="buttons">
        <button type="button" class="button primary" onClick={onSend}>
          {fr.report.send}
        </button>
        <button type="button" class="button" onClick={onBack}>
          {fr.report.change}
        </button>
      </div>
    </>
  );
}
