// SPDX-License-Identifier: Apache-2.0
// The five pages to read before the test.
import { durationInWords } from '../../shared/time/words.ts';
import type { View } from '../model/view.ts';

export const information = {
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
};
