// SPDX-License-Identifier: Apache-2.0

/** The name and its mark: the roof of a covered courtyard on its posts. */
export function Wordmark() {
  return (
    <span class="wordmark">
      <svg viewBox="0 0 32 24" aria-hidden="true" focusable="false">
        <path d="M2 9.5L16 2.5l14 7" />
        <path d="M6 10.5V21M16 10.5V21M26 10.5V21" class="posts" />
      </svg>
      <span>Préau</span>
    </span>
  );
}
