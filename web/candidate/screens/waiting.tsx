// SPDX-License-Identifier: Apache-2.0
import { useStation } from '../control/context.ts';
import { WaitingSheet } from '../parts/waiting_sheet.tsx';
import { fr } from '../words/fr.ts';

/** The invigilator has not confirmed the presence yet; the box pushes the next screen. */
export function Waiting() {
  const view = useStation().state.view.value;
  const { title, text, faceToFace, aside } = fr.waiting;
  return (
    <WaitingSheet
      title={title}
      texts={view?.way === 'identity' ? [faceToFace, text] : [text]}
      aside={aside}
    />
  );
}
