// SPDX-License-Identifier: Apache-2.0

/** The events of a candidate's journal, as the box names them. */
const events: Record<string, string> = {
  'candidate.enrolled': 'Inscrit à la session',
  'candidate.joined': 'Entré dans la session',
  'candidate.left': 'Sorti : « Ce n’est pas moi »',
  'resume.requested': 'Demande à continuer sur un autre poste',
  'resume.authorised': 'Reprise autorisée',
  'contact.lost': 'Poste perdu de vue : temps arrêté',
  'contact.regained': 'Poste retrouvé : le temps repart',
  'display.chosen': 'Affichage réglé',
  'lockdown.observed': 'Verrouillage du poste constaté',
  'lockdown.waived': 'Autorisé à continuer sans verrouillage',
  'presence.confirmed': 'Présence confirmée',
  'presence.cancelled': 'Présence annulée',
  'authorisation.expired': 'Présence confirmée il y a plus de 15 minutes : expirée',
  'test.started': 'Test commencé',
  'question.asked': 'Question posée',
  'question.opened': 'Question affichée',
  'answer.recorded': 'Réponse reçue',
  'focus.lost': 'Page de la question quittée',
  'deadline.passed': 'Temps écoulé',
  'report.raised': 'Problème signalé',
  'report.accepted': 'Signalement accepté : question remplacée',
  'report.refused': 'Signalement refusé : même question',
  'seat.released': 'Poste libéré',
  'time.added': 'Temps ajouté',
  'test.paused': 'Test mis en pause',
  'test.continued': 'Test repris',
  'room.paused': 'Salle mise en pause',
  'room.continued': 'Épreuve reprise',
  'message.sent': 'Message à tous',
  'interruption.ruled': 'Coupure : décision prise',
  'incident.noted': 'Incident noté',
  'test.finished': 'Test terminé',
  'session.finalised': 'Session terminée',
  'result.decided': 'Résultat calculé',
};

/** The event's own name for one that a later box may bring. */
export const eventInWords = (what: string) => events[what] ?? what;
