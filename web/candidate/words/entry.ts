// SPDX-License-Identifier: Apache-2.0
// What one reads from the first page to the access code.
import { plural } from './plural.ts';
import { durationInWords } from '../../shared/time/words.ts';
import type { LockdownState } from '../model/lockdown.ts';
import type { JoinField } from '../model/join_form.ts';

export const entry = {
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
    byCodeIntro: 'Le code personnel est sur votre fiche. Tous les champs sont à remplir.',
    session: 'Numéro de session',
    sessionHint: 'Des chiffres, donnés par le surveillant.',
    lastName: 'Nom de naissance',
    firstName: 'Prénom',
    birthdate: 'Date de naissance',
    birthdateHint: 'Par exemple 27 03 2009.',
    day: 'Jour',
    month: 'Mois',
    year: 'Année',
    code: 'Code personnel',
    codeHint: 'Six lettres et chiffres, sur votre fiche. Ce n’est pas le code d’accès.',
    submit: 'Entrer dans la session',
    busy: 'Un instant…',
    summary: 'À corriger',
    haveCode: 'J’ai un code personnel',
    haveNoCode: 'Je n’ai pas de code personnel',
    checkSeat: 'Vérifier ce poste',
    entering: 'Vous entrez dans la session…',
    wrong: {
      session: 'Écrivez le numéro de session : uniquement des chiffres.',
      last_name: 'Écrivez votre nom de naissance.',
      first_name: 'Écrivez votre prénom.',
      birthdate: 'Écrivez une date qui existe : jour, mois et année à quatre chiffres.',
      code: 'Écrivez les six symboles de votre code personnel.',
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

  waiting: {
    title: 'Le surveillant va confirmer votre présence',
    text: 'Restez sur cette page : elle avance toute seule.',
    faceToFace:
      'Vous êtes entré avec votre nom et votre date de naissance : le surveillant vient vérifier que c’est bien vous.',
    aside: 'Rien à faire pour le moment. Si l’attente dure, levez la main.',
  },

  takeover: {
    title: 'Le surveillant doit autoriser ce poste',
    inTest:
      'Votre test est ouvert sur un autre poste. Levez la main : dès que le surveillant l’autorise, il continue ici, à la même question.',
    before:
      'Quelqu’un est déjà entré avec cette identité sur un autre poste. Levez la main : le surveillant vérifie que c’est bien vous, et vous laisse continuer ici.',
    aside: 'Cette page avance toute seule. Les réponses déjà enregistrées sont sur le boîtier.',
  },

  elsewhere: {
    title: 'Votre test continue sur un autre poste',
    text: 'Ce poste ne peut plus y répondre. Si ce n’est pas normal, levez la main.',
    kept: (n: number) =>
      `${plural(n, 'réponse gardée', 'réponses gardées')} sur ce poste : entrez de nouveau ici pour l’envoyer.`,
    retake: 'Entrer de nouveau sur ce poste',
  },

  otherTab: {
    title: 'Cette page est ouverte dans un autre onglet',
    text: 'Un seul onglet à la fois : fermez celui-ci et continuez dans l’autre.',
    aside: 'Vous ne le trouvez pas ? Continuez ici : c’est l’autre qui s’arrêtera.',
    take: 'Continuer dans cet onglet',
  },

  lockdown: {
    title: 'Le verrouillage de ce poste manque',
    text: {
      none: 'Cette session demande que ce poste soit verrouillé.',
      companion:
        'Cette session demande l’extension Compagnon Préau, et ce navigateur ne l’a pas ou ne l’a plus.',
      seb: 'Cette session demande Safe Exam Browser, et cette page est ouverte dans un autre navigateur.',
      any: 'Cette session demande l’extension Compagnon Préau ou Safe Exam Browser, et ce poste n’a ni l’un ni l’autre.',
    } satisfies Record<LockdownState['policy'], string>,
    held: 'Votre temps est arrêté et votre réponse est gardée.',
    before: 'Votre test n’a pas commencé : votre temps ne court pas.',
    todo: [
      'Levez la main : le surveillant est prévenu.',
      'Il rétablit le verrouillage, vous donne un autre poste, ou vous laisse continuer sans.',
      'Cette page avance toute seule.',
    ],
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
};
