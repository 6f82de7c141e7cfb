// SPDX-License-Identifier: Apache-2.0
// Every word the candidate reads. Components take them from here and nowhere else.
import type { FinishReason, View } from '../model/view.ts';
import type { Gap } from '../model/gaps.ts';
import type { JoinField } from '../model/join_form.ts';
import { durationInWords, spanInWords } from '../../shared/time/words.ts';

const plural = (n: number, one: string, many: string) => `${n} ${n > 1 ? many : one}`;

export const fr = {
  product: 'Préau',
  again: 'Réessayer',
  continue: 'Continuer',
  back: 'Précédent',
  boxUnreachable:
    'Le boîtier de la salle ne répond pas. Vérifiez que ce poste est bien relié au réseau de la salle, puis réessayez.',

  loading: {
    title: 'Connexion au boîtier de la salle…',
    text: 'Vous allez retrouver votre test là où vous l’aviez laissé.',
  },

  unfit: {
    title: 'Ce navigateur ne convient pas',
    text: 'Il refuse de garder vos réponses en cas de coupure (navigation privée ou stockage bloqué). Demandez au surveillant un autre poste ou un autre navigateur.',
  },

  join: {
    title: 'Rejoindre une session',
    intro:
      'Écrivez votre nom et votre prénom comme sur la feuille d’émargement. Tous les champs sont à remplir.',
    session: 'Numéro de session',
    sessionHint: 'Des chiffres, donnés par le surveillant.',
    lastName: 'Nom de naissance',
    firstName: 'Prénom',
    birthdate: 'Date de naissance',
    birthdateHint: 'Par exemple 27 03 2009.',
    day: 'Jour',
    month: 'Mois',
    year: 'Année',
    submit: 'Entrer dans la session',
    busy: 'Un instant…',
    summary: 'À corriger',
    wrong: {
      session: 'Écrivez le numéro de session : uniquement des chiffres.',
      last_name: 'Écrivez votre nom de naissance.',
      first_name: 'Écrivez votre prénom.',
      birthdate: 'Écrivez une date qui existe : jour, mois et année à quatre chiffres.',
    } satisfies Record<JoinField, string>,
  },

  identity: {
    title: 'Est-ce bien vous ?',
    born: 'Date de naissance',
    group: 'Classe',
    lastName: 'Nom de naissance',
    firstName: 'Prénom',
    session: 'Session',
    yes: 'Oui, c’est moi',
    no: 'Ce n’est pas moi',
    help: 'Une faute dans votre nom ou votre date ? Continuez, et dites-le au surveillant : il la fera corriger.',
  },

  information: {
    position: (page: number, count: number) => `Page ${page} sur ${count}`,
    adaptive: {
      title: 'Un test qui s’ajuste à vous',
      items: [
        'Chaque question est choisie d’après vos réponses précédentes. Quand vous réussissez, la suivante peut être plus difficile.',
        'Rencontrer des questions très difficiles est donc normal, même quand tout va bien.',
        'Si vous ne savez pas répondre, vous pouvez passer la question. Elle comptera comme une réponse fausse.',
        'On ne revient pas en arrière : vous relisez chaque réponse avant de l’envoyer.',
      ],
    },
    length: {
      title: (view: View) =>
        `${view.session.question_count} questions, ${durationInWords(view.candidate.duration_minutes)}`,
      items: (view: View) => [
        `Votre temps est de ${durationInWords(view.candidate.duration_minutes)}${view.candidate.extra_time_percent > 0 ? ' : votre temps majoré y est compris' : ''}. Il commence quand la première question s’affiche.`,
        'Le temps restant est en haut de l’écran. Vous pouvez le masquer s’il vous gêne.',
        `Répondez à au moins ${view.session.minimum_answers} questions : en dessous, aucun résultat n’est donné. Une question passée compte comme répondue.`,
        `Allez jusqu’à la question ${view.session.question_count} si vous le pouvez : vous y avez intérêt.`,
      ],
    },
    answering: {
      title: 'Vos réponses sont gardées',
      items: [
        'Après chaque réponse, le haut de l’écran vous dit où elle est : « Enregistré » signifie que le boîtier de la salle l’a sur son disque.',
        '« Hors ligne – gardé sur ce poste » signifie qu’elle attend que le réseau revienne. Elle partira toute seule.',
        'Vous n’avez jamais besoin de recharger la page.',
      ],
    },
    trouble: {
      title: 'Si quelque chose ne va pas',
      items: [
        'Le réseau est coupé : ne fermez rien, attendez. Le temps de la coupure ne vous est pas compté.',
        'La page s’est fermée ou l’ordinateur a redémarré : rouvrez le navigateur à la même adresse. Votre question est toujours là.',
        'Le poste ne marche plus : installez-vous à un autre poste et entrez de nouveau. Le surveillant vous laissera reprendre.',
        'Dans tous les cas : levez la main, le surveillant est là pour vous aider.',
      ],
    },
    rules: {
      title: 'Les règles de la salle',
      items: [
        'Je réponds seul, sans l’aide de personne.',
        'Mon téléphone et mes objets connectés sont éteints et rangés.',
        'Je n’utilise ni notes, ni messagerie, ni assistant d’intelligence artificielle.',
        'Je reste sur cette page pendant tout le test.',
        'Je ne copie, ne photographie et ne raconte aucune question.',
        'Je ne gêne pas les autres et je suis les consignes du surveillant.',
        'Je sais qu’une fraude peut faire perdre la certification.',
      ],
      accept: 'J’ai lu ces règles et je m’engage à les respecter.',
      missing: 'Cochez la case pour vous engager à respecter les règles.',
      submit: 'Terminer la lecture',
    },
  },

  waiting: {
    title: 'Le surveillant va confirmer votre présence',
    text: 'Restez sur cette page : elle avance toute seule.',
    aside: 'Rien à faire pour le moment. Si l’attente dure, levez la main.',
  },

  takeover: {
    title: 'Le surveillant doit autoriser ce poste',
    text: 'Votre test est ouvert sur un autre poste. Levez la main : dès que le surveillant l’autorise, il continue ici, à la même question.',
    aside: 'Cette page avance toute seule. Vos réponses déjà enregistrées sont sur le boîtier.',
  },

  elsewhere: {
    title: 'Votre test continue sur un autre poste',
    text: 'Ce poste ne peut plus y répondre. Si ce n’est pas normal, levez la main.',
    kept: (n: number) =>
      `${plural(n, 'réponse gardée', 'réponses gardées')} sur ce poste : entrez de nouveau ici pour l’envoyer.`,
    retake: 'Entrer de nouveau sur ce poste',
  },

  code: {
    title: 'Commencer le test',
    text: 'Le surveillant a confirmé votre présence. Écrivez le code d’accès qu’il donne à la salle.',
    label: 'Code d’accès',
    hint: 'Quatre lettres et deux chiffres.',
    missing: 'Écrivez le code d’accès donné par le surveillant.',
    warning: (minutes: number) =>
      `Votre temps (${durationInWords(minutes)}) commence dès que vous validez.`,
    submit: 'Commencer',
    summary: 'Le test n’a pas commencé',
  },

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
    left: (ms: number) =>
      ms === 3_600_000
        ? 'Il vous reste 1 heure.'
        : `Il vous reste ${plural(ms / 60_000, 'minute', 'minutes')}.`,
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
    saved: (time: string) => `Enregistré ${time}`,
    sending: 'Envoi…',
    kept: (n: number) => `Hors ligne – gardé sur ce poste (${n})`,
    error: 'Erreur – réponse non gardée',
    announce: {
      kept: 'Connexion perdue. Votre réponse est gardée sur ce poste.',
      error: 'Erreur : votre réponse n’a pas pu être gardée.',
      saved_again: 'Connexion revenue. Toutes vos réponses sont enregistrées.',
    },
  },

  offline: {
    title: 'Hors ligne',
    text: (pending: number) =>
      pending > 0
        ? `${plural(pending, 'réponse est gardée', 'réponses sont gardées')} sur ce poste et partira toute seule. Ne fermez pas et ne rechargez pas cette page.`
        : 'Le boîtier ne répond pas. Ne fermez pas et ne rechargez pas cette page : elle se reconnecte toute seule.',
    since: (time: string) =>
      `Dernier contact à ${time}. Le temps de la coupure ne vous est pas compté.`,
  },

  tabs: 'Votre test est ouvert dans deux onglets. Fermez l’autre et continuez dans celui-ci.',

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
    kept: 'Votre réponse est gardée sur ce poste. La question suivante arrivera dès que le boîtier répondra.',
  },

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
    results: 'Votre établissement vous communiquera votre résultat.',
    leave: 'Libérer ce poste',
    leaveHint: 'Rien de votre test ne reste sur ce poste.',
  },
};

export type Words = typeof fr;
