// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { hourMinute, spanInWords } from '../../shared/time/words.ts';
import { useDesk } from '../control/context.ts';
import type { CandidateFile, RuledInterruption, TimelineLine } from '../model/file.ts';
import { eventInWords } from '../words/timeline.ts';
import { fr, incidentCategories } from '../words/fr.ts';

/** What the journal says of a candidate. */
export function FileRecord({ file }: { file: CandidateFile }) {
  return (
    <>
      {file.interruptions.length > 0 && (
        <section>
          <h3>{fr.file.cuts}</h3>
          <ul class="names">
            {file.interruptions.map((cut) => (
              <Cut key={cut.number} candidate={file.card.number} cut={cut} />
            ))}
          </ul>
        </section>
      )}
      {file.incidents.length > 0 && (
        <section>
          <h3>{fr.file.incidents}</h3>
          <ul class="names">
            {file.incidents.map((incident, place) => (
              <li key={place}>
                <span class="soft">
                  {hourMinute(incident.at)}
                  {incident.by && `, ${incident.by}`}
                </span>
                <br />
                <strong>
                  {incident.category}, {incidentCategories[incident.category]}
                </strong>
                {incident.description && <p>{incident.description}</p>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Timeline lines={file.timeline} />
    </>
  );
}

interface CutProps {
  candidate: number;
  cut: RuledInterruption;
}

function Cut({ candidate, cut }: CutProps) {
  const desk = useDesk();
  const rule = (granted: boolean) =>
    void desk.act({ kind: 'interruption', candidate, interruption: cut.number, granted });
  const lasted = spanInWords(Math.round(cut.lasted_ms / 1000));
  return (
    <li>
      {fr.card.cutAt(hourMinute(cut.began_at), lasted)} :{' '}
      <strong>{fr.file.ruling[cut.ruling]}</strong>
      {cut.ruling === 'none' && !desk.state.finalised.value && (
        <div class="buttons">
          <button type="button" class="button" onClick={() => rule(true)}>
            {fr.file.keptTime}
          </button>
          <button type="button" class="button" onClick={() => rule(false)}>
            {fr.file.takenTime}
          </button>
        </div>
      )}
    </li>
  );
}

const shortLength = 8;

/** The last events first: what just happened is what one looks for. */
function Timeline({ lines }: { lines: TimelineLine[] }) {
  const [all, setAll] = useState(false);
  const latest = [...lines].reverse();
  const shown = all ? latest : latest.slice(0, shortLength);
  return (
    <section>
      <h3>{fr.file.timeline}</h3>
      <ol class="timeline" role="list">
        {shown.map((line, place) => (
          <li key={lines.length - place}>
            <span class="digits soft">{hourMinute(line.at)}</span>
            <span>
              {eventInWords(line.what)}
              {line.text && `, ${line.text}`}
              {line.by && <span class="soft"> ({fr.file.by(line.by)})</span>}
            </span>
          </li>
        ))}
      </ol>
      {!all && lines.length > shortLength && (
        <button type="button" class="button quiet" onClick={() => setAll(true)}>
          {fr.file.more}
        </button>
      )}
    </section>
  );
}
