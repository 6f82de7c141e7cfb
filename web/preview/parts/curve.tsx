// SPDX-License-Identifier: Apache-2.0
import { curvePath } from '../model/curve.ts';

const width = 480;
const height = 200;
const labelled = [-6, -4, -2, 0, 2, 4, 6];

/** How the chance of a right answer grows with ability. */
export function Curve({ discriminant, difficulty }: { discriminant: number; difficulty: number }) {
  const x = (ability: number) => ((ability + 6) / 12) * width;
  return (
    <figure class="curve">
      <svg
        viewBox={`-60 -10 ${width + 80} ${height + 40}`}
        role="img"
        aria-label={`Courbe : une personne de capacité ${difficulty} réussit une fois sur deux.`}
      >
        <path class="axis" d={`M0 0V${height}H${width}`} />
        <path class="guide" d={`M0 ${height / 2}H${x(difficulty)}V${height}`} />
        <path class="line" d={curvePath(discriminant, difficulty, width, height)} />
        {labelled.map((ability) => (
          <text key={ability} x={x(ability)} y={height + 22} text-anchor="middle">
            {String(ability).replace('-', '−')}
          </text>
        ))}
        {[0, 0.5, 1].map((share) => (
          <text key={share} x={-8} y={height * (1 - share) + 5} text-anchor="end">
            {share * 100} %
          </text>
        ))}
      </svg>
      <figcaption>Chance de réussir selon la capacité</figcaption>
    </figure>
  );
}
