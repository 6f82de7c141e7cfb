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
        `Votre temps est de ${durationInWords(view.candidate.duration_minutes)}${view.candidate.extra_time_percent > 0 ? ' : votre temps majoré y est compris' : ''}. Il commence quand la première question s’affiche.`,
        'Le temps restant est en haut de l’écran. Vous pouvez le masquer s’il vous gêne : la fin vous est annoncée dans tous les cas.',
        `Répondez à au moins ${view.session.minimum_answers} questions : en dessous, aucun résultat n’est donné. Une question passée compte comme répondue.`,
        `Allez jusqu’à la question ${view.session.question_count} si vous le pouvez : vous y avez intérêt.`,
      ],
    },
    modes: {
      title: 'Deux modes : libre et focus',
      items: [
        'En mode libre, le plus courant, vous pouvez ouvrir les fichiers de la question et les logiciels de ce poste dont elle a besoin.',
        'En mode focus, annoncé avant la question, restez sur cette page jusqu’à ce que vous ayez répondu.',
        'Si vous la quittez plus d’une seconde, la page vous le dit, le surveillant le voit, et votre réponse pourra ne pas compter, même juste.',
        'Un lecteur d’écran ou un clavier à l’écran ne vous fait jamais perdre une réponse.',
        'Quelques questions sont chronométrées : c’est annoncé avant, et leur temps commence quand vous les affichez.',
      ],
    },
    trouble: {
      title: 'Si quelque chose ne va pas',
      items: [
        'Une question ne marche pas : sous la question, « Signaler un problème avec la question ». Votre temps s’arrête jusqu’à ce que le surveillant décide.',
        '« Hors ligne » s’affiche : ne fermez rien, ne rechargez rien. Vos réponses sont gardées sur ce poste et partiront toutes seules. Une coupure de plus de 10 secondes ne vous est pas comptée.',
        'La page s’est fermée ou l’ordinateur a redémarré : rouvrez le navigateur à la même adresse. Votre question et ce que vous aviez écrit sont toujours là.',
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
        'Je n’ouvre que ce dont une question a besoin ; en mode focus, je reste sur cette page.',
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
