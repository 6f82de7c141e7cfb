// SPDX-License-Identifier: Apache-2.0
// Two tabs of one test confuse people (never the answers: the box takes each id once).

/** Tells whether another tab of this station shows a test. `changed` is called on each change. */
export function watchOtherTabs(changed: (other: boolean) => void) {
  const channel = new BroadcastChannel('preau-candidate');
  channel.onmessage = ({ data }: MessageEvent<'hello' | 'here' | 'bye'>) => {
    if (data === 'hello') channel.postMessage('here');
    changed(data !== 'bye');
  };
  channel.postMessage('hello');
  addEventListener('pagehide', () => channel.postMessage('bye'));
  addEventListener('pageshow', (event) => event.persisted && channel.postMessage('hello'));
}
