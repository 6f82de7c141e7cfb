// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../../shared/ui/icon.tsx';
import { plainText } from '../../shared/ui/plain_text.ts';
import type { Question } from '../model/question.ts';
import type { Texts } from '../model/texts.ts';
import { fr } from '../words/fr.ts';
import { speak, stopSpeaking, useVoices } from './speech.ts';
import { spokenTexts } from './spoken.ts';
import { useDisplay } from './use_display.ts';
import { voiceFor } from './voices.ts';

interface ReadQuestionProps {
  question: Question;
  texts: Texts;
  /** False while the question is hidden: nobody hears a question that is not shown. */
  shown: boolean;
}

/** Reads the question aloud, for those who chose a voice. */
export function ReadQuestion({ question, texts, shown }: ReadQuestionProps) {
  const [reading, setReading] = useState(false);
  const { display } = useDisplay();
  const voice = voiceFor(useVoices(), display.voice, texts.language);
  useEffect(() => {
    if (!reading) return undefined;
    return () => {
      stopSpeaking();
      setReading(false);
    };
  }, [reading, shown, texts.language]);
  if (!voice) return null;
  const read = () => {
    setReading(true);
    speak(spokenTexts(question, texts, spokenWords), voice, () => setReading(false));
  };
  return (
    <button type="button" class="button quiet" onClick={reading ? () => setReading(false) : read}>
      <Icon name="sound" />
      {reading ? fr.display.stop : fr.display.read}
    </button>
  );
}

/** Blocks and cells are apart on the screen; they are when they are read too. */
function spokenWords(html: string): string {
  return plainText(html.replaceAll('</', ' </'));
}
