// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { Icon } from '../../shared/ui/icon.tsx';
import type { Picture } from '../model/question.ts';
import type { Language } from '../model/texts.ts';
import { fr } from '../words/fr.ts';
import { EnlargedPicture } from './enlarged_picture.tsx';

interface QuestionPictureProps {
  picture: Picture;
  alternative: string;
  language: Language;
}

/** The question's picture. Its description is for everyone, and replaces one that does not load. */
export function QuestionPicture({ picture, alternative, language }: QuestionPictureProps) {
  const [lost, setLost] = useState(false);
  const [enlarged, setEnlarged] = useState(false);
  if (lost) {
    return (
      <p>
        <strong>{fr.question.pictureLost}</strong> <span lang={language}>{alternative}</span>
      </p>
    );
  }
  return (
    <figure class="picture">
      <img
        src={picture.url}
        alt={alternative}
        lang={language}
        width={picture.width}
        height={picture.height}
        onError={() => setLost(true)}
      />
      <button type="button" class="button quiet" onClick={() => setEnlarged(true)}>
        <Icon name="zoom" />
        {fr.question.enlarge}
      </button>
      <details>
        <summary>{fr.question.pictureText}</summary>
        <p lang={language}>{alternative}</p>
      </details>
      {enlarged && (
        <EnlargedPicture
          picture={picture}
          alternative={alternative}
          lang={language}
          onClose={() => setEnlarged(false)}
        />
      )}
    </figure>
  );
}
