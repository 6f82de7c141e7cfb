// SPDX-License-Identifier: Apache-2.0
import { sessionNumber } from '../../shared/typed/session_number.ts';
import { isoDate, type DateParts } from './birthdate.ts';

export interface JoinForm extends DateParts {
  session: string;
  last_name: string;
  first_name: string;
}

export type JoinField = 'session' | 'last_name' | 'first_name' | 'birthdate';

export interface JoinRequest {
  session: string;
  last_name: string;
  first_name: string;
  birthdate: string;
}

export const emptyForm: JoinForm = {
  session: '',
  last_name: '',
  first_name: '',
  day: '',
  month: '',
  year: '',
};

/** Either what to send, or the fields to correct, in the order of the form. */
export function readJoinForm(form: JoinForm): { request: JoinRequest } | { wrong: JoinField[] } {
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
