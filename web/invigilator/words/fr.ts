// SPDX-License-Identifier: Apache-2.0
// Every word of the invigilator's screens. Components take them from here and nowhere else.
import type { Filter } from '../model/filters.ts';
import type { SeatProblem } from '../model/seats.ts';
import type {
  Card,
  FinishReason,
  Flag,
  LockdownKind,
  LockdownPolicy,
  Phase,
} from '../model/session_view.ts';
import { nameOf, plural } from './names.ts';

export { nameOf } from './names.ts';
export * from './acts.ts';

export const fr = {
  boxUnreachable:
    'Le boîtier ne répond pas : rien n’a été changé. Vérifiez le réseau, puis recommencez.',
  cancel: 'Annuler',
  close: 'Fermer',
  back: 'Revenir à la salle',
  optional: '(facultatif)',
  tooLong: (n: number) => `Trop long d’environ ${plural(n, 'signe', 'signes')} : raccourcissez.`,

  enter: {
    title: 'Surveiller une session',
    intro: 'Le numéro et le mot de passe sont sur la fiche du surveillant.',
    session: 'Numéro de session',
    sessionHint: 'Par exemple 123456.',
    password: 'Mot de passe de la session',
    passwordHint: 'Avec ses majuscules et ses minuscules. Les espaces ne comptent pas.',
    name: 'Votre nom',
    nameHint: 'Il accompagne chacun de vos gestes au procès-verbal. Ce poste s’en souvient.',
    show: 'Afficher',
    hide: 'Masquer',
    thePassword: ' le mot de passe',
    submit: 'Entrer',
    busy: 'Un instant…',
    summary: 'À corriger',
    wrongSession: 'Écrivez le numéro de session : uniquement des chiffres.',
    wrongPassword: 'Écrivez le mot de passe de la session.',
    wrongName: 'Écrivez votre nom.',
    expired: 'Votre accès n’est plus valable. Entrez de nouveau.',
    waiting: (n: number) =>
      `${plural(n, 'geste attend', 'gestes attendent')} d’être ${n > 1 ? 'envoyés' : 'envoyé'} : entrez de nouveau dans la même session, ils partiront tout seuls.`,
  },

  dayCode: {
    label: 'Code du jour',
    hint: 'Quatre groupes de quatre signes, que donne le chef de centre. Majuscules, espaces et tirets ne comptent pas.',
    short: (n: number) => `Le code du jour a 16 signes : il en manque ${n}.`,
    wrong: 'Un signe de ce code est faux : relisez-le groupe par groupe.',
    needed: 'La session attend le code du jour. Il n’est gardé nulle part sur le boîtier.',
    title: 'La session attend le code du jour',
    again:
      'Le boîtier a redémarré. Donnez le même code du jour : les candidats reprennent où ils en étaient, rien n’est perdu et leur temps est arrêté.',
    session: (number: string) => `Session ${number}`,
    submit: 'Ouvrir la session',
    leave: 'Quitter cette session',
  },

  loading: 'Connexion au boîtier…',

  header: {
    title: (number: string) => `Session ${number}`,
    code: 'Code d’accès',
    boxTime: 'Heure du boîtier',
    present: 'présents',
    running: 'en cours',
    finished: 'terminés',
    todo: 'à traiter',
    tab: (number: string) => `Session ${number} – Surveillance`,
    tabTodo: (todo: number, number: string) => `(${todo}) Session ${number} – Surveillance`,
    room: 'Salle',
    roomLong: 'Gestes pour toute la salle',
    soundOn: 'Son activé',
    soundOff: 'Son coupé',
    soundAsleep: 'Son : touchez la page',
  },

  stale: {
    text: (time: string, ago: string) =>
      `Le boîtier ne répond plus : vous voyez la salle de ${time}, il y a ${ago}. Cette page se reconnecte toute seule.`,
  },
  paused: 'Toute la salle est en pause : le temps est arrêté pour tous.',
  continueRoom: 'Reprendre l’épreuve',

  queue: {
    waiting: 'en attente d’envoi',
    withdraw: 'Retirer',
    withdrawLong: (what: string) => `Retirer : ${what}`,
    sending: 'envoi…',
  },
  refused: (what: string, why: string) => `${what} : ${why}`,
  understood: 'Compris',

  filters: {
    legend: 'Afficher',
    names: {
      all: 'Tous',
      attention: 'À traiter',
      absent: 'Absents',
      ready: 'Prêts',
      running: 'En cours',
      finished: 'Terminés',
    } satisfies Record<Filter, string>,
    neverStarted: 'Pas commencés',
    search: 'Chercher un nom',
  },

  list: {
    attention: (n: number) => `À traiter (${n})`,
    everyone: (n: number) => `Candidats (${n})`,
    others: (n: number) => `Les autres (${n})`,
    shown: (n: number) => plural(n, 'candidat', 'candidats'),
    nothingToDo: 'Rien à traiter pour le moment.',
    nobody: 'Personne ne correspond.',
  },

  phase: {
    absent: 'Absent',
    present: 'Présence à confirmer',
    authorised: 'Peut commencer',
    in_progress: 'En cours',
    finished: 'Terminé',
  } satisfies Record<Phase, string>,
  /** Once the session is over. */
  neverStarted: 'N’a pas commencé',

  flag: {
    report: 'Signalement',
    lockdown_missing: 'Verrouillage absent',
    resume_requested: 'Reprise demandée',
    deadline_passed: 'Temps écoulé',
    offline: 'Hors ligne',
    silent: 'Poste muet',
    interruption: 'Coupure à examiner',
    paused: 'En pause',
    focus_lost: 'Page quittée',
    homonym: 'Homonyme',
    lockdown_waived: 'Sans verrouillage, autorisé',
  } satisfies Record<Flag, string>,

  finish: {
    completed: 'toutes les questions',
    ended_by_invigilator: 'arrêté par le surveillant',
    time: 'fin du temps',
    finalised: 'fin de la session',
    exhausted: 'plus de question',
  } satisfies Record<FinishReason, string>,

  card: {
    answered: (answered: number, count: number) => `${answered} / ${count}`,
    answeredLong: (answered: number, count: number) =>
      `${plural(answered, 'réponse', 'réponses')} sur ${count}`,
    left: 'reste',
    held: 'arrêté,',
    ends: (time: string) => `fin ${time}`,
    started: (time: string) => `début ${time}`,
    extra: (percent: number) => `temps +${percent} %`,
    added: (minutes: number) => `+${minutes} min`,
    seenNow: 'vu à l’instant',
    seen: (ago: string) => `vu il y a ${ago}`,
    seat: (seat: string) => `Poste ${seat}`,
    noSeat: 'sans poste',
    born: (date: string) => `né(e) le ${date}`,
    validFor: 'encore valable',
    incidents: (n: number) => plural(n, 'incident', 'incidents'),
    reportOf: (number: number, kind: string, reason: string) =>
      `Question ${number} (${kind}) : ${reason}`,
    report: (number: number, reason: string) => `Question ${number} : ${reason}`,
    cut: (duration: string) => `Coupure de ${duration} : temps rendu`,
    cutAt: (time: string, duration: string) => `À ${time}, ${duration}`,
  },

  way: {
    identity: 'Entré par nom et date de naissance : c’est vous qui le reconnaissez.',
    code: 'Entré avec son code personnel.',
  },
  lockdown: {
    none: 'Poste non verrouillé',
    companion: 'Extension Préau',
    seb: 'Safe Exam Browser',
  } satisfies Record<LockdownKind, string>,
  policy: {
    none: 'aucun',
    companion: 'extension Préau',
    seb: 'Safe Exam Browser',
    any: 'extension Préau ou Safe Exam Browser',
  } satisfies Record<LockdownPolicy, string>,

  file: {
    code: 'Code personnel',
    codeHint: 'Il distingue deux homonymes : le candidat le donne pour entrer.',
    receipt: 'Code de l’accusé',
    receiptHint: 'Le candidat le note : il prouve quelles réponses ont été reçues.',
    acts: 'Gestes',
    timeline: 'Chronologie',
    incidents: 'Incidents notés',
    cuts: 'Coupures',
    noCuts: 'Aucune.',
    reading: 'Lecture de la fiche…',
    unreachable: 'La fiche complète ne peut pas être lue pour le moment.',
    by: (name: string) => `par ${name}`,
    seen: 'Dernier signe',
    progress: 'Réponses',
    left: 'Temps restant',
    began: 'Début',
    ends: 'Fin prévue',
    seat: 'Poste',
    station: 'Verrouillage',
    added: 'Temps ajouté',
    presence: 'Présence valable encore',
    more: 'Tout afficher',
    ruling: {
      none: 'Temps rendu, à confirmer',
      granted: 'Temps rendu, accordé',
      withdrawn: 'Temps repris',
    },
    keptTime: 'Accorder',
    takenTime: 'Reprendre ce temps',
  },

  report: {
    title: (card: Card) => `Signalement de ${nameOf(card)}`,
    text: 'Le temps de ce candidat est arrêté. Allez voir son écran, puis décidez.',
    gone: 'Ce signalement est déjà traité.',
    category: 'Ce que vous constatez',
    missing: 'Choisissez ce que vous constatez, ou refusez le signalement.',
    accept: 'Accepter',
    acceptHint: 'Une autre question remplace celle-ci.',
    refuse: 'Refuser',
    refuseHint: 'Le candidat continue avec la même question.',
  },

  time: {
    title: (card: Card) => `Ajouter du temps à ${nameOf(card)}`,
    titleAll: 'Ajouter du temps à tous',
    textAll: (n: number) =>
      `${plural(n, 'test en cours recevra', 'tests en cours recevront')} ce temps.`,
    minutes: 'Combien de minutes',
    other: 'Autre',
    otherLabel: 'Nombre de minutes, de 1 à 60',
    reason: 'Raison',
    choose: 'Choisir une raison',
    otherReason: 'Autre raison',
    otherReasonLabel: 'Laquelle ?',
    wrongMinutes: 'Écrivez un nombre de minutes, de 1 à 60.',
    wrongReason: 'Dites pourquoi ce temps est ajouté.',
    submit: (n: number) => `Ajouter ${plural(n, 'minute', 'minutes')}`,
    submitEmpty: 'Ajouter',
  },

  lockdown_waiver: {
    title: (card: Card) => `Verrouillage absent : ${nameOf(card)}`,
    text: (policy: string) =>
      `Cette session demande un verrouillage du poste (${policy}) et il manque. Le candidat attend, son temps est arrêté.`,
    todo: 'Rétablissez l’extension ou relancez Safe Exam Browser : le test reprend tout seul. Sinon, laissez continuer sans verrouillage ; ce choix est écrit au procès-verbal avec votre nom.',
  },

  release: {
    title: (card: Card) => `Libérer le poste de ${nameOf(card)} ?`,
    text: 'Le poste actuel ne pourra plus répondre. Le candidat entre de nouveau, là où vous l’installez, et reprend où il en était.',
    submit: 'Libérer le poste',
  },

  incident: {
    title: (card: Card) => `Incident : ${nameOf(card)}`,
    category: 'Nature de l’incident',
    description: 'Description',
    hint: 'Ce qui s’est passé, en une ou deux phrases.',
    missingCategory: 'Choisissez la nature de l’incident.',
    missingDescription: 'Décrivez l’incident : la plateforme ne peut rien en faire sans cela.',
    submit: 'Noter l’incident',
  },

  end: {
    title: (card: Card) => `Terminer le test de ${nameOf(card)} ?`,
    text: (card: Card) =>
      `Ce candidat en est à ${plural(card.answered, 'réponse', 'réponses')} sur ${card.question_count}. Son test s’arrêtera là et ne pourra pas être rouvert.`,
    few: 'Avec moins de 20 réponses, il n’y aura pas de certification.',
    reason: 'Pourquoi ?',
    missing: 'Choisissez une raison.',
    note: 'Remarque',
    next: 'Continuer',
    sureTitle: (card: Card) => `Confirmez : arrêter ${nameOf(card)}`,
    sureText: 'C’est définitif.',
    sure: (card: Card) => `Arrêter le test de ${nameOf(card)}`,
  },

  allPresent: {
    title: (n: number) => `Confirmer ${plural(n, 'présence', 'présences')}`,
    byName: 'Entrés par nom et date de naissance',
    byNameText: 'N’importe quel camarade les connaît. Confirmez si vous les avez reconnus.',
    byCode: 'Entrés avec leur code personnel',
    homonym: 'homonyme : vérifiez le code personnel',
    valid: 'Chacun aura 15 minutes pour commencer.',
    submit: 'Je les ai reconnus, confirmer',
    submitCodes: 'Confirmer',
    nobody: 'Plus personne n’attend d’être confirmé.',
    open: (n: number) => `Confirmer les ${n} présents`,
  },

  room: {
    title: 'Toute la salle',
    allPresent: 'Confirmer tous les présents',
    allPresentHint: (n: number) =>
      n > 0 ? plural(n, 'candidat attend', 'candidats attendent') : 'Personne n’attend.',
    time: 'Ajouter du temps à tous',
    timeHint: (n: number) => `${plural(n, 'test', 'tests')} en cours.`,
    pause: 'Mettre la salle en pause',
    pauseHint: 'Le temps s’arrête pour tous, les écrans le disent.',
    continueHint: 'Le temps repart pour tous.',
    message: 'Message à tous',
    messageHint: 'Il s’affiche sur chaque poste et à l’écran projeté.',
    seats: 'Postes vérifiés',
    seatsHint: (ready: number, attention: number) =>
      attention > 0
        ? `${ready} prêts sur ${ready + attention}, ${attention} à voir.`
        : `${plural(ready, 'poste prêt', 'postes prêts')}.`,
    close: 'Terminer la session',
    closeHint: 'À la fin, quand tout le monde a fini.',
    invigilators: 'Surveillants',
    screen: 'Écran à projeter',
    screenHint: 'Numéro, adresse et heure, sans aucun nom. S’ouvre dans un autre onglet.',
  },

  pauseRoom: {
    title: 'Mettre toute la salle en pause ?',
    text: 'Le temps s’arrête pour tous et personne ne peut répondre, jusqu’à ce que vous repreniez l’épreuve.',
    submit: 'Mettre en pause',
  },

  copy: {
    alone: 'Les réponses sont sur le boîtier seul',
    aloneText:
      'L’épreuve continue. Si le boîtier tombait en panne, les réponses ne pourraient pas être reprises sur un autre.',
    waiting: 'Les réponses attendent la seconde copie',
    waitingText:
      'Cette session doit être écrite sur deux supports. Les réponses restent gardées sur les postes et partiront toutes seules.',
    why: {
      removed: 'Il n’y a pas de clé USB de seconde copie : branchez-la sur le boîtier.',
      full: 'La clé USB de seconde copie est pleine : branchez-en une autre.',
      slow: 'La clé USB de seconde copie ne répond plus : débranchez-la, puis rebranchez-la ou changez-la.',
      failed: 'La clé USB de seconde copie est en panne : branchez-en une autre.',
      foreign:
        'La clé USB contient une autre suite de cette session, rien n’y est écrit : mettez-la de côté et branchez-en une autre.',
    },
    waive: {
      open: 'Continuer sans seconde copie…',
      title: 'Continuer sans seconde copie ?',
      text: 'Les réponses ne seront que sur le boîtier. Votre décision est inscrite au journal de la session, avec votre nom.',
      submit: 'Continuer sans seconde copie',
    },
  },

  message: {
    title: 'Message à tous',
    label: 'Votre message',
    hint: 'Court : chaque candidat le voit tout de suite, par-dessus sa question.',
    missing: 'Écrivez le message.',
    submit: 'Envoyer à tous',
    sent: 'Déjà envoyés',
  },

  seats: {
    title: 'Postes vérifiés',
    summary: (ready: number, all: number) => `${ready} / ${all} prêts`,
    none: 'Aucun poste n’a encore ouvert la page de vérification.',
    howTo: 'Sur chaque poste, ouvrez l’adresse du boîtier, puis « Vérifier ce poste ».',
    reading: 'Lecture des postes…',
    unreachable: 'La liste des postes ne peut pas être lue pour le moment.',
    ready: 'Prêt',
    todo: 'À voir',
    unnamed: 'Poste sans nom',
    checked: (time: string) => `vérifié à ${time}`,
    problem: {
      browser_old: 'Navigateur trop ancien : mettez-le à jour ou changez de navigateur.',
      no_indexeddb:
        'Le navigateur ne garde rien sur ce poste : quittez la navigation privée ou changez de navigateur.',
      clock_skew:
        'L’heure du poste n’est pas celle du boîtier : sans effet sur le test, mais à régler.',
      screen_small: 'Fenêtre trop petite : agrandissez-la ou changez d’écran.',
      latency_high: 'Réseau lent : rapprochez le poste de la borne ou branchez un câble.',
      lockdown_missing:
        'Le verrouillage demandé manque : installez l’extension ou ouvrez Safe Exam Browser.',
    } satisfies Record<SeatProblem, string>,
    unknownProblem: (code: string) => `Problème signalé : ${code}.`,
  },

  leaving: {
    title: 'Quitter la surveillance ?',
    text: (n: number) =>
      `${plural(n, 'geste n’est pas encore parti', 'gestes ne sont pas encore partis')}. Ils attendront sur cet appareil jusqu’à ce que vous reveniez dans cette session.`,
    submit: 'Quitter quand même',
  },

  state: {
    title: 'État',
    box: 'Boîtier joint à l’instant',
    boxLost: (ago: string) => `Boîtier muet depuis ${ago}`,
    silent: (n: number) => plural(n, 'poste muet', 'postes muets'),
    noSilent: 'aucun poste muet',
    queued: (n: number) => plural(n, 'geste en attente d’envoi', 'gestes en attente d’envoi'),
  },

  ending: {
    open: 'Terminer la session',
    title: 'Terminer la session',
    intro:
      'Les réponses seront scellées et transmises à la plateforme centrale. Plus personne ne pourra répondre.',
    running: (n: number) =>
      `${plural(n, 'test est encore en cours', 'tests sont encore en cours')} : ${n > 1 ? 'ils seront arrêtés' : 'il sera arrêté'}.`,
    reports: (n: number) =>
      n > 1
        ? `${n} signalements sont encore ouverts : traitez-les d’abord`
        : 'Un signalement est encore ouvert : traitez-le d’abord',
    reportsFirst: 'Traitez d’abord les signalements encore ouverts.',
    queued: 'Des gestes ne sont pas encore partis : attendez que le boîtier réponde.',
    summary: 'Résumé',
    complete: (n: number) => plural(n, 'test complet', 'tests complets'),
    absent: (n: number) => plural(n, 'absent ou non commencé', 'absents ou non commencés'),
    incidents: (n: number) => plural(n, 'incident noté', 'incidents notés'),
    reasons: 'Tests non terminés',
    reasonsHint: 'Pour chacun, dites pourquoi. La raison compte dans le résultat.',
    givenBefore: 'raison donnée à l’arrêt',
    state: (card: Card) =>
      `${plural(card.answered, 'réponse', 'réponses')} sur ${card.question_count}, ${card.phase === 'in_progress' ? 'encore en cours' : card.finish_reason ? fr.finish[card.finish_reason] : ''}`,
    missingFor: (card: Card) => `${nameOf(card)} : choisissez une raison.`,
    failed: 'La session n’est pas terminée',
    submit: 'Terminer la session',
    sureTitle: 'Terminer définitivement la session ?',
    sureText: 'Vérifiez que tous les candidats ont fini. Ce geste ne peut pas être annulé.',
    sure: 'Oui, terminer la session',
  },

  sealed: {
    title: 'Session terminée',
    closed: 'Session close',
    closedText: 'Plus aucune réponse n’est acceptée.',
    sealing: 'Scellement en cours…',
    sealed: 'Réponses scellées et signées',
    sealedText: (size: number) =>
      `${plural(size, 'enregistrement', 'enregistrements')}. Empreinte :`,
    sending: 'Transmission à la plateforme centrale…',
    sendingText:
      'Elle se fait toute seule dès que le boîtier a accès à internet. Vous pouvez éteindre les postes des candidats.',
    received: 'Accusé de réception vérifié',
    receivedText: (when: string) =>
      `La plateforme centrale a reçu et vérifié la session le ${when}.`,
    code: 'Code de l’accusé',
    pending: 'À venir',
  },

  leave: 'Quitter',
};
