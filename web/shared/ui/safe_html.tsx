// SPDX-License-Identifier: Apache-2.0

/**
 * The only place where a page takes HTML from the box. It may: the pack's texts are Markdown turned
 * into a small HTML subset when the pack is built (raw HTML refused there), the box serves a pack
 * only after verifying its signature, and the pages' Content-Security-Policy runs no inline script.
 * Never give it anything typed by a person.
 */
export function SafeHtml({ html, class: name }: { html: string; class?: string }) {
  return <div class={`rich ${name ?? ''}`} dangerouslySetInnerHTML={{ __html: html }} />;
}
