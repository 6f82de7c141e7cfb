// SPDX-License-Identifier: Apache-2.0
// The words of a report and of what holds a test.
import { spanInWords } from '../../shared/time/words.ts';
import type { Held } from '../report/held.ts';
import type { ReportReason } from '../model/view.ts';

export const report = {
  report: {
    button: 'Signaler un problème avec la question',
    title: (number: number) => `Signaler un problème avec la question ${number}`,
    intro: 'Que se passe-t-il ?',
    reasons: {
      image: 'L’image ne s’affiche pas ou ne correspond pas',
      simulator: 'Le simulateur ne fonctionne pas',
      file: 'Le fichier ne s’ouvre pas ou ne correspond pas',
      instruction: 'La consigne est incompréhensible ou contient une erreur',
      other: 'Autre chose',
    } satisfies Record<ReportReason, string>,
    missing: 'Choisissez ce qui ne va pas.',
    continue: 'Continuer',
    cancel: 'Revenir à la question',

    sure: 'Envoyer ce signalement ?',
    sureItems: [
      'Votre temps s’arrête et la question se cache.',
      'Vous levez la main et vous montrez le problème au surveillant.',
      'Vous continuez quand il a décidé.',
    ],
    notForHard: 'Une question difficile n’est pas un problème : vous pouvez la passer.',
    send: 'Envoyer le signalement',
    change: 'Modifier',

    sending: {
      title: 'Envoi de votre signalement…',
      text: 'Un instant : le boîtier de la salle va le recevoir.',
      unreachable: 'Votre signalement partira tout seul dès que le boîtier de la salle répondra.',
      help: 'Vous pouvez déjà lever la main.',
    },
    refused: 'Le signalement n’a pas été pris',

    held: {
      report: 'Signalement envoyé',
      room_pause: 'La salle est en pause',
      pause: 'Votre test est en pause',
    } satisfies Record<Held, string>,
    text: {
      report: 'Levez la main : le surveillant vient voir ce qui ne va pas.',
      room_pause: 'Le surveillant a arrêté le test pour tout le monde.',
      pause: 'Le surveillant l’a arrêté pour le moment.',
    } satisfies Record<Held, string>,
    too: {
      report: 'Votre signalement attend aussi une décision.',
      room_pause: 'La salle est aussi en pause.',
      pause: 'Votre test est aussi en pause.',
    } satisfies Record<Held, string>,
    reported: 'Vous avez signalé',
    stopped: 'Votre temps est arrêté',
    remaining: (time: string) => `Il vous restera ${time}.`,
    next: 'Ensuite',
    nextItems: (number: number) => [
      `S’il est d’accord, une autre question remplace celle-ci. Elle garde le numéro ${number}.`,
      'Sinon, vous retrouvez la même question, avec ce que vous aviez déjà écrit.',
    ],
    nextPause: ['Vous retrouvez votre question, avec ce que vous aviez déjà écrit.'],
    aside: 'Rien à faire sur ce poste : cette page avance toute seule.',

    left: {
      title: 'Vous avez quitté cette page',
      text: 'Cette question est en mode focus : votre réponse pourra ne pas compter, même juste. Répondez quand même et restez ici.',
      textAdjusted:
        'C’est noté. Vous avez un aménagement : votre réponse compte comme les autres. Continuez.',
      help: 'Vous n’y êtes pour rien ? Levez la main et dites-le au surveillant. Vous pouvez aussi signaler un problème, sous la question.',
    },
    focusItems: [
      'Restez sur cette page jusqu’à ce que vous ayez répondu : pas d’autre onglet, pas d’autre fenêtre, pas d’autre logiciel.',
      'Vous avez un aménagement : si vous devez quitter la page, votre réponse compte quand même.',
    ],

    accepted: (number: number) => `La question est remplacée, elle garde le numéro ${number}`,
    acceptedText: 'Celle que vous avez signalée ne compte pas.',
    refusedReport: 'La question reste la même',
    refusedReportText:
      'Le surveillant a regardé votre signalement. Ce que vous aviez écrit est toujours là.',
    added: (ms: number) => `Votre temps est prolongé de ${spanInWords(ms / 1000)}`,
  },
};
