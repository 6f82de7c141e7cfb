// SPDX-License-Identifier: Apache-2.0

const clock = new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit' });
const longDate = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' });

/** "10:42" in the time zone of this station. */
export function hourMinute(instant: number | string): string {
  return clock.format(new Date(instant));
}

/** "12 mars 2009" from "2009-03-12"; the text itself when it is no date. */
export function dateInWords(isoDate: string): string {
  const date = new Date(`${isoDate}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? isoDate : longDate.format(date);
}

/** "12/03/2009" from "2009-03-12". */
export function shortDate(isoDate: string): string {
  return isoDate.split('-').reverse().join('/');
}

/** "1:44:59" or "44:59"; the last second is shown in full. */
export function timeLeft(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const two = (n: number) => String(n).padStart(2, '0');
  const h = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return h > 0 ? `${h}:${rest}` : rest;
}

/** "1 h 45", "45 minutes", "1 minute"; never cut at the end of a line. */
export function durationInWords(minutes: number): string {
  const h = Math.floor(minutes / 60);
  const m = minutes % 60;
  if (h === 0) return unbroken(m > 1 ? `${m} minutes` : `${m} minute`);
  return unbroken(m === 0 ? `${h} h` : `${h} h ${String(m).padStart(2, '0')}`);
}

/** "1 min 30", "45 secondes", "2 minutes"; never cut at the end of a line. */
export function spanInWords(seconds: number): string {
  const m = Math.floor(seconds / 60);
  const s = Math.round(seconds % 60);
  const words =
    m === 0
      ? `${s} ${s > 1 ? 'secondes' : 'seconde'}`
      : s === 0
        ? durationInWords(m)
        : `${m} min ${String(s).padStart(2, '0')}`;
  return unbroken(words);
}

const unbroken = (words: string) => words.replaceAll(' ', '\u00a0');
