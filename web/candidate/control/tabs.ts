// SPDX-License-Identifier: Apache-2.0
// One test in two tabs confuses people (never the answers: the box takes each id once). The tab
// that was opened last has it; the other one says so.

type Word = 'here' | 'bye';

/** Says that this tab has the test, and listens to the other tabs of this station. */
export class Tabs {
  private readonly channel = new BroadcastChannel('preau-candidate');

  /** `other`: whether another tab has the test now, true or false at each change. */
  constructor(other: (has: boolean) => void) {
    this.channel.onmessage = ({ data }: MessageEvent<Word>) => other(data === 'here');
    addEventListener('pagehide', () => this.say('bye'));
    addEventListener('pageshow', (event) => event.persisted && this.take());
  }

  /** The test is in this tab from now on. */
  take() {
    this.say('here');
  }

  private say(word: Word) {
    this.channel.postMessage(word);
  }
}
