// SPDX-License-Identifier: Apache-2.0

export interface Browser {
  name: string;
  /** "" when it does not say. */
  version: string;
  /** False for one that is older than what the pages are made for. */
  fit: boolean;
}

/** The first that matches names the browser: those that come after imitate those before. */
const kinds: { name: string; pattern: RegExp; oldest: number }[] = [
  { name: 'Firefox', pattern: /Firefox\/(\d+)(?:\.(\d+))?/, oldest: 115 },
  { name: 'Edge', pattern: /Edg\/(\d+)(?:\.(\d+))?/, oldest: 109 },
  { name: 'Opera', pattern: /Chrome\/(\d+)(?:\.(\d+))?.* OPR\//, oldest: 109 },
  { name: 'Chromium', pattern: /Chrome\/(\d+)(?:\.(\d+))?/, oldest: 109 },
  { name: 'Safari', pattern: /Version\/(\d+)(?:\.(\d+))?.* Safari\//, oldest: 15.6 },
];

/** An unknown browser that runs these pages is taken as fit. */
export function browserOf(userAgent: string): Browser {
  for (const { name, pattern, oldest } of kinds) {
    const [found, major, minor = '0'] = pattern.exec(userAgent) ?? [];
    if (!found) continue;
    const [oldestMajor = 0, oldestMinor = 0] = String(oldest).split('.').map(Number);
    const fit =
      Number(major) > oldestMajor ||
      (Number(major) === oldestMajor && Number(minor) >= oldestMinor);
    return { name, version: name === 'Safari' ? `${major}.${minor}` : major!, fit };
  }
  return { name: '', version: '', fit: true };
}
