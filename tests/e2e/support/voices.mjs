// SPDX-License-Identifier: Apache-2.0
// A station that speaks. Chromium without a sound card has no voice: these take its place.

/**
 * Runs in the page before anything else. What is read aloud is in `window.spoken`; `window.voice`
 * says whether it is "reading" or "silent".
 */
export function giveVoices() {
  const voices = [
    { name: "Denise", lang: "fr-FR", localService: true },
    { name: "Nuage", lang: "fr-FR", localService: false },
    { name: "Amy", lang: "en-GB", localService: true },
  ];
  window.spoken = [];
  window.voice = "silent";
  const synthesis = Object.assign(new EventTarget(), {
    getVoices: () => voices,
    speak(utterance) {
      window.voice = "reading";
      window.spoken.push({ text: utterance.text, by: utterance.voice.name });
      window.lastUtterance = utterance;
    },
    cancel: () => (window.voice = "silent"),
  });
  Object.defineProperty(window, "speechSynthesis", { value: synthesis });
  window.SpeechSynthesisUtterance = class {
    constructor(text) {
      this.text = text;
    }
  };
}
