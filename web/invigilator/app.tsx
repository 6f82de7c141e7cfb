// SPDX-License-Identifier: Apache-2.0
import { useSignal } from '@preact/signals';
import { PageFooter } from '../shared/ui/page_footer.tsx';
import { DeskProvider } from './control/context.ts';
import type { Desk } from './control/desk.ts';
import { DialogStack } from './dialogs/dialog_stack.tsx';
import { Closing } from './screens/closing.tsx';
import { Enter } from './screens/enter.tsx';
import { Loading } from './screens/loading.tsx';
import { RoomScreen } from './screens/room.tsx';
import { Unlock } from './screens/unlock.tsx';

export function App({ desk }: { desk: Desk }) {
  const closing = useSignal(false);
  const onClosing = (now: boolean) => {
    desk.dialogs.closeAll();
    closing.value = now;
  };
  return (
    <DeskProvider value={desk}>
      <div class="page">
        <Current desk={desk} closing={closing.value} onClosing={onClosing} />
        <PageFooter />
        <DialogStack onClosing={() => onClosing(true)} />
      </div>
    </DeskProvider>
  );
}

interface CurrentProps {
  desk: Desk;
  closing: boolean;
  onClosing(closing: boolean): void;
}

function Current({ desk, closing, onClosing }: CurrentProps) {
  const { restored, token, view, finalised, locked } = desk.state;
  if (!restored.value) return <main />;
  if (token.value === null) return <Enter />;
  if (locked.value) return <Unlock />;
  if (view.value === null) return <Loading />;
  if (closing && !finalised.value) return <Closing onBack={() => onClosing(false)} />;
  return <RoomScreen onClose={() => onClosing(true)} />;
}
