// SPDX-License-Identifier: Apache-2.0
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../../shared/ui/icon.tsx';
import type { SimulatorSpec } from '../model/question.ts';
import { boundedHeight, readMessage, sceneMessage } from '../model/simulator_message.ts';
import type { Language } from '../model/texts.ts';
import { fr } from '../words/fr.ts';

export const simulatorId = 'simulateur';

interface SimulatorProps {
  simulator: SimulatorSpec;
  language: Language;
  onAnswer(value: string): void;
  /** The candidate is done with it for now: the focus goes on after it. */
  onLeave(): void;
}

/**
 * A page of the pack in a frame of its own: its scripts run without an origin, reach nothing of this
 * page, and say only what `readMessage` understands.
 */
export function Simulator({ simulator, language, onAnswer, onLeave }: SimulatorProps) {
  const [run, setRun] = useState(0);
  const [height, setHeight] = useState(boundedHeight(simulator.height));
  const frame = useRef<HTMLIFrameElement>(null);
  useMessages(frame, (message, inside) => {
    if (message.type === 'ready') inside.postMessage(sceneMessage(simulator.scene, language), '*');
    if (message.type === 'answer' && simulator.answers) onAnswer(message.value);
    if (message.type === 'height') setHeight(boundedHeight(message.pixels));
    if (message.type === 'leave') onLeave();
  });
  return (
    <div class="simulator">
      <p class="hint" id={`${simulatorId}-hint`}>
        {fr.simulator.keys}
      </p>
      <iframe
        key={run}
        ref={frame}
        id={simulatorId}
        src={simulator.url}
        title={simulator.title}
        height={height}
        sandbox="allow-scripts"
        referrerpolicy="no-referrer"
        aria-describedby={`${simulatorId}-hint`}
      />
      <div class="buttons">
        <button type="button" class="button quiet" onClick={onLeave}>
          <Icon name="down" />
          {fr.simulator.leave}
        </button>
        <button type="button" class="button quiet" onClick={() => setRun(run + 1)}>
          {fr.simulator.restart}
        </button>
      </div>
    </div>
  );
}

type Heard = (message: NonNullable<ReturnType<typeof readMessage>>, inside: Window) => void;

/** Hears that frame and no other window. Its origin is opaque, so the window is what tells it. */
function useMessages(frame: { current: HTMLIFrameElement | null }, heard: Heard) {
  const latest = useRef(heard);
  latest.current = heard;
  useLayoutEffect(() => {
    const listen = (event: MessageEvent<unknown>) => {
      const inside = frame.current?.contentWindow;
      if (!inside || event.source !== inside) return;
      const message = readMessage(event.data);
      if (message) latest.current(message, inside);
    };
    addEventListener('message', listen);
    return () => removeEventListener('message', listen);
  }, []);
}
