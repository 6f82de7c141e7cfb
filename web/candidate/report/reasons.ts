// SPDX-License-Identifier: Apache-2.0
import type { Question } from '../model/question.ts';
import type { ReportReason } from '../model/view.ts';

/** What can be wrong with this question: nobody reports a picture that it does not have. */
export function reasonsOf({ picture, simulator, attachments }: Question): ReportReason[] {
  return [
    ...(picture ? (['image'] as const) : []),
    ...(simulator ? (['simulator'] as const) : []),
    ...(attachments.length > 0 ? (['file'] as const) : []),
    'instruction',
    'other',
  ];
}
