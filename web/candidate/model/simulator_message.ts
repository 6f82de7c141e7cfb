// SPDX-License-Identifier: Apache-2.0
import { answerBytesMax, bytesOf, skipped } from './answer_value.ts';
import type { Language } from './texts.ts';

/** What a simulator may say to the page. */
export type SimulatorMessage =
  | { type: 'ready' }
  | { type: 'answer'; value: string }
  | { type: 'height'; pixels: number }
  | { type: 'leave' };

export const heightMin = 120;
export const heightMax = 1200;

/** The message, if it has exactly one of the agreed shapes; anything else is nothing. */
export function readMessage(data: unknown): SimulatorMessage | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { preau, type, value, pixels, ...more } = data as Record<string, unknown>;
  if (preau !== 1 || Object.keys(more).length > 0) return undefined;
  const given = (key: string) => Object.hasOwn(data, key);
  switch (type) {
    case 'ready':
    case 'leave':
      return given('value') || given('pixels') ? undefined : { type };
    case 'answer':
      return given('pixels') || !isAnswer(value) ? undefined : { type, value };
    case 'height':
      return given('value') || !isHeight(pixels) ? undefined : { type, pixels };
    default:
      return undefined;
  }
}

/** The page's reply to `ready`. */
export function sceneMessage(scene: unknown, language: Language) {
  return { preau: 1, type: 'scene', scene, language };
}

export function boundedHeight(pixels: number): number {
  return Math.min(heightMax, Math.max(heightMin, Math.round(pixels)));
}

function isAnswer(value: unknown): value is string {
  if (typeof value !== 'string' || value === skipped) return false;
  return bytesOf(value) <= answerBytesMax && !/\p{Cs}/u.test(value);
}

function isHeight(pixels: unknown): pixels is number {
  return typeof pixels === 'number' && pixels >= heightMin && pixels <= heightMax;
}
