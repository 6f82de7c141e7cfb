// SPDX-License-Identifier: Apache-2.0
// The files that make a school's computers install the companion from their box.
import { firefoxId, version } from './manifest.ts';

/** The box writes its own address in place of this when it serves a file. */
export const box = 'http://box.invalid';

/** By the names they are served at. `id`: of the Chromium extension. */
export function policies(id: string): Map<string, string> {
  return new Map([
    ['updates.xml', updates(id)],
    ['policies/chromium.json', json(chromium(id))],
    ['policies/windows.reg', registry(id)],
    ['policies/policies.json', json(firefox)],
  ]);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function updates(id: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${id}">
    <updatecheck codebase="${box}/companion/preau.crx" version="${version}" />
  </app>
</gupdate>
`;
}

/** A private window has no extension, a guest neither. */
function chromium(id: string) {
  return {
    ExtensionSettings: { [id]: installation },
    '3rdparty': { extensions: { [id]: { boxes: [box] } } },
    ...noWayRound,
  };
}

const installation = {
  installation_mode: 'force_installed',
  update_url: `${box}/companion/updates.xml`,
  override_update_url: true, // later versions come from the box too
  toolbar_pin: 'force_pinned',
};

const noWayRound = { IncognitoModeAvailability: 1, BrowserGuestModeEnabled: false };

function registry(id: string): string {
  const browsers = ['Google\\Chrome', 'Microsoft\\Edge', 'Chromium'];
  const sections = browsers.flatMap((browser) => sectionsOf(browser, id));
  return ['Windows Registry Editor Version 5.00', '', ...sections, ''].join('\r\n');
}

function sectionsOf(browser: string, id: string): string[] {
  const folder = `HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\${browser}`;
  const edgeWord = 'InPrivateModeAvailability';
  const rules = browser.endsWith('Edge')
    ? { [edgeWord]: 1, BrowserGuestModeEnabled: false }
    : noWayRound;
  return [
    ...section(folder, rules),
    ...section(`${folder}\\ExtensionSettings\\${id}`, installation),
    ...section(`${folder}\\3rdparty\\extensions\\${id}\\policy\\boxes`, { 1: box }),
  ];
}

function section(folder: string, values: Record<string, string | number | boolean>): string[] {
  const lines = Object.entries(values).map(([name, value]) => `"${name}"=${registryValue(value)}`);
  return [`[${folder}]`, ...lines, ''];
}

function registryValue(value: string | number | boolean): string {
  return typeof value === 'string' ? `"${value}"` : `dword:0000000${Number(value)}`;
}

/** Firefox installs again when the address changes: the version is in it. */
const firefox = {
  policies: {
    ExtensionSettings: {
      [firefoxId]: {
        installation_mode: 'force_installed',
        install_url: `${box}/companion/preau.xpi?version=${version}`,
      },
    },
    '3rdparty': { Extensions: { [firefoxId]: { boxes: [box] } } },
    Preferences: { 'xpinstall.signatures.required': { Value: false, Status: 'locked' } },
    DisablePrivateBrowsing: true,
  },
};
