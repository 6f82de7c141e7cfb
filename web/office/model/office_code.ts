// SPDX-License-Identifier: Apache-2.0

/** "SGWQ-5WT7-7ERD-C9M5" as it is typed: capitals, in groups of four, at most sixteen symbols. */
export function officeCode(typed: string): string {
  const symbols = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .slice(0, 16);
  return symbols.match(/.{1,4}/g)?.join('-') ?? '';
}

export const isWholeCode = (code: string) => code.length === 19;
