import type { JSX } from 'preact';
import type { PracticeResult, ReportDocument } from '#domain/types/report.ts';
import type { Words } from '#domain/messages.ts';
import { clip } from '#render/terminal/layout.ts';
import { type Palette, getHeat } from './palette.ts';
import { groupPractices } from '#render/report/phrases.ts';
import { formatWholeScore } from '#render/report/numbers.ts';
import { getLenses } from './lenses.ts';

/** Heights of a row and of a heading, widths of a cell and of the names, in the drawing's own units. */
const row = 27;
const heading = 34;
const cell = 82;
const names = 300;

/** Width of the drawing in its own units. */
export const heatMapWidth = names + 3 * cell;

/** A heading, or a practice, at its height. */
interface Line {
  readonly y: number;
  readonly heading: string | undefined;
  readonly practice: PracticeResult | undefined;
}

/** The lines of the map from top to bottom: a heading for each element or block, then its practices. */
function linesOf(report: ReportDocument): { lines: readonly Line[]; height: number } {
  const lines: Line[] = [];
  let y = row;
  for (const { name, practices } of groupPractices(report)) {
    lines.push({ y, heading: name, practice: undefined });
    y += heading;
    for (const practice of practices) {
      lines.push({ y, heading: undefined, practice });
      y += row;
    }
  }
  return { lines, height: y };
}

/** Height of the map in its own units. */
export function computeHeatMapHeight(report: ReportDocument): number {
  return linesOf(report).height;
}

/** A row for each practice with a cell for each lens: the darker, the more is in place. */
export function HeatMap({
  report,
  palette,
  words,
}: {
  readonly report: ReportDocument;
  readonly palette: Palette;
  readonly words: Words;
}): JSX.Element {
  const columns = ['said', 'declared', 'shown'] as const;
  const titles = {
    said: words['summary.said'],
    declared: words['summary.declared'],
    shown: words['summary.shown'],
  };
  return (
    <g font-size={15}>
      {columns.map((lens, index) => (
        <text
          class="faint"
          x={names + index * cell + cell / 2}
          y={16}
          text-anchor="middle"
          fill={palette.faint}
        >
          {titles[lens]}
        </text>
      ))}
      {linesOf(report).lines.map(({ y, heading: title, practice }) => {
        if (practice === undefined) {
          return (
            <text class="ink" x={0} y={y + 24} font-weight="bold" fill={palette.ink}>
              {clip(title ?? '', 48, '…')}
            </text>
          );
        }
        const lenses = getLenses(practice);
        return (
          <g>
            <text class="ink" x={12} y={y + 18} fill={palette.ink}>
              {clip(practice.name, 36, '…')}
            </text>
            {columns.map((lens, index) => {
              const score = lenses[lens];
              const x = names + index * cell + 2;
              if (score === null) {
                return (
                  <g>
                    <rect
                      class="unknown"
                      x={x + 0.75}
                      y={y + 2.25}
                      width={cell - 5.5}
                      height={row - 4.5}
                      rx={3}
                      fill="none"
                      stroke={palette.faint}
                      stroke-dasharray="3 3"
                    />
                    <text
                      class="faint"
                      x={x + cell / 2 - 2}
                      y={y + 18}
                      text-anchor="middle"
                      fill={palette.faint}
                    >
                      –
                    </text>
                  </g>
                );
              }
              const step = getHeat(score);
              const colors = palette.heat[step] ?? { ground: palette.ground, text: palette.ink };
              return (
                <g>
                  <rect
                    class={`h${step}`}
                    x={x}
                    y={y + 1.5}
                    width={cell - 4}
                    height={row - 3}
                    rx={3}
                    fill={colors.ground}
                  />
                  <text
                    class={`t${step}`}
                    x={x + cell / 2 - 2}
                    y={y + 18}
                    text-anchor="middle"
                    fill={colors.text}
                  >
                    {formatWholeScore(score, words)}
                  </text>
                </g>
              );
            })}
          </g>
        );
      })}
    </g>
  );
}
