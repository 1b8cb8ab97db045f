import { renderToString } from 'preact-render-to-string';
import type { ReportDocument } from '#domain/types/report.ts';
import { clip } from '#render/terminal/layout.ts';
import { makeChartRules } from '#render/report/charts/rules.ts';
import { HeatMap, computeHeatMapHeight, computeHeatMapWidth } from '#render/report/charts/heat-map.tsx';
import { listBandEntries, listDefinedEntries, listRangeEntries } from '#render/report/charts/legend.tsx';
import { getLenses } from '#render/report/charts/lenses.ts';
import { describeMap } from '#render/report/charts/map-scores.ts';
import { StatusSign } from '#render/report/charts/status-sign.tsx';
import { Track, trackHeight } from '#render/report/charts/track.tsx';
import type { Chart, ReportContext } from '#render/report/context.ts';
import { type Palette, makePalettes } from '#render/report/charts/palette.ts';
import { escapeTexts } from '#render/report/escape-texts.ts';
import { Badge } from './badge.tsx';
import { drawPerception } from './perception.tsx';
import { type Drawing, Sheet } from './sheet.tsx';
import { describeStatus } from '#render/report/wording/labels.ts';
import { writeElementsTitle, writePracticesTitle } from '#render/report/wording/chart-titles.ts';
import { defineLenses, listLenses } from '#render/report/wording/lenses.ts';
import { describeMarks, getVerdict } from '#render/report/wording/verdicts.ts';
import { renderLensNumbers, describeLenses } from '#render/report/wording/numbers.ts';

function drawBars(report: ReportDocument, context: ReportContext, palette: Palette): Drawing {
  const { messages } = context;
  const width = 560;
  const step = 22 + trackHeight + 12;
  return {
    title: writeElementsTitle(report, messages),
    description: report.elements
      .map((element) => describeLenses(getLenses(element, element.practices), listLenses(report), messages))
      .join(' '),
    width,
    height: report.elements.length * step,
    entries: [...listDefinedEntries(report, messages), ...listRangeEntries(report, messages)],
    notes: [describeMarks(report.thresholds, messages)],
    picture: (
      <g>
        {report.elements.map((element, index) => {
          const numbers = renderLensNumbers(getLenses(element, element.practices), messages)
            .map(({ number, name }) => (number === undefined ? name : `${number} ${name}`))
            .join(' · ');
          return (
            <g transform={`translate(0 ${index * step})`}>
              <g transform="translate(0 1) scale(0.8)">
                <StatusSign verdict={getVerdict(element)} palette={palette} />
              </g>
              <text class="ink" x={26} y={16} font-size={16} fill={palette.ink}>
                <tspan font-weight="bold">{clip(element.name, 24, '…')}</tspan>
                <tspan dx={8} font-size={14} font-weight={element.status === 'neglected' ? 'bold' : 'normal'}>
                  {describeStatus(element, messages)}
                </tspan>
              </text>
              <text class="faint" x={width} y={16} font-size={14} text-anchor="end" fill={palette.faint}>
                {numbers}
              </text>
              <g transform="translate(0 22)">
                <Track
                  lenses={getLenses(element, element.practices)}
                  range={element.range}
                  thresholds={report.thresholds}
                  messages={messages}
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

/** Defines the lenses of a report, a line each: `said: what your answers say`. */
function listDefinitions(report: ReportDocument, { messages }: ReportContext): readonly string[] {
  return defineLenses(report, messages).map(({ name, means }) => `${name}: ${means}`);
}

function drawHeatMap(report: ReportDocument, context: ReportContext, palette: Palette): Drawing {
  const { messages } = context;
  return {
    title: writePracticesTitle(report, messages),
    description: report.elements
      .flatMap(({ practices }) =>
        practices.map((practice) =>
          describeLenses(getLenses(practice, [practice]), listLenses(report), messages),
        ),
      )
      .join(' '),
    width: computeHeatMapWidth(report),
    height: computeHeatMapHeight(report),
    entries: listBandEntries(report, messages),
    notes: [...listDefinitions(report, context), ...describeMap(report, messages)],
    picture: <HeatMap report={report} palette={palette} messages={messages} />,
  };
}

const drawings = { bars: drawBars, 'heat-map': drawHeatMap, perception: drawPerception } satisfies Record<
  Exclude<Chart, 'badge'>,
  (report: ReportDocument, context: ReportContext, palette: Palette) => Drawing
>;

/** Converts markup to XML, which unlike HTML forbids `]]>` in text. */
function toXmlFile(markup: string): string {
  return `${markup.replaceAll(']]>', ']]&gt;')}\n`;
}

/**
 * Renders one chart of a report as an SVG file. Colors are plain attributes, so that every program shows
 * them, with a dark mode for programs that support CSS.
 */
export function renderSvg(unsafeReport: ReportDocument, unsafeContext: ReportContext): string {
  const report = escapeTexts(unsafeReport);
  const context = { ...unsafeContext, messages: escapeTexts(unsafeContext.messages) };
  const { light, dark } = makePalettes(context.brand.accent);
  if (context.chart === 'badge') {
    return toXmlFile(renderToString(<Badge report={report} context={context} palette={light} />));
  }
  const drawing = drawings[context.chart](report, context, light);
  const sheet = renderToString(<Sheet drawing={drawing} report={report} context={context} palette={light} />);
  const style = `<style>@media (prefers-color-scheme:dark){${makeChartRules(dark)}}</style>`;
  return toXmlFile(sheet.replace('<title', () => `${style}<title`));
}
