// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { ModalDialog } from '../../shared/ui/modal_dialog.tsx';
import type { Picture } from '../model/question.ts';
import type { Language } from '../model/texts.ts';
import { fr } from '../words/fr.ts';

interface EnlargedPictureProps {
  picture: Picture;
  alternative: string;
  lang: Language;
  onClose(): void;
}

const scales = [100, 150, 200, 300, 400];

/** The picture alone, as large as one likes; the arrows move in it. */
export function EnlargedPicture({ picture, alternative, lang, onClose }: EnlargedPictureProps) {
  const [step, setStep] = useState(1);
  const scale = scales[step]!;
  const button = (words: string, to: number) => (
    <button
      type="button"
      class="button"
      aria-disabled={to < 0 || to >= scales.length}
      onClick={() => setStep(Math.min(scales.length - 1, Math.max(0, to)))}
    >
      {words}
    </button>
  );
  return (
    <ModalDialog labelledBy="image-agrandie" class="whole" onClose={onClose}>
      <div class="enlarged">
        <div class="enlarged-bar">
          <h2 id="image-agrandie">{fr.picture.title}</h2>
          {button(fr.picture.smaller, step - 1)}
          <span class="digits" role="status">
            {fr.picture.scale(scale)}
          </span>
          {button(fr.picture.larger, step + 1)}
          <button type="button" class="button" onClick={() => setStep(0)}>
            {fr.display.pictureReset}
          </button>
          <button type="button" class="button primary" onClick={onClose}>
            {fr.picture.close}
          </button>
        </div>
        <div class="enlarged-picture" tabIndex={0} role="region" aria-labelledby="image-agrandie">
          <img
            src={picture.url}
            alt={alternative}
            lang={lang}
            width={Math.round((picture.width * scale) / 100)}
          />
        </div>
      </div>
    </ModalDialog>
  );
}
