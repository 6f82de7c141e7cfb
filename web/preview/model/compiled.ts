// SPDX-License-Identifier: Apache-2.0
// The two parts of a compiled pack (docs/formats/pack.md) as the candidate's page shows them.
import type { Format, Kind, Question } from '../../candidate/model/question.ts';

interface Texts {
  instruction: string;
  proposals: string[];
  targets: string[];
  labels: string[];
  alternative: string;
}

interface PublicQuestion {
  item: string;
  type: Kind;
  french: Texts;
  english: Texts | null;
  format: Format;
  options: string[];
  fields: { name: string; format: Format; options: string[] }[];
  picture: { media: string; width: number; height: number } | null;
  attachments: { media: string; name: string; bytes: number }[];
  simulator: {
    media: string;
    title: string;
    height: number;
    scene: string;
    answers: boolean;
  } | null;
  timer_seconds: number;
  focus: boolean;
  needs_internet: boolean;
  accessible_blind: boolean;
  accessible_colour: boolean;
  licence: string;
  author: string;
}

export interface SecretQuestion {
  item: string;
  competence: string;
  tube: string;
  skill: string;
  discriminant: number;
  difficulty: number;
  solutions: string[];
  treatments: string[];
  fields: string[][];
  groups: string[][];
  help: string;
}

export interface CompiledPack {
  title: string;
  public: { questions: PublicQuestion[] };
  secret: { questions: SecretQuestion[] };
}

/** A question, what is right, and what its author says of it. */
export interface Shown {
  question: Question;
  secret: SecretQuestion;
  marks: string[];
  credit: string;
}

export interface ShownPack {
  title: string;
  questions: Shown[];
}

export function shownPack(compiled: CompiledPack): ShownPack {
  return {
    title: compiled.title,
    questions: compiled.public.questions.map((question, index) => ({
      question: shownQuestion(question, index + 1),
      secret: compiled.secret.questions[index]!,
      marks: marksOf(question),
      credit: `${question.author}, ${question.licence}`,
    })),
  };
}

function shownQuestion(from: PublicQuestion, number: number): Question {
  const { french, english, picture, simulator } = from;
  return {
    number,
    item: from.item,
    kind: from.type,
    instruction_html: french.instruction,
    proposals_html: french.proposals,
    targets_html: french.targets,
    fields: from.fields.map((field, index) => ({
      ...field,
      label_html: french.labels[index] ?? '',
    })),
    format: from.format,
    options: from.options,
    english: english && {
      instruction_html: english.instruction,
      proposals_html: english.proposals,
      targets_html: english.targets,
      labels_html: english.labels,
      alternative: english.alternative,
    },
    picture: picture && {
      url: `media/${picture.media}`,
      alternative: french.alternative,
      width: picture.width,
      height: picture.height,
    },
    attachments: from.attachments.map(({ media, name, bytes }) => ({
      url: `attachments/${media.split('.')[0]}/${name}`,
      name,
      bytes,
    })),
    simulator: simulator && {
      url: `media/${simulator.media}`,
      title: simulator.title,
      height: simulator.height,
      scene: JSON.parse(simulator.scene) as unknown,
      answers: simulator.answers,
    },
    timer_seconds: from.timer_seconds || null,
    timer_remaining_ms: null,
    focus: from.focus,
    focus_lost: false,
    opened: true,
  };
}

function marksOf(question: PublicQuestion): string[] {
  const marks: [boolean, string][] = [
    [question.timer_seconds > 0, `${question.timer_seconds} s`],
    [question.focus, 'mode focus'],
    [question.attachments.length > 0, 'fichiers'],
    [question.simulator !== null, 'simulateur'],
    [question.english !== null, 'en anglais aussi'],
    [question.needs_internet, 'a besoin d’internet'],
    [!question.accessible_blind, 'pas pour les non-voyants'],
    [!question.accessible_colour, 'pas pour les daltoniens'],
  ];
  return marks.filter(([has]) => has).map(([, words]) => words);
}
