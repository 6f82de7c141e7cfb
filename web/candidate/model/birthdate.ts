// SPDX-License-Identifier: Apache-2.0

export interface DateParts {
  day: string;
  month: string;
  year: string;
}

/** The ISO date, or nothing when the three parts make no real date. */
export function isoDate({ day, month, year }: DateParts): string | undefined {
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return undefined;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  const real = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
  return real && Number(year) >= 1900 ? iso : undefined;
}

/** A whole date pasted in one field: "12/03/2009", "12 03 2009", "2009-03-12". */
export function pastedDate(text: string): DateParts | undefined {
  const french = /^\s*(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d{4})\s*$/.exec(text);
  if (french) return { day: french[1]!, month: french[2]!, year: french[3]! };
  const iso = /^\s*(\d{4})-(\d{2})-(\d{2})\s*$/.exec(text);
  if (iso) return { day: iso[3]!, month: iso[2]!, year: iso[1]! };
  return undefined;
}
