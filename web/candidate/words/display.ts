// SPDX-License-Identifier: Apache-2.0
// The words of the display panel and of reading aloud.
import type { Display } from '../model/display.ts';

export const display = {
  display: {
    button: 'Affichage',
    title: 'Affichage',
    intro: 'Chaque choix s’applique tout de suite et vous suit si vous changez de poste.',
    close: 'Fermer',
    reset: 'Remettre comme au début',

    size: 'Taille du texte',
    smaller: 'Plus petit',
    larger: 'Plus grand',
    percent: (percent: number) => `${percent} %`,

    theme: 'Couleurs',
    themes: {
      clear: 'Clair',
      cream: 'Crème',
      dark: 'Sombre',
      contrast: 'Fort contraste',
    } satisfies Record<Display['theme'], string>,

    spacing: 'Espace entre les lignes',
    spacings: {
      normal: 'Normal',
      wide: 'Large',
      wider: 'Très large',
    } satisfies Record<Display['spacing'], string>,

    font: 'Police',
    fonts: {
      standard: 'Habituelle',
      opendyslexic: 'OpenDyslexic',
    } satisfies Record<Display['font'], string>,

    aids: 'Aides',
    ruler: 'Règle de lecture',
    rulerHint: 'Elle suit la souris et le clavier. Alt + flèche haut ou bas la déplace.',
    clockHidden: 'Masquer le temps restant',
    clockHiddenHint: 'Les annonces de la fin du temps restent.',

    voice: 'Lecture à voix haute',
    voiceHint: 'Une voix de ce poste lit la question quand vous le demandez. Prenez un casque.',
    noVoice: 'Aucune voix',

    pictureReset: 'Taille d’origine',

    read: 'Lire la question',
    stop: 'Arrêter',
  },
};
