// SPDX-License-Identifier: Apache-2.0
import type { Card } from '../model/session_view.ts';

export const plural = (n: number, one: string, many: string) => `${n} ${n > 1 ? many : one}`;

export const nameOf = (card: Pick<Card, 'last_name' | 'first_name'>) =>
  `${card.last_name.toUpperCase()} ${card.first_name}`;
