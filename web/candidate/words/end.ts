// SPDX-License-Identifier: Apache-2.0
// The end of the test.
import { plural } from './plural.ts';
import type { FinishReason } from '../model/view.ts';

export const end = {
  finished: {
    title: {
      completed: 'Test terminé',
      ended_by_invigilator: 'Le surveillant a terminé votre test',
      time: 'Votre temps est écoulé',
      finalised: 'La session est terminée',
      exhausted: 'Test terminé',
    } satisfies Record<FinishReason, string>,
    text: {
      completed: 'Vous avez répondu à toutes les questions. Merci.',
      ended_by_invigilator:
        'Votre test a été arrêté par le surveillant. Adressez-vous à lui pour toute question.',
      time: 'Le test s’est arrêté à la fin de votre temps.',
      finalised: 'Le surveillant a clos la session : votre test s’est arrêté là où vous en étiez.',
      exhausted: 'Il n’y a plus de question à vous poser. Merci.',
    } satisfies Record<FinishReason, string>,
    answers: (n: number, count: number) =>
      `${plural(n, 'réponse enregistrée', 'réponses enregistrées')} sur ${count}.`,
    allArrived: 'Toutes vos réponses sont arrivées au boîtier de la salle.',
    someKept: (n: number) =>
      `${plural(n, 'réponse attend', 'réponses attendent')} encore sur ce poste. Gardez ce poste allumé et cette page ouverte, et prévenez le surveillant.`,
    tooLate: (n: number) =>
      `${plural(n, 'réponse est arrivée', 'réponses sont arrivées')} après la fin du test et ne ${n > 1 ? 'sont' : 'est'} pas comptée${n > 1 ? 's' : ''}. Dites-le au surveillant.`,
    note: 'Notez ce code',
    noteText: (n: number) =>
      n === 1
        ? 'Il prouve que votre réponse a été reçue. Gardez-le jusqu’à votre résultat.'
        : `Il prouve que vos ${n} réponses ont été reçues. Gardez-le jusqu’à votre résultat.`,
    results: 'Votre établissement vous communiquera votre résultat.',
    leave: 'Libérer ce poste',
    leaveHint: (hasCode: boolean) =>
      hasCode
        ? 'Notez d’abord votre code : rien de votre test ne reste sur ce poste.'
        : 'Rien de votre test ne reste sur ce poste.',
  },
};
