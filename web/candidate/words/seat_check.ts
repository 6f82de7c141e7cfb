// SPDX-License-Identifier: Apache-2.0
// Is this station ready for a test?
import type { SeatLine } from '../model/seat_lines.ts';

export const seatCheck = {
  seatCheck: {
    title: 'Vérifier ce poste',
    intro: 'À faire avant la session, sur chaque poste. Rien n’est installé ni modifié.',
    checking: 'Vérification en cours…',
    ready: 'Ce poste est prêt.',
    remarks: 'Ce poste peut servir, avec une remarque à lire.',
    unfit: 'Ce poste ne peut pas servir pour un test.',
    noBox: 'Le boîtier de la salle ne répond pas.',
    verdicts: {
      good: 'Bon',
      free: 'Facultatif',
      remark: 'À noter',
      bad: 'À régler',
    } satisfies Record<SeatLine['state'], string>,
    names: {
      browser: 'Navigateur',
      javascript: 'JavaScript',
      indexeddb: 'Réponses gardées en cas de coupure',
      screen: 'Taille de l’écran',
      box: 'Boîtier de la salle',
      clock: 'Heure du poste',
      latency: 'Rapidité du réseau',
      lockdown: 'Verrouillage',
    } satisfies Record<SeatLine['name'], string>,
    browser: (name: string, version: string) =>
      name === '' ? 'Navigateur inconnu' : `${name} ${version}`.trim(),
    oldBrowser:
      'Il est trop ancien. Mettez-le à jour, ou utilisez Chromium 109, Firefox 115 ou Safari 15.6, ou plus récent.',
    running: 'Il fonctionne',
    kept: 'Le navigateur les garde',
    notKept:
      'Le navigateur refuse de les garder. Quittez la navigation privée, ou autorisez le stockage pour cette adresse.',
    pixels: (width: number, height: number) => `${width} × ${height}`,
    small:
      'L’écran est petit : le test y tient, mais il faut faire défiler. Préférez 1024 × 600 ou plus.',
    answers: 'Il répond',
    silent:
      'Il ne répond pas. Vérifiez que ce poste est relié au réseau de la salle et que le boîtier est allumé, puis recommencez.',
    onTime: 'À l’heure du boîtier',
    skewed: (time: string, ahead: boolean) => `${ahead ? 'En avance' : 'En retard'} de ${time}`,
    setClock:
      'Le test suit l’heure du boîtier, mais réglez celle du poste pour éviter les confusions.',
    unknown: 'Inconnue tant que le boîtier ne répond pas',
    latency: (ms: number) => `${ms} ms`,
    slow: 'Le réseau est lent. Rapprochez ce poste de la borne Wi-Fi, ou branchez-le par câble.',
    lockdowns: {
      none: 'Aucun',
      companion: (version: string) => `Compagnon Préau ${version}`,
      seb: (version: string) => `Safe Exam Browser ${version}`.trim(),
    },
    noLockdown: 'Seulement si votre établissement le demande : installez l’extension depuis',
    companionPage: 'la page du compagnon',
    seat: 'Nom de ce poste',
    seatHint:
      'Par exemple « poste 12 ». Il est gardé sur ce poste et s’affiche chez le surveillant.',
    seatMissing: 'Écrivez le nom de ce poste.',
    summary: 'À corriger',
    send: 'Garder le nom et prévenir le surveillant',
    sent: (seat: string) =>
      seat === ''
        ? 'Le surveillant voit le résultat de ce poste. Donnez-lui un nom : il le reconnaîtra.'
        : `Le surveillant voit le résultat de « ${seat} ».`,
    notSent: 'Le boîtier n’a pas reçu le résultat. Recommencez quand il répond.',
    again: 'Recommencer',
    join: 'Rejoindre une session',
  },
};
