// SPDX-License-Identifier: Apache-2.0
/** Nothing when `text` is not an address of the web. (URL.canParse is too young for Chrome 109.) */
export function webAddress(text: string): URL | null {
  try {
    const address = new URL(text);
    return /^https?:$/.test(address.protocol) ? address : null;
  } catch {
    return null;
  }
}
