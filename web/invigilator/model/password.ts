// SPDX-License-Identifier: Apache-2.0

/** The password as the box drew it, without the spaces of its groups. Capitals count. */
export function passwordFrom(typed: string): string {
  return typed.replace(/\s/g, '');
}

/** "aBc 2!4": as it is printed, easier to read out and to compare. */
export function inGroups(typed: string): string {
  return passwordFrom(typed).replace(/(.{3})(?=.)/g, '$1 ');
}
