// SPDX-License-Identifier: Apache-2.0
import type { Language } from '../model/texts.ts';

/** What the browser says of a voice. */
export type Voice = Pick<SpeechSynthesisVoice, 'name' | 'lang' | 'localService'>;

/** Voices of this computer. The others send what they read to somewhere else: never in an exam. */
export function localVoices<V extends Voice>(voices: V[]): V[] {
  return voices.filter((voice) => voice.localService);
}

/** "fr" of "fr-FR" and of "fr_FR". */
export function languageOf({ lang }: Voice): string {
  return lang.slice(0, 2).toLowerCase();
}

/**
 * The one of this station's `voices` that reads a text: the chosen one, or another one
 * when that one stayed at another station or speaks another language. None when none was chosen.
 */
export function voiceFor<V extends Voice>(
  voices: V[],
  chosen: string,
  language: Language,
): V | undefined {
  if (chosen === '') return undefined;
  const able = voices.filter((voice) => languageOf(voice) === language);
  return able.find(({ name }) => name === chosen) ?? able[0];
}
