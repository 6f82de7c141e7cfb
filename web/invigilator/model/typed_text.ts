// SPDX-License-Identifier: Apache-2.0

/** Bytes of UTF-8 that the box takes. */
export const messageBytesMax = 500;
export const descriptionBytesMax = 1000;

/** As it is sent: lines run on, since the box and the minutes keep one line. */
export function oneLine(typed: string): string {
  return typed.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** By how much a text is too long; 0 when it is not. Letters with accents count twice. */
export function excess(typed: string, bytesMax: number): number {
  return Math.max(0, new TextEncoder().encode(oneLine(typed)).length - bytesMax);
}
