import type { ComponentChildren, JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { ReportDocument } from '#domain/types/report.ts';
import { say } from '#domain/words.ts';
import { safeLine } from '#render/escape.ts';
import { clip, widthOf, wrap } from '#render/layout.ts';

import { chartRules } from './chart-rules.ts';
import { HeatMap, heatMapHeight, heatMapWidth } from './charts/heat-map.tsx';
import { Legend, type Sign, legendHeight, lensSigns } from './charts/legend.tsx';
import { lensesOf } from './charts/lenses.ts';
import { Radar, radarAxes, radarSize } from './charts/radar.tsx';
import { Track } from './charts/track.tsx';
import type { Chart, ReportContext } from './context.ts';
import { headline } from './headline.ts';
import { type Palette, palettesFor } from './palette.ts';
import { safeReport } from './safe-report.ts';
import { lensNumbers, lensSentence, limitsInWords, statusInWords } from './view.ts';

const font = "system-ui, 'Segoe UI', Roboto, Helvetica, Arial, 'Noto Sans', sans-serif";

const margin = 24;

interface Drawing {
  readonly title: string;
  /** The picture in words, for who cannot see it. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly picture: JSX.Element;
  /** The signs that the picture uses. */
  readonly signs: readonly Sign[];
}

/** A drawing with its title, the company and day, what is not known, and the legend of the lenses. */
function Sheet({
  drawing: { title, description, width, height, picture, signs },
  report,
  context: { words },
  palette,
}: {
  readonly drawing: Drawing;
  readonly report: ReportDocument;
  readonly context: ReportContext;
  readonly palette: Palette;
}): JSX.Element {
  const about = say(words, 'report.about', {
    organization: clip(safeLine(report.organization.name), 32, '…'),
    date: report.asOf,
  });
  const notes = limitsInWords(report, words).flatMap((note) => wrap(note, Math.floor(width / 7.4)));
  const top = margin + 54;
  const bottom = top + height + 14;
  return (
    <Picture
      width={width + 2 * margin}
      height={bottom + legendHeight + notes.length * 20 + margin}
      title={`${title}. ${about}`}
      description={description}
    >
      <rect class="ground" width="100%" height="100%" fill={palette.ground} />
      <text class="ink" x={margin} y={margin + 16} font-size={19} font-weight="bold" fill={palette.ink}>
        {title}
      </text>
      <text class="faint" x={margin} y={margin + 38} font-size={15} fill={palette.faint}>
        {about}
      </text>
      <g transform={`translate(${margin} ${top})`}>{picture}</g>
      <g transform={`translate(${margin} ${bottom})`}>
        <Legend signs={signs} words={words} palette={palette} />
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

function Picture({
  width,
  height,
  title,
  description,
  children,
}: {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby="title description"
      font-family={font}
    >
      <title id="title">{title}</title>
      <desc id="description">{description}</desc>
      {children}
    </svg>
  );
}

function bars(report: ReportDocument, { words }: ReportContext, palette: Palette): Drawing {
  const width = 560;
  const step = 74;
  return {
    title: words['report.elements'],
    description: report.elements.map((element) => lensSentence(lensesOf(element), words)).join(' '),
    width,
    height: report.elements.length * step,
    signs: lensSigns(report),
    picture: (
      <g>
        {report.elements.map((element, index) => {
          const numbers = lensNumbers(lensesOf(element), words)
            .map(({ number, name }) => (number === undefined ? name : `${number} ${name}`))
            .join(' · ');
          return (
            <g transform={`translate(0 ${index * step})`}>
              <text class="ink" y={16} font-size={16} fill={palette.ink}>
                <tspan font-weight="bold">{clip(element.name, 24, '…')}</tspan>
                <tspan dx={8} font-size={14}>
                  {statusInWords(element.status, words)}
                </tspan>
              </text>
              <text class="faint" x={width} y={16} font-size={14} text-anchor="end" fill={palette.faint}>
                {numbers}
              </text>
              <g transform="translate(0 22)">
                <Track
                  lenses={lensesOf(element)}
                  range={element.range}
                  at={(score) => Math.round(score * width) / 100}
                  palette={palette}
                />
              </g>
            </g>
          );
        })}
      </g>
    ),
  };
}

function radar(report: ReportDocument, { words }: ReportContext, palette: Palette): Drawing {
  return {
    title: words['report.shape'],
    description: radarAxes(report)
      .map((axis) => lensSentence(axis, words))
      .join(' '),
    ...radarSize,
    signs: lensSigns(report).filter((sign) => sign !== 'range'),
    picture: <Radar report={report} palette={palette} />,
  };
}

function heatMap(report: ReportDocument, { words }: ReportContext, palette: Palette): Drawing {
  return {
    title: words['report.practices'],
    description: report.elements
      .flatMap(({ practices }) => practices.map((practice) => lensSentence(lensesOf(practice), words)))
      .join(' '),
    width: heatMapWidth,
    height: heatMapHeight(report),
    signs: ['heat'],
    picture: <HeatMap report={report} palette={palette} words={words} />,
  };
}

/** A badge for a README: how many elements are in place, by the account of the respondent. */
function Badge({
  report,
  context: { words },
  palette,
}: {
  readonly report: ReportDocument;
  readonly context: ReportContext;
  readonly palette: Palette;
}): JSX.Element {
  const { inPlace, of, provisional, scope, asked, outOf } = report.summary;
  const left = words['chart.badge'];
  const value = say(words, 'chart.badgeInPlace', { count: inPlace, of });
  const limits = [
    ...(scope === 'quick' ? [say(words, 'summary.questions', { asked, outOf })] : []),
    ...(provisional ? [words['report.provisionalShort']] : []),
  ];
  const right = limits.length > 0 ? `${value} (${limits.join(', ')})` : value;
  const room = (text: string): number => Math.round(widthOf(text) * 6.1) + 16;
  const split = room(left);
  const width = split + room(right);
  const text = (content: string, x: number, from: number): JSX.Element => (
    <text x={x} y={14.5} text-anchor="middle" font-size={11.5} fill="#ffffff" textLength={from - 16}>
      {content}
    </text>
  );
  return (
    <Picture
      width={width}
      height={20}
      title={`${left}: ${right}`}
      description={headline(report, words).join(' ')}
    >
      <rect width={width} height={20} rx={4} fill="#3b4552" />
      <path d={`M${split} 0H${width - 4}a4 4 0 0 1 4 4V16a4 4 0 0 1 -4 4H${split}z`} fill={palette.accent} />
      {text(left, split / 2, split)}
      {text(right, split + room(right) / 2, room(right))}
    </Picture>
  );
}

const drawings = { bars, radar, 'heat-map': heatMap } satisfies Record<
  Exclude<Chart, 'badge'>,
  (report: ReportDocument, context: ReportContext, palette: Palette) => Drawing
>;

/** Markup as the text of a file: XML, unlike HTML, forbids the end of a CDATA section in text. */
function asFile(markup: string): string {
  return `${markup.replaceAll(']]>', ']]&gt;')}\n`;
}

/**
 * One picture of a report as an SVG file of its own: drawn in plain attributes, so that every program shows
 * it, with a dark mode for those that know CSS.
 */
export function renderSvg(given: ReportDocument, context: ReportContext): string {
  const report = safeReport(given);
  const { light, dark } = palettesFor(context.brand.accent);
  if (context.chart === 'badge') {
    return asFile(renderToString(<Badge report={report} context={context} palette={light} />));
  }
  const drawing = drawings[context.chart](report, context, light);
  const sheet = renderToString(<Sheet drawing={drawing} report={report} context={context} palette={light} />);
  const style = `<style>@media (prefers-color-scheme:dark){${chartRules(dark)}}</style>`;
  return asFile(sheet.replace('<title', () => `${style}<title`));
}
