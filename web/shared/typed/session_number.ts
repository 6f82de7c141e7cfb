// SPDX-License-Identifier: Apache-2.0

/** The digits of "123456", "C-123456" or "12 34 56"; nothing when it is no session number. */
export function sessionNumber(typed: string): string | undefined {
  const digits = typed.replace(/\s/g, '').replace(/^[cC]-?/, '');
  return /^[1-9]\d{0,9}$/.test(digits) ? digits : undefined;
}
