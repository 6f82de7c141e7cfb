// SPDX-License-Identifier: Apache-2.0
// Every word the invigilator reads. Components take them from here and nowhere else.
import type { Act } from '../model/acts.ts';
import type { AbortReason } from '../model/closing.ts';
import type { Filter } from '../model/filters.ts';
import type { Card, FinishReason, Flag, Phase } from '../model/session_view.ts';

const plural = (n: number, one: string, many: string) => `${n} ${n > 1 ? many : one}`;

export const nameOf = (card: Card) => `${card.last_name.toUpperCase()} ${card.first_name}`;

export const fr = {
  boxUnreachable:
    'Le boîtier ne répond pas : rien n’a été changé. Vérifiez le réseau, puis recommencez.',
  cancel: 'Annuler',
  back: 'Revenir à la salle',

  enter: {
    title: 'Surveiller une session',
    intro: 'Le numéro et le mot de passe sont sur la fiche du surveillant.',
    session: 'Numéro de session',
    sessionHint: 'Par exemple 123456.',
    password: 'Mot de passe de la session',
    show: 'Afficher',
    hide: 'Masquer',
    submit: 'Entrer',
    busy: 'Un instant…',
    summary: 'À corriger',
    wrongSession: 'Écrivez le numéro de session : uniquement des chiffres.',
    wrongPassword: 'Écrivez le mot de passe de la session.',
    expired: 'Votre accès n’est plus valable. Entrez de nouveau.',
  },

  loading: 'Connexion au boîtier…',

  header: {
    title: (number: string) => `Session ${number}`,
    code: 'Code d’accès',
    boxTime: 'Heure du boîtier',
    present: 'présents',
    running: 'en cours',
    finished: 'terminés',
    tab: (todo: number, number: string) =>
      `${todo > 0 ? `(${todo}) ` : ''}Session ${number} – Surveillance`,
  },

  stale: {
    title: 'Ces informations ne sont plus à jour',
    text: (time: string) =>
      `Plus de nouvelles du boîtier depuis ${time}. Cette page se reconnecte toute seule.`,
  },

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
    resume_requested: 'Reprise demandée',
    deadline_passed: 'Temps écoulé',
    offline: 'Hors ligne',
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
    held: 'temps arrêté',
    started: (time: string) => `début ${time}`,
    extra: (percent: number) => `temps +${percent}\u00a0%`,
    seenNow: 'vu à l’instant',
    seen: (ago: string) => `vu il y a ${ago}`,
  },

  act: {
    resume: 'Autoriser la reprise',
    confirm: 'Confirmer la présence',
    confirm_again: 'Confirmer à nouveau',
    cancel: 'Annuler la présence',
    end: 'Terminer le test',
  } satisfies Record<Act, string>,
  actFor: (act: string, card: Card) => `${act} : ${nameOf(card)}`,
  actFailed: (card: Card, why: string) => `${nameOf(card)} : ${why}`,

  end: {
    title: (card: Card) => `Terminer le test de ${nameOf(card)} ?`,
    text: (card: Card) =>
      `Ce candidat en est à ${plural(card.answered, 'réponse', 'réponses')} sur ${card.question_count}. Son test s’arrêtera là et ne pourra pas être rouvert.`,
    next: 'Continuer',
    sureTitle: (card: Card) => `Confirmez : arrêter ${nameOf(card)}`,
    sureText: 'C’est définitif. Une raison vous sera demandée à la fin de la session.',
    sure: (card: Card) => `Arrêter le test de ${nameOf(card)}`,
  },

  close: {
    open: 'Terminer la session',
    title: 'Terminer la session',
    intro:
      'Les réponses seront scellées et transmises à la plateforme centrale. Plus personne ne pourra répondre.',
    running: (n: number) =>
      `${plural(n, 'test est encore en cours', 'tests sont encore en cours')} : ${n > 1 ? 'ils seront arrêtés' : 'il sera arrêté'}.`,
    todo: (n: number) =>
      `${plural(n, 'candidat attend', 'candidats attendent')} encore quelque chose de vous.`,
    summary: (finished: number, absent: number) =>
      `${plural(finished, 'test complet', 'tests complets')}, ${plural(absent, 'candidat absent ou non commencé', 'candidats absents ou non commencés')}.`,
    reasons: 'Tests non terminés',
    reasonsHint: 'Pour chacun, dites pourquoi. La raison compte dans le résultat.',
    reason: {
      candidate: 'Manque de temps ou départ du candidat',
      technical: 'Problème technique',
    } satisfies Record<AbortReason, string>,
    state: (card: Card) =>
      `${plural(card.answered, 'réponse', 'réponses')} sur ${card.question_count}, ${card.phase === 'in_progress' ? 'encore en cours' : card.finish_reason ? fr.finish[card.finish_reason] : ''}`,
    missing: 'Donnez une raison pour chaque test non terminé.',
    missingFor: (card: Card) => `${nameOf(card)} : choisissez une raison.`,
    failed: 'La session n’est pas terminée',
    submit: 'Terminer la session',
    sureTitle: 'Terminer définitivement la session ?',
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
      `${plural(size, 'enregistrement', 'enregistrements')}. Empreinte :`,
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
