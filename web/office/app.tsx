// SPDX-License-Identifier: Apache-2.0
import { PageFooter } from '../shared/ui/page_footer.tsx';
import { OfficeProvider } from './control/context.ts';
import type { Office } from './control/office.ts';
import { OfficeHeader } from './parts/office_header.tsx';
import { Deliveries } from './screens/deliveries.tsx';
import { Enter } from './screens/enter.tsx';

export function App({ office }: { office: Office }) {
  const inside = office.token.value !== null;
  return (
    <OfficeProvider value={office}>
      <div class="page">
        <OfficeHeader inside={inside} />
        {inside ? <Deliveries /> : <Enter />}
        <PageFooter />
      </div>
    </OfficeProvider>
  );
}
