// SPDX-License-Identifier: Apache-2.0
// Every word of the projected screen.
import type { ScreenView } from '../model/screen_view.ts';

const plural = (n: number, one: string, many: string) => (n > 1 ? many : one);

export const fr = {
  tab: 'Écran de la salle',
  session: 'Numéro de session',
  address: 'Ouvrez cette adresse dans le navigateur',
  qr: (address: string) => `Code à photographier : il mène à ${address}`,
  time: 'Heure du boîtier',
  ends: 'Fin',
  endsAll: 'Fin pour tous',
  message: 'Message du surveillant',
  state: {
    waiting: 'La session va commencer',
    running: 'Test en cours',
    paused: 'Épreuve en pause : le temps est arrêté',
    finished: 'Session terminée',
  } satisfies Record<ScreenView['state'], string>,
  present: (n: number, all: number) => `${plural(n, 'présent', 'présents')} sur ${all}`,
  running: 'en cours',
  finished: (n: number) => plural(n, 'terminé', 'terminés'),
  connecting: 'Connexion au boîtier…',
  unknown: (number: string) => `Ce boîtier n’a pas de session ${number}.`,
  stale: 'Le boîtier ne répond pas. Cette page se reconnecte toute seule.',
  which: 'Quelle session afficher ?',
  whichHint: 'Le numéro est sur la fiche du surveillant.',
  show: 'Afficher',
};
