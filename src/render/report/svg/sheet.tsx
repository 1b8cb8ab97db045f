import type { JSX } from 'preact';
import type { ReportDocument } from '#domain/types/report.ts';
import { formatMessage } from '#domain/messages.ts';
import { escapeLine } from '#render/escape.ts';
import { clip, wrap } from '#render/terminal/layout.ts';
import { Legend, type LegendEntry, computeLegendHeight } from '#render/report/charts/legend.tsx';
import type { ReportContext } from '#render/report/context.ts';
import type { Palette } from '#render/report/charts/palette.ts';
import { describeLimits } from '#render/report/wording/phrases.ts';
import { Picture } from './picture.tsx';
import { formatDay } from '#domain/format-day.ts';

const margin = 24;

/** Height of a line of the title. */
const titleHeight = 24;

/** Content of a sheet. */
export interface Drawing {
  readonly title: string;
  /** The chart in words, for screen readers. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly picture: JSX.Element;
  /** Signs to explain in the legend. */
  readonly entries: readonly LegendEntry[];
  /** Lines that say what the chart shows, below the legend. */
  readonly notes: readonly string[];
}

/** A chart with its title, company, date, limits and legend. */
export function Sheet({
  drawing: { title, description, width, height, picture, entries, notes: own },
  report,
  context: { messages },
  palette,
}: {
  readonly drawing: Drawing;
  readonly report: ReportDocument;
  readonly context: ReportContext;
  readonly palette: Palette;
}): JSX.Element {
  const about = formatMessage(messages, 'report.about', {
    organization: clip(escapeLine(report.organization.name), 32, '…'),
    date: formatDay(report.asOf, messages),
  });
  const notes = [...own, ...describeLimits(report, messages)].flatMap((note) =>
    wrap(escapeLine(note), Math.floor(width / 7.4)),
  );
  const titles = wrap(escapeLine(title), Math.floor(width / 11));
  const legendHeight = computeLegendHeight(entries, width);
  const head = titles.length * titleHeight;
  const top = margin + head + 30;
  const bottom = top + height + 14;
  return (
    <Picture
      width={width + 2 * margin}
      height={bottom + legendHeight + notes.length * 20 + margin}
      title={`${title}. ${about}`}
      description={description}
    >
      <rect class="ground" width="100%" height="100%" fill={palette.ground} />
      {titles.map((line, index) => (
        <text
          class="ink"
          x={margin}
          y={margin + 16 + index * titleHeight}
          font-size={19}
          font-weight="bold"
          fill={palette.ink}
        >
          {line}
        </text>
      ))}
      <text class="faint" x={margin} y={margin + head + 14} font-size={15} fill={palette.faint}>
        {about}
      </text>
      <g transform={`translate(${margin} ${top})`}>{picture}</g>
      <g transform={`translate(${margin} ${bottom})`}>
        <Legend entries={entries} width={width} palette={palette} />
      </g>
      {notes.map((note, index) => (
        <text
          class="faint"
          x={margin}
          y={bottom + legendHeight + 16 + index * 20}
          font-size={14}
          fill={palette.faint}
        >
          {note}
        </text>
      ))}
    </Picture>
  );
}
