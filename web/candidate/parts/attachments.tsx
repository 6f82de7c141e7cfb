// SPDX-License-Identifier: Apache-2.0
import { sizeInWords } from '../../shared/size_in_words.ts';
import { Icon } from '../../shared/ui/icon.tsx';
import type { Attachment } from '../model/question.ts';
import { fr } from '../words/fr.ts';

/** Files to open beside the question, under their own names. */
export function Attachments({ files }: { files: Attachment[] }) {
  const title = fr.question.attachments(files.length);
  return (
    <div class="attachments">
      <p class="legend" id="fichiers">
        {title}
      </p>
      <ul role="list" aria-labelledby="fichiers">
        {files.map(({ url, name, bytes }) => (
          <li key={url}>
            <a class="attachment" href={url} download={name}>
              <Icon name="file" />
              <span>
                {name} <span class="soft digits">({sizeInWords(bytes)})</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
