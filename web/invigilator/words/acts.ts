// SPDX-License-Identifier: Apache-2.0
// What an invigilator does, and why: the words of buttons, lists and dialogs.
import type { Act } from '../model/act.ts';
import type { IncidentCategory } from '../model/incidents.ts';
import type { Deed } from '../model/offered.ts';
import type { AbortReason, Card, ReportCategory, ReportReason } from '../model/session_view.ts';
import { nameOf, plural } from './names.ts';

export const deeds: Record<Deed, string> = {
  report: 'Traiter le signalement',
  lockdown: 'Continuer sans verrouillage',
  resume: 'Autoriser la reprise',
  end: 'Terminer le test',
  confirm: 'Confirmer la présence',
  confirm_again: 'Confirmer à nouveau',
  cancel: 'Annuler la présence',
  grant: 'Accorder ce temps',
  continue: 'Reprendre le test',
  pause: 'Mettre en pause',
  time: 'Ajouter du temps',
  release: 'Libérer le poste',
  incident: 'Noter un incident',
};

/** What each does, for who does it once a year. */
export const deedHints: Partial<Record<Deed, string>> = {
  resume: 'Le test continue sur le poste qui le demande ; l’ancien est fermé.',
  confirm_again: 'Donne de nouveau 15 minutes pour commencer.',
  cancel: 'Le candidat ne pourra plus commencer.',
  pause: 'Le temps s’arrête, le candidat attend.',
  grant: 'Pour le reprendre, voyez les coupures, plus bas.',
  release: 'Pour changer de poste : le candidat entre de nouveau ailleurs.',
  incident: 'Écrit au procès-verbal, avec l’heure et votre nom.',
  end: 'Définitif.',
};

export const deedFor = (deed: Deed, card: Card) => `${deeds[deed]} : ${nameOf(card)}`;

/** An act that is under way, or that the box refused. */
export function actInWords(act: Act): string {
  switch (act.kind) {
    case 'presence':
      return act.present ? 'Confirmer la présence' : 'Annuler la présence';
    case 'report':
      return act.accept ? 'Accepter le signalement' : 'Refuser le signalement';
    case 'time':
      return `Ajouter ${act.minutes} min`;
    case 'pause':
      return act.paused ? deeds.pause : deeds.continue;
    case 'interruption':
      return act.granted ? 'Accorder le temps de la coupure' : 'Reprendre le temps de la coupure';
    case 'resume':
    case 'release':
    case 'lockdown':
    case 'incident':
    case 'end':
      return deeds[act.kind];
    case 'all_present':
      return 'Confirmer tous les présents';
    case 'all_time':
      return `Ajouter ${act.minutes} min à tous`;
    case 'all_pause':
      return act.paused ? 'Mettre la salle en pause' : 'Reprendre l’épreuve';
    case 'message':
      return 'Message à tous';
    case 'without_copy':
      return 'Continuer sans seconde copie';
  }
}

export const reportReasons: Record<ReportReason, string> = {
  image: 'L’image ne s’affiche pas bien',
  simulator: 'Le simulateur ne fonctionne pas',
  file: 'Le fichier ne s’ouvre pas',
  instruction: 'La consigne n’est pas claire',
  other: 'Autre problème',
};

const kinds: Record<string, string> = {
  qcu: 'choix unique',
  qcm: 'choix multiple',
  qroc: 'réponse courte',
  ordering: 'à ranger',
  matching: 'à associer',
};

/** The kind of a question; those with several fields are told as such. */
export const questionKind = (kind: string) => kinds[kind] ?? 'plusieurs réponses';

export const reportCategories: Record<ReportCategory, string> = {
  E1: 'L’image ne s’affiche pas',
  E2: 'Le simulateur ou l’application ne s’affiche pas ou ne fonctionne pas',
  E3: 'Le fichier ne se télécharge pas ou ne s’ouvre pas',
  E4: 'Le site à visiter est indisponible',
  E5: 'Le site à visiter est bloqué par le réseau de l’établissement',
  E8: 'Le candidat bénéficie d’un temps majoré et n’a pas pu répondre dans le temps imparti',
  E9: 'Le logiciel installé sur le poste n’a pas fonctionné',
  E10: 'Le candidat a été contraint de quitter la page de la question',
  E11: 'La question est passée toute seule après une page d’erreur',
  E12: 'La question n’est pas accessible (daltonisme, lecteur d’écran…)',
};

export const incidentCategories: Record<IncidentCategory, string> = {
  C1: 'Nom, prénom ou date de naissance à corriger',
  C2: 'Temps majoré à ajouter ou à corriger',
  C4: 'Présent, mais signature oubliée ou sur la mauvaise ligne',
  C6: 'Suspicion de fraude',
  C7: 'Incident technique qui n’a pas empêché le test',
  C8: 'Incident lié au candidat qui n’a pas empêché le test',
};

export const abortReasons: Record<AbortReason, string> = {
  candidate: 'Manque de temps ou départ du candidat',
  technical: 'Problème technique',
};

export const timeReasons = [
  'Coupure ou panne',
  'Problème traité par le surveillant',
  'Départ en retard de la salle',
  'Alerte ou évacuation',
];

export const minutesInWords = (n: number) => plural(n, 'minute', 'minutes');
