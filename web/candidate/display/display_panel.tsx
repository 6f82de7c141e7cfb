// SPDX-License-Identifier: Apache-2.0
import { ModalDialog } from '../../shared/ui/modal_dialog.tsx';
import { SelectField } from '../../shared/ui/select_field.tsx';
import { plainDisplay } from '../model/display.ts';
import { fr } from '../words/fr.ts';
import { Aid } from './aid.tsx';
import { Options } from './options.tsx';
import { TextSize } from './text_size.tsx';
import { useDisplay } from './use_display.ts';
import { languageOf } from './voices.ts';
import { useVoices } from './speech.ts';

const titleId = 'affichage';

/** How to read, chosen beside the page that changes at once. */
export function DisplayPanel({ onClose }: { onClose(): void }) {
  const { display, choose } = useDisplay();
  const voices = useVoices().filter((voice) => languageOf(voice) === 'fr');
  const { theme, spacing, font, ruler, clock_hidden, voice, text_percent } = display;
  return (
    <ModalDialog labelledBy={titleId} class="panel" onClose={onClose}>
      <div class="form">
        <div class="title-line">
          <h2 id={titleId}>{fr.display.title}</h2>
          <button type="button" class="button" onClick={onClose}>
            {fr.display.close}
          </button>
        </div>
        <p class="soft">{fr.display.intro}</p>
        <TextSize
          percent={text_percent}
          onPercent={(percent) => choose({ text_percent: percent })}
        />
        <Options
          name="theme"
          legend={fr.display.theme}
          options={fr.display.themes}
          value={theme}
          themes
          onValue={(value) => choose({ theme: value })}
        />
        <Options
          name="spacing"
          legend={fr.display.spacing}
          options={fr.display.spacings}
          value={spacing}
          onValue={(value) => choose({ spacing: value })}
        />
        <Options
          name="font"
          legend={fr.display.font}
          options={fr.display.fonts}
          value={font}
          onValue={(value) => choose({ font: value })}
        />
        <fieldset>
          <legend class="legend">{fr.display.aids}</legend>
          <Aid
            label={fr.display.ruler}
            hint={fr.display.rulerHint}
            on={ruler}
            onChange={(on) => choose({ ruler: on })}
          />
          <Aid
            label={fr.display.clockHidden}
            hint={fr.display.clockHiddenHint}
            on={clock_hidden}
            onChange={(on) => choose({ clock_hidden: on })}
          />
        </fieldset>
        {voices.length > 0 && (
          <div>
            <SelectField
              id="voix"
              label={fr.display.voice}
              placeholder={fr.display.noVoice}
              options={voices.map(({ name }) => ({ value: name, text: name }))}
              value={voice}
              onValue={(name) => choose({ voice: name })}
            />
            <p class="hint after">{fr.display.voiceHint}</p>
          </div>
        )}
        <button type="button" class="button quiet" onClick={() => choose(plainDisplay)}>
          {fr.display.reset}
        </button>
      </div>
    </ModalDialog>
  );
}
