// SPDX-License-Identifier: Apache-2.0

export const abilities = Array.from({ length: 97 }, (_, index) => -6 + index / 8);

/** Probability of a right answer: 2PL, 1 / (1 + exp(a (d - θ))). */
export function success(ability: number, discriminant: number, difficulty: number): number {
  return 1 / (1 + Math.exp(discriminant * (difficulty - ability)));
}

/** An SVG path of the curve in a box of that size, ability from -6 to 6, probability from 0 to 1. */
export function curvePath(
  discriminant: number,
  difficulty: number,
  width: number,
  height: number,
): string {
  return abilities
    .map((ability, index) => {
      const x = ((ability + 6) / 12) * width;
      const y = height * (1 - success(ability, discriminant, difficulty));
      return `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
    })
    .join('');
}
