// SPDX-License-Identifier: Apache-2.0
import { sessionNumber } from '../../shared/typed/session_number.ts';

/** The six symbols of a candidate's slip, however they were typed; nothing when there are not six. */
export function personalCode(typed: string): string | undefined {
  const code = typed.replace(/[\s.-]/g, '').toUpperCase();
  return /^[A-Z0-9]{6}$/.test(code) ? code : undefined;
}

/** What an address such as http://examen.lan/#123456 or #123456.ABC234 fills in ("" for nothing). */
export function filledIn(hash: string): { session: string; code: string } {
  const [number = '', code = ''] = hash.replace(/^#/, '').split('.', 2);
  const session = sessionNumber(number) ?? '';
  return { session, code: session === '' ? '' : (personalCode(code) ?? '') };
}
