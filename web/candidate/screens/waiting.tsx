// SPDX-License-Identifier: Apache-2.0
import { WaitingSheet } from '../parts/waiting_sheet.tsx';
import { fr } from '../words/fr.ts';

/** The invigilator has not confirmed the presence yet; the box pushes the next screen. */
export function Waiting() {
  return <WaitingSheet {...fr.waiting} />;
}
