// SPDX-License-Identifier: Apache-2.0

/** The keyboard goes to what is to be corrected, once the error is drawn. */
export function focusOn(id: string) {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}
