// SPDX-License-Identifier: Apache-2.0
import { effect, signal, type ReadonlySignal } from '@preact/signals';
import type { Database } from '../../shared/store/database.ts';
import { newAlerts } from '../model/alerts.ts';

/** How often an alert that nobody handles is called to mind, quietly. */
const reminderMs = 30_000;
const vibration = [200, 100, 200];

interface Note {
  hertz: number;
  after: number;
}
const chime: Note[] = [
  { hertz: 784, after: 0 },
  { hertz: 1047, after: 0.18 },
];
const reminder: Note[] = [{ hertz: 784, after: 0 }];

/**
 * Tells the room's invigilator without their eyes: one chime and one vibration for each new alert,
 * a quiet reminder while some wait. A browser lets a page sound only after a first gesture.
 */
export class Bell {
  readonly on = signal(true);
  /** False until a gesture has let the page sound. */
  readonly ready = signal(false);
  private context: AudioContext | undefined;
  private known: ReadonlySet<string> = new Set();
  private reminding: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly alerts: ReadonlySignal<ReadonlySet<string>>,
    private readonly drawer: Database | null,
  ) {
    for (const gesture of ['pointerdown', 'keydown'])
      addEventListener(gesture, () => void this.wake(), { passive: true });
    effect(() => this.follow(this.alerts.value));
  }

  async restore() {
    const kept = await this.drawer?.get<string>('kept', 'sound').catch(() => undefined);
    this.on.value = kept !== 'off';
  }

  async turn(on: boolean) {
    this.on.value = on;
    if (on) this.play(reminder, 0.3);
    await this.drawer?.put('kept', on ? 'on' : 'off', 'sound').catch(() => undefined);
  }

  private follow(now: ReadonlySet<string>) {
    const isNew = newAlerts(this.known, now).length > 0;
    this.known = now;
    if (isNew) this.ring(chime, 0.5);
    if (isNew || now.size === 0) clearInterval(this.reminding);
    if (isNew) this.reminding = setInterval(() => this.ring(reminder, 0.15), reminderMs);
  }

  private ring(notes: Note[], loudness: number) {
    if (!this.on.peek()) return;
    if (this.ready.peek()) navigator.vibrate?.(vibration);
    this.play(notes, loudness);
  }

  private async wake() {
    if (this.ready.value) return;
    this.context ??= new AudioContext();
    await this.context.resume().catch(() => undefined);
    this.ready.value = this.context.state === 'running';
  }

  private play(notes: Note[], loudness: number) {
    const { context } = this;
    if (context?.state !== 'running') return;
    for (const { hertz, after } of notes) {
      const start = context.currentTime + after;
      const tone = context.createOscillator();
      const volume = context.createGain();
      tone.frequency.value = hertz;
      volume.gain.setValueAtTime(loudness, start);
      volume.gain.exponentialRampToValueAtTime(0.001, start + 0.6);
      tone.connect(volume).connect(context.destination);
      tone.start(start);
      tone.stop(start + 0.6);
    }
  }
}
