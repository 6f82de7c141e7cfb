// SPDX-License-Identifier: Apache-2.0
// What surrounds the question: the time, where the answers are, a cut.
import type { View } from '../model/view.ts';
import { plural } from './plural.ts';
import { durationInWords, spanInWords } from '../../shared/time/words.ts';

export const bar = {
  bar: {
    progress: (number: number, count: number) => `Question ${number} sur ${count}`,
    minimum: (answered: number, minimum: number) =>
      answered >= minimum
        ? `minimum de ${minimum} réponses atteint`
        : `${plural(answered, 'réponse', 'réponses')}, minimum ${minimum}`,
    time: 'Temps restant',
    heldTime: 'Temps arrêté',
    hide: 'Masquer',
    show: 'Afficher le temps',
    left: (minutes: number) => `Il vous reste ${durationInWords(minutes)}.`,
    questionTime: 'Cette question',
    questionTimeLong: 'Temps restant pour cette question',
    questionOver: 'temps écoulé',
    questionLeft: (ms: number) =>
      ms === 0
        ? 'Le temps de cette question est écoulé.'
        : `Il vous reste ${spanInWords(ms / 1000)} pour cette question.`,
  },

  badge: {
    ready: (n: number) =>
      n === 0 ? 'Relié au boîtier' : plural(n, 'réponse enregistrée', 'réponses enregistrées'),
    saved: (time: string, copies: View['copies']) =>
      copies === 'box_and_copy'
        ? `Enregistré sur le boîtier et sa seconde copie, ${time}`
        : `Enregistré sur le boîtier, ${time}`,
    sending: 'Envoi…',
    kept: (n: number) => `Hors ligne – gardé sur ce poste (${n})`,
    held: (n: number) => `Test arrêté – gardé sur ce poste (${n})`,
    error: 'Erreur – réponse non gardée',
    announce: {
      kept: 'Connexion perdue. Votre réponse est gardée sur ce poste.',
      error: 'Erreur : votre réponse n’a pas pu être gardée.',
      saved_again: 'Connexion revenue. Toutes vos réponses sont enregistrées.',
    },
  },

  offline: {
    title: 'Hors ligne',
    said: 'Le boîtier ne répond plus. Rien n’est perdu : la page attend qu’il revienne.',
    text: (pending: number) =>
      pending > 0
        ? `${plural(pending, 'réponse est gardée', 'réponses sont gardées')} sur ce poste et ${pending > 1 ? 'partiront toutes seules' : 'partira toute seule'}. Ne fermez pas et ne rechargez pas cette page.`
        : 'Le boîtier ne répond pas, aucune réponse n’attend. Ne fermez pas et ne rechargez pas cette page : elle se reconnecte toute seule.',
    since: (time: string) => `Dernier contact à ${time}.`,
    next: (seconds: number) => `Prochain essai dans ${seconds} s.`,
    trying: 'Essai en cours…',
    retry: 'Réessayer maintenant',
  },

  message: {
    title: (time: string) => `Message du surveillant, ${time}`,
    read: 'J’ai lu',
  },
};
