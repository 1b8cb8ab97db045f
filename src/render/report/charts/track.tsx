import type { JSX } from 'preact';
import type { Range } from '#domain/types/report.ts';
import { type Messages, formatMessage } from '#domain/messages.ts';
import { type Thresholds, listMarks } from '#render/report/wording/verdicts.ts';
import { roundToOneDigit } from '#render/report/wording/numbers.ts';
import type { Palette } from './palette.ts';
import type { Lenses } from './lenses.ts';

/** Height in units of the drawing: the name of the target, the bar, the axis. */
export const trackHeight = 64;

/** Top and bottom of the bar. */
const top = 21;
const bottom = 41;

/**
 * A bar from 0 to 100 with all three lenses: pale and wide for said, dark and narrow for shown, a diamond for
 * declared, and a thin line for the possible range. Lines mark the thresholds and the target, with their numbers on the
 * axis below and the target named above.
 *
 * @param at returns the position of a score of 0..100: a length in units, or a percentage in a drawing that
 * stretches
 */
export function Track({
  lenses: { said, declared, shown },
  range,
  thresholds,
  at,
  palette,
  messages,
}: {
  readonly lenses: Lenses;
  readonly range: Range;
  readonly thresholds: Thresholds;
  readonly at: (score: number) => number | string;
  readonly palette: Palette;
  readonly messages: Messages;
}): JSX.Element {
  const drawCut = (score: number, name: string, color: string, from: number, to: number): JSX.Element => (
    <line class={name} x1={at(score)} x2={at(score)} y1={from} y2={to} stroke={color} stroke-width={2} />
  );
  const marks = listMarks(thresholds);
  const { target } = thresholds;
  const number = (score: number): string => roundToOneDigit(score, messages);
  return (
    <g>
      <rect class="track" x={0} y={top} width={at(100)} height={bottom - top} fill={palette.track} />
      {said !== null && said > 0 && (
        <rect class="said" x={0} y={top} width={at(said)} height={bottom - top} fill={palette.said} />
      )}
      {shown !== null && shown > 0 && (
        <rect class="shown" x={0} y={top + 5} width={at(shown)} height={10} fill={palette.accent} />
      )}
      {marks.map((score) => (
        <g>
          <line
            class="halo"
            x1={at(score)}
            x2={at(score)}
            y1={top}
            y2={bottom}
            stroke={palette.ground}
            stroke-width={4}
          />
          <line
            class="ink-line"
            x1={at(score)}
            x2={at(score)}
            y1={score === target ? top - 4 : top}
            y2={bottom + 4}
            stroke={palette.ink}
            stroke-width={score === target ? 2 : 1.25}
            stroke-dasharray={score === target ? undefined : '3 2'}
          />
        </g>
      ))}
      {said !== null && drawCut(said, 'edge', palette.accent, top - 2, bottom + 2)}
      {range !== null && range.high > range.low && (
        <>
          <line
            class="range"
            x1={at(range.low)}
            x2={at(range.high)}
            y1={31}
            y2={31}
            stroke={palette.ink}
            stroke-width={1.5}
          />
          {drawCut(range.low, 'range', palette.ink, 27, 35)}
          {drawCut(range.high, 'range', palette.ink, 27, 35)}
        </>
      )}
      {declared !== null && (
        // A nested drawing, so that the diamond keeps its shape where the track stretches.
        <svg x={at(declared)} y={top - 5} overflow="visible" class="marker">
          <path
            class="declared"
            d="M0 0l5 5l-5 5l-5 -5zM0 10V29"
            fill={palette.declared}
            stroke={palette.declared}
            stroke-width={2}
          />
        </svg>
      )}
      <g font-size={13}>
        <text class="faint" x={at(target)} y={12} text-anchor="middle" fill={palette.faint}>
          {formatMessage(messages, 'chart.target', { score: number(target) })}
        </text>
        {[0, ...marks, 100].map((score) => (
          <text
            class="faint"
            x={at(score)}
            y={58}
            text-anchor={score === 0 ? 'start' : score === 100 ? 'end' : 'middle'}
            fill={palette.faint}
          >
            {number(score)}
          </text>
        ))}
      </g>
    </g>
  );
}
