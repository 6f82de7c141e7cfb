// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import type { Picture } from '../model/view.ts';
import { fr } from '../words/fr.ts';

/** The question's picture. Its description is for everyone, and replaces one that does not load. */
export function QuestionPicture({ picture }: { picture: Picture }) {
  const [lost, setLost] = useState(false);
  if (lost) {
    return (
      <p>
        <strong>{fr.question.pictureLost}</strong> {picture.alternative}
      </p>
    );
  }
  return (
    <figure class="picture">
      <img
        src={picture.url}
        alt={picture.alternative}
        width={picture.width}
        height={picture.height}
        onError={() => setLost(true)}
      />
      <details>
        <summary>{fr.question.pictureText}</summary>
        <p>{picture.alternative}</p>
      </details>
    </figure>
  );
}
