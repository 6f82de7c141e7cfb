// SPDX-License-Identifier: Apache-2.0
// What a page may weigh on its way to a station, compressed as the box sends it.

export interface Weight {
  scripts: number;
  styles: number;
}

/** Bytes. A room of thirty old computers loads them at the same moment. */
export const heaviest: Weight = { scripts: 60_000, styles: 15_000 };

/** The files that a built page loads, by the addresses in its HTML. */
export function filesOf(html: string): string[] {
  return [...html.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)].map(([, file]) => file!);
}

export function weightOf(html: string, sizeOf: (file: string) => number): Weight {
  const total = (extension: string) =>
    filesOf(html)
      .filter((file) => file.endsWith(extension))
      .reduce((sum, file) => sum + sizeOf(file), 0);
  return { scripts: total('.js'), styles: total('.css') };
}

export function isTooHeavy({ scripts, styles }: Weight): boolean {
  return scripts > heaviest.scripts || styles > heaviest.styles;
}

export function inWords({ scripts, styles }: Weight): string {
  const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  return `${kB(scripts)} of scripts (at most ${kB(heaviest.scripts)}), ${kB(styles)} of styles (at most ${kB(heaviest.styles)}), compressed`;
}
