// SPDX-License-Identifier: Apache-2.0

export type Kind = 'qcu' | 'qcm' | 'qroc' | 'qrocm-ind' | 'qrocm-dep' | 'ordering' | 'matching';
export type Format = 'text' | 'number' | 'select';

/** A question as the box shows it (docs/api). Closed, it has nothing but its conduct. */
export interface Question {
  number: number;
  item: string;
  kind: Kind;
  instruction_html: string;
  /** Choices, lines to put in order, or what is to be matched. */
  proposals_html: string[];
  /** What the proposals are matched with. */
  targets_html: string[];
  fields: AnswerField[];
  /** Of the one answer of a qroc. */
  format: Format;
  /** What a qroc of the format `select` is chosen from. */
  options: string[];
  english: English | null;
  picture: Picture | null;
  attachments: Attachment[];
  simulator: SimulatorSpec | null;
  /** How long one may take; null when it is not timed. */
  timer_seconds: number | null;
  /** Null when it is not timed or not opened. */
  timer_remaining_ms: number | null;
  /** The candidate must stay on this page until it is answered. */
  focus: boolean;
  focus_lost: boolean;
  opened: boolean;
}

export interface AnswerField {
  name: string;
  label_html: string;
  format: Format;
  options: string[];
}

/** The same texts in English, line for line. */
export interface English {
  instruction_html: string;
  proposals_html: string[];
  targets_html: string[];
  labels_html: string[];
  alternative: string;
}

export interface Picture {
  url: string;
  alternative: string;
  width: number;
  height: number;
}

export interface Attachment {
  url: string;
  name: string;
  bytes: number;
}

/** A page of the pack that is explored in a frame, or answered in. */
export interface SimulatorSpec {
  url: string;
  title: string;
  height: number;
  scene: unknown;
  /** It gives the answer itself: nothing is typed. */
  answers: boolean;
}
