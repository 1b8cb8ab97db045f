import type { JSX } from 'preact';
import type { ReportDocument } from '#domain/types/report.ts';
import type { Messages } from '#domain/messages.ts';
import { escapeLine } from '#render/escape.ts';
import { measureWidth } from '#render/terminal/layout.ts';
import { defineLenses } from '#render/report/wording/lenses.ts';
import { describeBand } from '#render/report/wording/verdicts.ts';
import type { Palette } from './palette.ts';
import { type Sign, drawSign } from './signs.tsx';

/** Height of a line in units of the drawing. */
const legendHeight = 24;

/** A sign with its label in plain text. */
export interface LegendEntry {
  readonly sign: Sign;
  readonly label: string;
}

/** Tells whether an open question leaves a range in any element. */
function hasRange({ elements }: ReportDocument): boolean {
  return elements.some(({ range }) => range !== null && range.low !== range.high);
}

/** Lists the signs of the bars by name, without those that the report has no data for. */
export function listLensEntries(report: ReportDocument, messages: Messages): readonly LegendEntry[] {
  return defineLenses(report, messages).map(({ lens, name }) => ({ sign: lens, label: name }));
}

/** Lists the signs of the bars with what they mean, a line each. */
export function listDefinedEntries(report: ReportDocument, messages: Messages): readonly LegendEntry[] {
  return defineLenses(report, messages).map(({ lens, name, means }) => ({
    sign: lens,
    label: `${name}: ${means}`,
  }));
}

/** Lists the sign of the possible range, if any element has one. */
export function listRangeEntries(report: ReportDocument, messages: Messages): readonly LegendEntry[] {
  return hasRange(report) ? [{ sign: 'range', label: messages['report.possible'] }] : [];
}

/** Lists the bands of the scale with their limits. */
export function listBandEntries(report: ReportDocument, messages: Messages): readonly LegendEntry[] {
  return (['missing', 'partial', 'in-place'] as const).map((band) => ({
    sign: band,
    label: describeBand(band, report.thresholds, messages),
  }));
}

/** Places entries in rows of at most `width` units. */
function placeEntries(
  entries: readonly LegendEntry[],
  width: number,
): readonly { readonly entry: LegendEntry; readonly x: number; readonly row: number }[] {
  let x = 0;
  let row = 0;
  return entries.map((entry) => {
    const own = 28 + measureWidth(escapeLine(entry.label)) * 8;
    if (x > 0 && x + own > width) {
      x = 0;
      row += 1;
    }
    const placed = { entry, x, row };
    x += own + 22;
    return placed;
  });
}

/** Returns the height of a legend in units of the drawing. */
export function computeLegendHeight(entries: readonly LegendEntry[], width: number): number {
  return ((placeEntries(entries, width).at(-1)?.row ?? -1) + 1) * legendHeight;
}

/** The legend of a standalone chart, in as many rows as it takes. */
export function Legend({
  entries,
  width,
  palette,
}: {
  readonly entries: readonly LegendEntry[];
  readonly width: number;
  readonly palette: Palette;
}): JSX.Element {
  return (
    <g font-size={14}>
      {placeEntries(entries, width).map(({ entry, x, row }) => (
        <g transform={`translate(${x} ${row * legendHeight})`}>
          {drawSign(entry.sign, palette)}
          <text class="ink" x={28} y={16} fill={palette.ink}>
            {escapeLine(entry.label)}
          </text>
        </g>
      ))}
    </g>
  );
}

/** A sign on a page, in a line of text. */
export function InlineSign({
  sign,
  palette,
}: {
  readonly sign: Sign;
  readonly palette: Palette;
}): JSX.Element {
  return (
    <svg
      class="chart"
      width={28}
      height={legendHeight}
      viewBox={`-4 -1 28 ${legendHeight}`}
      aria-hidden="true"
    >
      {drawSign(sign, palette)}
    </svg>
  );
}

/** The legend on a page: a list that wraps, in the font size of the page. */
export function LegendList({
  entries,
  palette,
}: {
  readonly entries: readonly LegendEntry[];
  readonly palette: Palette;
}): JSX.Element {
  return (
    <ul class="legend">
      {entries.map(({ sign, label }) => (
        <li>
          <InlineSign sign={sign} palette={palette} />
          {label}
        </li>
      ))}
    </ul>
  );
}
