// SPDX-License-Identifier: Apache-2.0

/** The words of a text of the pack, for a place that takes no HTML: an option, a label, a message. */
export function plainText(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html'); // runs and loads nothing
  return (page.body.textContent ?? '').replace(/\s+/g, ' ').trim();
}
