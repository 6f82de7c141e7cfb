// SPDX-License-Identifier: Apache-2.0
// The code of the day: 15 symbols of Crockford's alphabet and a check symbol.

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 16;
const modulus = 0b101001; // x⁵+x³+1

export type DayCode =
  { kind: 'right'; code: string } | { kind: 'short'; missing: number } | { kind: 'wrong' };

/** What somebody typed: case, spaces and hyphens do not count; O is 0, I and L are 1. */
export function readDayCode(typed: string): DayCode {
  const symbols = symbolsIn(typed);
  if ([...symbols].some((symbol) => !alphabet.includes(symbol))) return { kind: 'wrong' };
  if (symbols.length < length) return { kind: 'short', missing: length - symbols.length };
  const data = symbols.slice(0, length - 1);
  if (symbols.length > length || checkSymbol(data) !== symbols[length - 1])
    return { kind: 'wrong' };
  return { kind: 'right', code: inGroups(symbols) };
}

/** "2345-6789-ABCD-EFGN", as it is printed. A hyphen that was just typed stays. */
export function inGroups(typed: string): string {
  const grouped = symbolsIn(typed).replace(/(.{4})(?=.)/g, '$1-');
  return /[-\s]$/.test(typed) && grouped.length % 5 === 4 ? `${grouped}-` : grouped;
}

/** The code in the address that a QR code opens, "#code=…"; nothing in any other. */
export function dayCodeIn(hash: string): string | undefined {
  const typed = /^#code=([^&]*)$/.exec(hash)?.[1];
  return typed === undefined ? undefined : inGroups(safelyDecoded(typed));
}

function symbolsIn(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[\s\-‐-―]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}

/** Finds every single wrong symbol and every swap of two neighbours. */
function checkSymbol(symbols: string): string {
  let sum = 0;
  for (const symbol of [...symbols].reverse()) sum = doubled(sum ^ alphabet.indexOf(symbol));
  return alphabet[sum]!;
}

function doubled(element: number): number {
  const twice = element << 1;
  return twice & 0b100000 ? twice ^ modulus : twice;
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
