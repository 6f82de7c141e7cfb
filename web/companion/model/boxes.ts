// SPDX-License-Identifier: Apache-2.0
// Which addresses may lock a computer. A site of the internet may not, whatever its pages say:
// only names and addresses that exist in a local network, and those that the school's policy adds.
import { webAddress } from './web_address.ts';

/** Endings that no public registry sells. */
const localEndings = ['lan', 'local', 'localdomain', 'home.arpa', 'internal', 'intranet', 'intra'];

export function mayLock(origin: string, ofPolicy: readonly string[]): boolean {
  const address = webAddress(origin);
  if (address === null) return false;
  return ofPolicy.includes(address.origin) || isLocal(address.hostname);
}

function isLocal(host: string): boolean {
  if (host.startsWith('[')) return isLocalIpv6(host);
  if (/^\d+(\.\d+){3}$/.test(host)) return isLocalIpv4(host.split('.').map(Number));
  if (!host.includes('.')) return host !== '';
  return localEndings.some((ending) => host.endsWith(`.${ending}`));
}

function isLocalIpv4([first, second]: number[]): boolean {
  if (first === 10 || first === 127) return true;
  if (first === 172) return second! >= 16 && second! <= 31;
  return (first === 192 && second === 168) || (first === 169 && second === 254);
}

/** As browsers write it: lower case, in brackets. */
function isLocalIpv6(host: string): boolean {
  return host === '[::1]' || /^\[f[cd]/.test(host) || /^\[fe[89ab]/.test(host);
}
