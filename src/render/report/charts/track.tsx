import type { JSX } from 'preact';
import type { Range } from '#domain/types/report.ts';
import type { Palette } from './palette.ts';
import type { Lenses } from './lenses.ts';

/** Height in units of the drawing. */
export const trackHeight = 30;

/**
 * A bar from 0 to 100 with all three lenses: pale and wide for said, dark and narrow for shown, a diamond for
 * declared, and a thin line for the possible range.
 *
 * @param at returns the position of a score of 0..100: a length in units, or a percentage in a drawing that
 * stretches
 */
export function Track({
  lenses: { said, declared, shown },
  range,
  at,
  palette,
}: {
  readonly lenses: Lenses;
  readonly range: Range;
  readonly at: (score: number) => number | string;
  readonly palette: Palette;
}): JSX.Element {
  const drawCut = (score: number, name: string, color: string, from: number, to: number): JSX.Element => (
    <line class={name} x1={at(score)} x2={at(score)} y1={from} y2={to} stroke={color} stroke-width={2} />
  );
  return (
    <g>
      <rect class="track" x={0} y={5} width={at(100)} height={20} rx={3} fill={palette.track} />
      {[25, 50, 75].map((score) => drawCut(score, 'grid', palette.ground, 5, 25))}
      {said !== null && said > 0 && (
        <rect class="said" x={0} y={5} width={at(said)} height={20} rx={3} fill={palette.said} />
      )}
      {said !== null && drawCut(said, 'edge', palette.accent, 3, 27)}
      {shown !== null && shown > 0 && (
        <rect class="shown" x={0} y={10} width={at(shown)} height={10} rx={1.5} fill={palette.accent} />
      )}
      {range !== null && range.high > range.low && (
        <>
          <line
            class="range"
            x1={at(range.low)}
            x2={at(range.high)}
            y1={15}
            y2={15}
            stroke={palette.ink}
            stroke-width={1.5}
          />
          {drawCut(range.low, 'range', palette.ink, 11, 19)}
          {drawCut(range.high, 'range', palette.ink, 11, 19)}
        </>
      )}
      {declared !== null && (
        // A nested drawing, so that the diamond keeps its shape where the track stretches.
        <svg x={at(declared)} overflow="visible" class="marker">
          <path
            class="declared"
            d="M0 0l5 5l-5 5l-5 -5zM0 10V29"
            fill={palette.declared}
            stroke={palette.declared}
            stroke-width={2}
          />
        </svg>
      )}
    </g>
  );
}
