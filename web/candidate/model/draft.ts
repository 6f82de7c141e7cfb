// SPDX-License-Identifier: Apache-2.0

/** The answer being prepared on this station. */
export interface Prepared {
  item: string;
  value: string;
  /** The value that the box has from this station; null when it has none. */
  told: string | null;
}

/**
 * The newest of what this station and the box remember. Only one station prepares at a time: when
 * the box has something else than what this one told it, another station came after.
 */
export function newestDraft(
  here: Prepared | null,
  box: { item: string; value: string } | null,
  item: string,
): Prepared | null {
  const own = here?.item === item ? here : null;
  if (box?.item !== item) return own;
  if (own && own.told === box.value) return own;
  return { item, value: box.value, told: box.value };
}
