// SPDX-License-Identifier: Apache-2.0
import { Notice } from '../../shared/ui/notice.tsx';
import { ScreenTitle } from '../../shared/ui/screen_title.tsx';
import { useStation } from '../control/context.ts';
import { fr } from '../words/fr.ts';

/** The box no longer lets this station act: the invigilator authorised another one. */
export function Elsewhere() {
  const station = useStation();
  const kept = station.state.pending.value;
  return (
    <section class="sheet narrow">
      <ScreenTitle page={fr.elsewhere.title}>{fr.elsewhere.title}</ScreenTitle>
      <p class="lead">{fr.elsewhere.text}</p>
      {kept > 0 && (
        <Notice tone="warning">
          <p>{fr.elsewhere.kept(kept)}</p>
        </Notice>
      )}
      <div class="buttons">
        <button type="button" class="button" onClick={() => void station.leave()}>
          {fr.elsewhere.retake}
        </button>
      </div>
    </section>
  );
}
