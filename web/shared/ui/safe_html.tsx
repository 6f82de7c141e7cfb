// SPDX-License-Identifier: Apache-2.0

interface SafeHtmlProps {
  html: string;
  class?: string;
  /** The text's language; the page's own when it is left out. */
  lang?: 'fr' | 'en';
}

/**
 * The only place where a page takes HTML from the box. It may: the pack's texts are Markdown turned
 * into a small HTML subset when the pack is built (raw HTML refused there), the box serves a pack
 * only after verifying its signature, and the pages' Content-Security-Policy runs no inline script.
 * Never give it anything typed by a person.
 */
export function SafeHtml({ html, class: name, lang }: SafeHtmlProps) {
  return (
    <div class={`rich ${name ?? ''}`} lang={lang} dangerouslySetInnerHTML={{ __html: html }} />
  );
}
