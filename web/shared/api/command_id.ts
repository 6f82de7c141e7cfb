// SPDX-License-Identifier: Apache-2.0

/** Sixteen random bytes in hexadecimal: the name of one act, the same however often it is sent. */
export function newCommandId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
