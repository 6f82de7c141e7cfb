// SPDX-License-Identifier: Apache-2.0
import type { Question } from '../../model/question.ts';
import type { AnswerProps } from './answer_props.ts';
import { Choices } from './choices.tsx';
import { Fields } from './fields.tsx';
import { Matching } from './matching.tsx';
import { OneField } from './one_field.tsx';
import { Ordering } from './ordering.tsx';

const inputs = {
  qcu: Choices,
  qcm: Choices,
  qroc: OneField,
  'qrocm-ind': Fields,
  'qrocm-dep': Fields,
  ordering: Ordering,
  matching: Matching,
} satisfies Record<Question['kind'], unknown>;

export function AnswerInput(props: AnswerProps) {
  const Input = inputs[props.question.kind];
  return <Input {...props} />;
}
