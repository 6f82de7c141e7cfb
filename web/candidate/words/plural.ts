// SPDX-License-Identifier: Apache-2.0

export const plural = (n: number, one: string, many: string) => `${n} ${n > 1 ? many : one}`;
