// SPDX-License-Identifier: Apache-2.0

/** Light modules that a reader needs around the code. */
export const quietModules = 4;

/** One SVG path for all dark modules of a QR code: a run of them is one stroke. */
export function qrPath(rows: string[]): string {
  return rows
    .flatMap((row, y) =>
      [...row.matchAll(/1+/g)].map(
        (run) =>
          `M${run.index + quietModules} ${y + quietModules}h${run[0].length}v1h-${run[0].length}z`,
      ),
    )
    .join('');
}
