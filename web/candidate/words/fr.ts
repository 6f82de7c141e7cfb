// SPDX-License-Identifier: Apache-2.0
// Every word the candidate reads, from one file a theme. Components take them from here and nowhere
// else.
import { bar } from './bar.ts';
import { display } from './display.ts';
import { end } from './end.ts';
import { entry } from './entry.ts';
import { information } from './information.ts';
import { question } from './question.ts';
import { report } from './report.ts';
import { seatCheck } from './seat_check.ts';

export const fr = {
  product: 'Préau',
  again: 'Réessayer',
  continue: 'Continuer',
  back: 'Précédent',
  boxUnreachable:
    'Le boîtier de la salle ne répond pas. Vérifiez que ce poste est bien relié au réseau de la salle, puis réessayez.',

  ...entry,
  ...information,
  ...bar,
  ...question,
  ...report,
  ...display,
  ...end,
  ...seatCheck,
};
