// SPDX-License-Identifier: Apache-2.0

export const incidentCategories = ['C1', 'C2', 'C4', 'C6', 'C7', 'C8'] as const;
export type IncidentCategory = (typeof incidentCategories)[number];

/** A suspicion of fraud may be noted at once and told later; the others say nothing by themselves. */
export function needsDescription(category: IncidentCategory): boolean {
  return category !== 'C6';
}
