// SPDX-License-Identifier: Apache-2.0
import type { Receipt } from '../model/view.ts';
import { fr } from '../words/fr.ts';

/** To be copied by hand: large, cut at the end of a group only. */
export function ReceiptCode({ receipt }: { receipt: Receipt }) {
  const groups = receipt.code.match(/[^-]+-?/g) ?? [];
  return (
    <div class="receipt">
      <h2>{fr.finished.note}</h2>
      <p class="receipt-code digits">
        {groups.map((group, index) => (
          <span key={index}>{group}</span>
        ))}
      </p>
      <p>{fr.finished.noteText(receipt.answers)}</p>
    </div>
  );
}
