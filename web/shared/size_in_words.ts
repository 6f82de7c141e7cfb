// SPDX-License-Identifier: Apache-2.0

const number = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 });

/** "850 octets", "12 ko", "1,4 Mo": never less than it is. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} ${bytes > 1 ? 'octets' : 'octet'}`;
  if (bytes < 999_001) return `${Math.ceil(bytes / 1000)} ko`;
  return `${number.format(Math.ceil(bytes / 100_000) / 10)} Mo`;
}
