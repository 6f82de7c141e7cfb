// SPDX-License-Identifier: Apache-2.0
import { sessionNumber } from '../../shared/typed/session_number.ts';
import { isoDate, type DateParts } from './birthdate.ts';
import { personalCode } from './personal_code.ts';

export interface JoinForm extends DateParts {
  session: string;
  last_name: string;
  first_name: string;
  code: string;
}

export type JoinField = 'session' | 'last_name' | 'first_name' | 'birthdate' | 'code';

export type JoinRequest =
  | { session: string; last_name: string; first_name: string; birthdate: string }
  | { session: string; code: string };

export const emptyForm: JoinForm = {
  session: '',
  last_name: '',
  first_name: '',
  day: '',
  month: '',
  year: '',
  code: '',
};

/** Either what to send, or the fields to correct, in the order of the form. */
export type ReadForm = { request: JoinRequest } | { wrong: JoinField[] };

export function readIdentity(form: JoinForm): ReadForm {
  const session = sessionNumber(form.session);
  const birthdate = isoDate({
    day: form.day.trim(),
    month: form.month.trim(),
    year: form.year.trim(),
  });
  const last_name = form.last_name.trim();
  const first_name = form.first_name.trim();
  const wrong: JoinField[] = [];
  if (session === undefined) wrong.push('session');
  if (last_name === '') wrong.push('last_name');
  if (first_name === '') wrong.push('first_name');
  if (birthdate === undefined) wrong.push('birthdate');
  if (session === undefined || birthdate === undefined || wrong.length > 0) return { wrong };
  return { request: { session, last_name, first_name, birthdate } };
}

export function readCode(form: JoinForm): ReadForm {
  const session = sessionNumber(form.session);
  const code = personalCode(form.code);
  if (session !== undefined && code !== undefined) return { request: { session, code } };
  return {
    wrong: [...(session ? [] : (['session'] as const)), ...(code ? [] : (['code'] as const))],
  };
}
