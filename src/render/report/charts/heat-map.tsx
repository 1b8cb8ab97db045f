import type { JSX } from 'preact';
import type { PracticeResult, ReportDocument } from '#domain/types/report.ts';
import type { Messages } from '#domain/messages.ts';
import { clip } from '#render/terminal/layout.ts';
import { type Lens, defineLenses, listLenses } from '#render/report/wording/lenses.ts';
import { getBand } from '#render/report/wording/verdicts.ts';
import { drawCellSign } from './signs.tsx';
import type { Palette } from './palette.ts';
import { groupPractices } from '#render/report/wording/phrases.ts';
import { formatWholeScore } from '#render/report/wording/numbers.ts';
import { makeNumberer } from '#render/report/backlog.ts';
import { getMapScores } from './map-scores.ts';

/** Heights of a row and a heading, widths of a cell and the names, in units of the drawing. */
const row = 27;
const heading = 34;
const cell = 82;
const names = 300;

/** Returns the width in units of the drawing. */
export function computeHeatMapWidth(report: ReportDocument): number {
  return names + listLenses(report).length * cell;
}

/** A heading or a practice, with its vertical position. */
interface Line {
  readonly y: number;
  readonly heading: string | undefined;
  readonly practice: PracticeResult | undefined;
}

/** Lays out the lines from top to bottom: a heading per element or block, then its practices. */
function layOutLines(report: ReportDocument): { lines: readonly Line[]; height: number } {
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

/** Returns the height in units of the drawing. */
export function computeHeatMapHeight(report: ReportDocument): number {
  return layOutLines(report).height;
}

/** A cell: its score, on the color of its band and with the sign of the band. */
function Cell({
  score,
  x,
  y,
  report,
  palette,
  messages,
}: {
  readonly score: number | null;
  readonly x: number;
  readonly y: number;
  readonly report: ReportDocument;
  readonly palette: Palette;
  readonly messages: Messages;
}): JSX.Element {
  const band = getBand(score, report.thresholds);
  const { tint, onTint } = palette.tones[band];
  if (score === null)
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
        <text class="faint" x={x + cell / 2 - 2} y={y + 18} text-anchor="middle" fill={palette.faint}>
          –
        </text>
      </g>
    );
  return (
    <g>
      <rect class={`t-${band}`} x={x} y={y + 1.5} width={cell - 4} height={row - 3} rx={3} fill={tint} />
      <g transform={`translate(${x + 12} ${y + 6})`}>{drawCellSign(band, palette)}</g>
      <text
        class={`tt-${band}`}
        x={x + cell / 2 + 4}
        y={y + 18}
        text-anchor="middle"
        font-weight={band === 'missing' ? 'bold' : 'normal'}
        fill={onTint}
      >
        {formatWholeScore(score, messages)}
      </text>
    </g>
  );
}

/** A row per practice with a cell per lens: the lower the score, the louder the cell. */
export function HeatMap({
  report,
  palette,
  messages,
}: {
  readonly report: ReportDocument;
  readonly palette: Palette;
  readonly messages: Messages;
}): JSX.Element {
  const number = makeNumberer(report, messages);
  const columns: readonly { readonly lens: Lens; readonly name: string }[] = defineLenses(report, messages);
  return (
    <g font-size={15}>
      {columns.map(({ name }, index) => (
        <text
          class="faint"
          x={names + index * cell + cell / 2}
          y={16}
          text-anchor="middle"
          fill={palette.faint}
        >
          {name}
        </text>
      ))}
      {layOutLines(report).lines.map(({ y, heading: title, practice }) => {
        if (practice === undefined) {
          return (
            <text class="ink" x={0} y={y + 24} font-weight="bold" fill={palette.ink}>
              {clip(title ?? '', 48, '…')}
            </text>
          );
        }
        const lenses = getMapScores(practice);
        return (
          <g>
            <text class="ink" x={12} y={y + 18} fill={palette.ink}>
              {number({ id: practice.id, name: clip(practice.name, 34, '…') })}
            </text>
            {columns.map(({ lens }, index) => (
              <Cell
                score={lenses[lens]}
                x={names + index * cell + 2}
                y={y}
                report={report}
                palette={palette}
                messages={messages}
              />
            ))}
          </g>
        );
      })}
    </g>
  );
}
