// SPDX-License-Identifier: Apache-2.0
import { Wordmark } from '../../shared/ui/wordmark.tsx';
import { useOffice } from '../control/context.ts';
import { fr } from '../words/fr.ts';

export function OfficeHeader({ inside }: { inside: boolean }) {
  const office = useOffice();
  return (
    <header class="page-header">
      <Wordmark />
      {inside && (
        <div class="header-end">
          <span class="soft">{fr.place}</span>
          <button type="button" class="button quiet" onClick={() => office.leave()}>
            {fr.leave}
          </button>
        </div>
      )}
    </header>
  );
}
