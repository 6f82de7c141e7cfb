// SPDX-License-Identifier: Apache-2.0
import { Icon } from '../../shared/ui/icon.tsx';
import { useStation } from '../control/context.ts';
import type { Language } from '../model/texts.ts';
import { fr } from '../words/fr.ts';

/** To the question's other language, remembered for the rest of the test. */
export function LanguageSwitch({ language }: { language: Language }) {
  const station = useStation();
  const toEnglish = language === 'fr';
  return (
    <button
      type="button"
      class="button quiet language"
      lang={toEnglish ? 'en' : 'fr'}
      onClick={() => void station.choose({ english: toEnglish })}
    >
      <Icon name="language" />
      {toEnglish ? fr.question.toEnglish : fr.question.toFrench}
    </button>
  );
}
