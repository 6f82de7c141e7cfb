// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'preact/hooks';
import { localVoices } from './voices.ts';

/** Undefined in a browser that does not speak. */
const synthesis: SpeechSynthesis | undefined = window.speechSynthesis;

/** The voices of this computer. Browsers find them some time after the page is there. */
export function useVoices(): SpeechSynthesisVoice[] {
  const [voices, setVoices] = useState(() => localVoices(synthesis?.getVoices() ?? []));
  useEffect(() => {
    const found = () => setVoices(localVoices(synthesis?.getVoices() ?? []));
    synthesis?.addEventListener?.('voiceschanged', found); // Safari 15 has no such event
    return () => synthesis?.removeEventListener?.('voiceschanged', found);
  }, []);
  return voices;
}

/** Reads the texts one after the other; `ended` is called once, when all is said or it failed. */
export function speak(texts: string[], voice: SpeechSynthesisVoice, ended: () => void) {
  synthesis?.cancel();
  texts.forEach((text, index) => {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.onerror = ended;
    if (index === texts.length - 1) utterance.onend = ended;
    synthesis?.speak(utterance);
  });
}

export function stopSpeaking() {
  synthesis?.cancel();
}
