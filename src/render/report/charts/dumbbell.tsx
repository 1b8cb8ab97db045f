import type { JSX } from 'preact';
import type { Perception } from '#domain/types/report.ts';
import type { Messages } from '#domain/messages.ts';
import { sides } from '#render/report/voices/perception.ts';
import { roundToOneDigit } from '#render/report/wording/numbers.ts';
import { type Thresholds, listMarks } from '#render/report/wording/verdicts.ts';
import type { Palette } from './palette.ts';
import { drawSide } from './signs.tsx';

/** Height of a row and of the axis, in units of the drawing. */
export const dumbbellHeight = 34;
export const axisHeight = 18;

/** Height of each side in a row: no sign hides another one with the same score. */
const heights = { leader: 7, managers: 17, sellers: 27 } as const;

/**
 * A row from 0 to 100 with a sign per side, and a bar between the leader, or the managers without one, and the sellers. Lines mark the
 * thresholds and the target.
 *
 * @param at returns the position of a score of 0..100: a length in units, or a percentage in a drawing that stretches
 */
export function Dumbbell({
  perception,
  thresholds,
  at,
  palette,
}: {
  readonly perception: Perception;
  readonly thresholds: Thresholds;
  readonly at: (score: number) => number | string;
  readonly palette: Palette;
}): JSX.Element {
  const { leader, managers, sellers } = perception;
  const above = leader ?? managers;
  return (
    <g>
      <line class="rule" x1={at(0)} x2={at(100)} y1={17} y2={17} stroke={palette.line} stroke-width={2} />
      {listMarks(thresholds).map((score) => (
        <line
          class="rule"
          x1={at(score)}
          x2={at(score)}
          y1={0}
          y2={dumbbellHeight}
          stroke={palette.line}
          stroke-width={score === thresholds.target ? 2 : 1.25}
          stroke-dasharray={score === thresholds.target ? undefined : '3 2'}
        />
      ))}
      {above !== null && sellers !== null && (
        <line
          class="between"
          x1={at(above)}
          x2={at(sellers)}
          y1={17}
          y2={17}
          stroke={palette.said}
          stroke-width={8}
        />
      )}
      {sides.map((side) => {
        const score = perception[side];
        // A nested drawing, so that the sign keeps its shape where the row stretches.
        return score === null ? null : (
          <svg x={at(score)} y={heights[side]} overflow="visible" class="marker">
            {drawSide(side, palette)}
          </svg>
        );
      })}
    </g>
  );
}

/** The numbers of the scale: its ends, the thresholds and the target. */
export function DumbbellAxis({
  thresholds,
  at,
  palette,
  messages,
}: {
  readonly thresholds: Thresholds;
  readonly at: (score: number) => number | string;
  readonly palette: Palette;
  readonly messages: Messages;
}): JSX.Element {
  return (
    <g font-size={13}>
      {[0, ...listMarks(thresholds), 100].map((score) => (
        <text
          class="faint"
          x={at(score)}
          y={13}
          text-anchor={score === 0 ? 'start' : score === 100 ? 'end' : 'middle'}
          fill={palette.faint}
        >
          {roundToOneDigit(score, messages)}
        </text>
      ))}
    </g>
  );
}
