// SPDX-License-Identifier: Apache-2.0
// Every word of the office's screens. Components take them from here and nowhere else.
import { dateInWords, hourMinute } from '../../shared/time/words.ts';
import type { DeliveryState } from '../model/delivery.ts';
import type { Pressure } from '../model/outlook.ts';

const plural = (n: number, one: string, many: string) => `${n} ${n > 1 ? many : one}`;
const sessions = (n: number) => plural(n, 'session', 'sessions');

const today = () => new Date().toDateString();
/** "à 14:02", or "le 3 mars 2026 à 14:02" when it is not today. */
const moment = (instant: string) =>
  new Date(instant).toDateString() === today()
    ? `à ${hourMinute(instant)}`
    : `le ${dateInWords(instant.slice(0, 10))} à ${hourMinute(instant)}`;

export const fr = {
  place: 'Secrétariat',
  leave: 'Quitter',
  boxUnreachable: 'Le boîtier ne répond pas. Vérifiez que cet appareil est sur son réseau.',

  enter: {
    title: 'Entrer au secrétariat',
    intro:
      'Cette page dit où en sont les sessions scellées, et si la plateforme les a bien reçues. Le code est remis par la personne qui a installé le boîtier.',
    code: 'Code du secrétariat',
    codeHint: 'Seize lettres et chiffres, par exemple SGWQ-5WT7-7ERD-C9M5.',
    submit: 'Entrer',
    busy: 'Un instant…',
    summary: 'À corriger',
    wrong: 'Écrivez les seize lettres et chiffres du code.',
    expired: 'Le boîtier a redémarré, ou le code a changé. Entrez de nouveau.',
  },

  deliveries: {
    title: 'Envois à la plateforme',
    loading: 'Lecture du boîtier…',
    list: 'Sessions scellées',
    tryNow: 'Essayer maintenant',
    asked: 'Essai demandé…',
    answered: (instant: string) => `La plateforme a répondu ${moment(instant)}.`,
  },

  outlook: {
    nothing: 'Aucune session n’est scellée.',
    nothingMore: 'Une session paraît ici dès que son surveillant l’a close.',
    received: (n: number) => (n > 1 ? `Les ${n} sessions sont reçues.` : 'La session est reçue.'),
    receivedMore: 'Il n’y a rien à faire.',
    refused: (n: number) =>
      n > 1 ? `La plateforme refuse ${n} sessions.` : 'La plateforme refuse une session.',
    refusedMore:
      'Rien n’est effacé. Appelez l’assistance, avec le code de scellement sous les yeux.',
    stuck: (n: number) => `${sessions(n)} ${n > 1 ? 'attendent' : 'attend'} de pouvoir partir.`,
    nextTry: (instant: string) => `Le boîtier réessaiera tout seul ${moment(instant)}.`,
    silent: (n: number) =>
      n > 1 ? `${n} sessions attendent d’être envoyées.` : 'Une session attend d’être envoyée.',
    silentMore:
      'Le programme d’envoi du boîtier ne tourne pas. Rien n’est perdu : prévenez la personne qui a installé le boîtier.',
    onItsWay: (n: number) => `${sessions(n)} en route.`,
    onItsWayMore: 'Il n’y a rien à faire : le boîtier s’en occupe.',
  },

  stick: {
    copied: (n: number, of: number) =>
      of === 0
        ? 'Clé USB : aucune session n’attend d’être copiée.'
        : n < of
          ? `Clé USB : ${n} sur ${of} y sont.`
          : n > 1
            ? `Clé USB : les ${n} sessions qui attendent y sont copiées et relues.`
            : 'Clé USB : la session qui attend y est copiée et relue.',
    taken: (n: number) =>
      n > 1
        ? `${n} fichiers de la plateforme en ont été pris.`
        : 'Un fichier de la plateforme en a été pris.',
    remove: 'Vous pouvez la retirer.',
    gone: (instant: string) => `Dernière clé USB copiée ${moment(instant)}.`,
  },

  state: {
    waiting: 'En attente d’envoi',
    sending: 'Envoi en cours',
    stored: 'Arrivée, la plateforme la vérifie',
    accepted: 'Reçue',
    refused: 'Refusée pour l’instant',
  } satisfies Record<DeliveryState, string>,

  card: {
    title: (number: string) => `Session ${number}`,
    when: (date: string, time: string) => `${dateInWords(date)}, ${time}`,
    where: (site: string, room: string) => [site, room].filter(Boolean).join(', '),
    candidates: (n: number) => plural(n, 'candidat', 'candidats'),
    progress: (number: string) => `Part envoyée de la session ${number}`,
    sent: (percent: number) => `${percent}\u00a0% envoyés`,
    said: (words: string) => `La plateforme dit : «\u00a0${words}\u00a0»`,
    sealCode: 'Code de scellement',
    tried: 'Dernier essai',
    nextTry: 'Prochain essai',
    received: 'Reçue',
    deadline: 'À recevoir avant',
    moment,
    until: (deadline: string) => `le ${dateInWords(deadline.slice(0, 10))}`,
    daysLeft: (days: number) =>
      days < 0
        ? `dépassé de ${plural(-days, 'jour', 'jours')}`
        : days === 0
          ? 'dernier jour'
          : `il reste ${plural(days, 'jour', 'jours')}`,
    pressure: {
      calm: '',
      soon: 'Pensez à donner un accès à internet au boîtier, ou à copier la session sur une clé USB.',
      urgent:
        'Le temps presse : donnez un accès à internet au boîtier, ou portez la session sur une clé USB.',
      late: 'Le délai est dépassé, mais la plateforme la prendra encore. Prévenez votre académie.',
    } satisfies Record<Pressure, string>,
  },
};
