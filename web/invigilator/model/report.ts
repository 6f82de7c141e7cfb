// SPDX-License-Identifier: Apache-2.0
import type { Report, ReportCategory, ReportReason } from './session_view.ts';

const categoryOf: Partial<Record<ReportReason, ReportCategory>> = {
  image: 'E1',
  simulator: 'E2',
  file: 'E3',
};

/** What the candidate's own words come to, where they leave no doubt and the question allows it. */
export function likelyCategory({ reason, categories }: Report): ReportCategory | undefined {
  const category = categoryOf[reason];
  return category && categories.includes(category) ? category : undefined;
}
