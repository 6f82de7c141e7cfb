// SPDX-License-Identifier: Apache-2.0
// One question, from its announcement to its answer.
import { spanInWords } from '../../shared/time/words.ts';
import type { Gap } from '../model/gaps.ts';

export const question = {
  question: {
    pageTitle: (number: number, count: number) => `Question ${number} sur ${count}`,
    late: 'Temps écoulé',
    lateText:
      'Votre temps est écoulé. Levez la main : le surveillant décide de la suite. Vous pouvez encore répondre.',
    one: 'Choisissez une réponse.',
    several: 'Cochez toutes les bonnes réponses (il y en a au moins deux).',
    text: 'Votre réponse',
    number: 'Votre réponse (un nombre)',
    select: 'Votre réponse, à choisir dans la liste',
    choose: 'Choisir…',
    fields: 'Votre réponse',
    fieldNumber: 'Un nombre, en chiffres.',
    order: 'Mettez ces lignes dans l’ordre.',
    orderHint: 'Les boutons « Monter » et « Descendre » déplacent une ligne.',
    up: 'Monter',
    down: 'Descendre',
    thisLine: (line: string) => ` : ${line}`,
    movedTo: (line: string, place: number, count: number) =>
      `${line} : position ${place} sur ${count}`,
    match: 'Choisissez dans chaque liste ce qui correspond.',
    answer: 'Votre réponse',
    submit: 'Je valide',
    skip: 'Je passe',
    skipLong: ' la question, sans y répondre',
    summary: 'Votre réponse n’est pas complète',
    missing: {
      choose_one: () => 'Choisissez une des réponses proposées, ou passez la question.',
      choose_two: () => 'Cochez au moins deux réponses, ou passez la question.',
      choose_option: () => 'Choisissez une réponse dans la liste, ou passez la question.',
      type_text: () => 'Écrivez votre réponse, ou passez la question.',
      type_number: () => 'Écrivez votre réponse en chiffres, ou passez la question.',
      fill_one: () => 'Répondez à un champ au moins, ou passez la question.',
      match_row: (line) => `Choisissez une réponse pour « ${line} ».`,
      use_simulator: () => 'Répondez dans le simulateur, ou passez la question.',
      too_long: () => 'Votre réponse est trop longue : raccourcissez-la.',
    } satisfies Record<Gap, (line: string) => string>,
    pictureText: 'Description de l’image',
    pictureLost: 'L’image ne s’affiche pas. Voici sa description :',
    enlarge: 'Agrandir l’image',
    toEnglish: 'English',
    toFrench: 'Français',
    attachments: (n: number) => (n > 1 ? 'Fichiers à télécharger' : 'Fichier à télécharger'),
    notKept:
      'Votre réponse n’a pas pu être gardée sur ce poste, elle n’est pas partie. Validez de nouveau ; si le message revient, levez la main.',
    superseded:
      'La question précédente avait déjà reçu une réponse depuis un autre poste ou un autre onglet : c’est elle qui compte.',
  },

  picture: {
    title: 'Image agrandie',
    larger: 'Plus grand',
    smaller: 'Plus petit',
    close: 'Fermer l’image',
    scale: (percent: number) => `${percent} %`,
  },

  simulator: {
    keys: 'Au clavier : Tab pour y entrer, Échap pour en sortir.',
    leave: 'Sortir du simulateur',
    restart: 'Recommencer la simulation',
    none: 'Répondez dans le simulateur : votre réponse apparaîtra ici.',
    given: 'Réponse donnée dans le simulateur.',
    givenHint: 'Vous pouvez encore la changer dans le simulateur, ou la valider.',
    kept: 'Réponse donnée dans le simulateur, gardée.',
    keptHint: 'Le simulateur a recommencé depuis le début, mais votre réponse est toujours là.',
  },

  before: {
    position: (number: number, count: number) => `Question ${number} sur ${count}`,
    timed: (seconds: number) => `Question chronométrée : ${spanInWords(seconds)}`,
    focus: 'Question en mode focus',
    both: (seconds: number) => `Question chronométrée (${spanInWords(seconds)}) et en mode focus`,
    timedItems: (seconds: number) => [
      `Vous avez ${spanInWords(seconds)} pour répondre. Ce temps commence quand la question s’affiche.`,
      'Ensuite vous pouvez encore répondre, mais votre réponse comptera comme fausse.',
    ],
    focusItems: [
      'Restez sur cette page jusqu’à ce que vous ayez répondu : pas d’autre onglet, pas d’autre fenêtre, pas d’autre logiciel.',
      'Si vous quittez la page, votre réponse pourra ne pas compter, même juste.',
    ],
    show: 'Afficher la question',
    asking: 'Un instant…',
    unreachable: 'Le boîtier de la salle ne répond pas.',
    unreachableText:
      'La question s’affichera dès qu’il répondra, sans rien faire de plus. Son temps ne court pas en attendant.',
  },

  conduct: {
    focus: 'Mode focus : restez sur cette page.',
    over: 'Le temps de cette question est écoulé',
    overText: 'Vous pouvez encore répondre et continuer : votre réponse comptera comme fausse.',
    left: 'Vous avez quitté cette page',
    leftText:
      'Cette question est en mode focus : votre réponse pourra ne pas compter, même juste. Répondez quand même et restez ici.',
    leftHelp: 'Si vous n’y êtes pour rien, levez la main et dites-le au surveillant.',
  },

  confirm: {
    blank: (names: string[]) =>
      names.length > 1
        ? `Vous avez laissé vides : ${names.join(', ')}.`
        : `Vous avez laissé vide : ${names.join('')}.`,
    blankField: '(laissé vide)',
    unmoved: 'Vous n’avez déplacé aucune ligne : c’est bien l’ordre que vous voulez ?',
    title: (number: number) => `Votre réponse à la question ${number}`,
    skipTitle: (number: number) => `Passer la question ${number} ?`,
    skipText: 'Elle comptera comme une réponse fausse et vous ne pourrez pas y revenir.',
    final: 'Une fois confirmée, elle ne pourra plus être changée.',
    last: 'C’est la dernière question : en confirmant, vous terminez le test.',
    yes: 'Confirmer',
    yesSkip: 'Oui, passer',
    yesLast: 'Confirmer et terminer',
    no: 'Modifier',
    noSkip: 'Revenir à la question',
    noMore: 'Ne plus me demander de confirmer mes réponses',
    noMoreHint: 'Passer une question et terminer seront toujours à confirmer.',
  },

  sending: {
    title: (number: number) => `Réponse à la question ${number}`,
    sending: 'Envoi au boîtier de la salle…',
    held: 'Le test est arrêté pour le moment. Votre réponse est gardée sur ce poste et partira toute seule quand il reprendra. Rien à faire, votre temps ne court pas.',
    kept: 'Votre réponse est gardée sur ce poste. La question suivante arrivera dès que le boîtier répondra.',
  },
};
