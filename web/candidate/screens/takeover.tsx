// SPDX-License-Identifier: Apache-2.0
import { WaitingSheet } from '../parts/waiting_sheet.tsx';
import { fr } from '../words/fr.ts';

/** Another station holds the test; the invigilator must let this one take over. */
export function Takeover() {
  return <WaitingSheet {...fr.takeover} />;
}
