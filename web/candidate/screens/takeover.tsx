// SPDX-License-Identifier: Apache-2.0
import { useStation } from '../control/context.ts';
import { WaitingSheet } from '../parts/waiting_sheet.tsx';
import { fr } from '../words/fr.ts';

/** Another station holds the test, or the place; the invigilator must let this one take over. */
export function Takeover() {
  const inTest = useStation().state.view.value?.phase === 'in_progress';
  const { title, aside } = fr.takeover;
  return (
    <WaitingSheet
      title={title}
      texts={[inTest ? fr.takeover.inTest : fr.takeover.before]}
      aside={aside}
    />
  );
}
