import { renderToString } from 'preact-render-to-string';
import type { ReportDocument } from '#domain/types/report.ts';
import { clip } from '#render/terminal/layout.ts';
import { makeChartRules } from '#render/report/charts/rules.ts';
import { HeatMap, computeHeatMapHeight, heatMapWidth } from '#render/report/charts/heat-map.tsx';
import { listLensSigns } from '#render/report/charts/legend.tsx';
import { getLenses } from '#render/report/charts/lenses.ts';
import { Radar, listRadarAxes, radarSize } from '#render/report/charts/radar.tsx';
import { Track } from '#render/report/charts/track.tsx';
import type { Chart, ReportContext } from '#render/report/context.ts';
import { type Palette, makePalettes } from '#render/report/charts/palette.ts';
import { escapeTexts } from '#render/report/escape-texts.ts';
import { Badge } from './badge.tsx';
import { type Drawing, Sheet } from './sheet.tsx';
import { describeStatus } from '#render/report/wording/labels.ts';
import { renderLensNumbers, describeLenses } from '#render/report/wording/numbers.ts';

function drawBars(report: ReportDocument, { messages }: ReportContext, palette: Palette): Drawing {
  const width = 560;
  const step = 74;
  return {
    title: messages['report.elements'],
    description: report.elements
      .map((element) => describeLenses(getLenses(element, element.practices), messages))
      .join(' '),
    width,
    height: report.elements.length * step,
    signs: listLensSigns(report),
    picture: (
      <g>
        {report.elements.map((element, index) => {
          const numbers = renderLensNumbers(getLenses(element, element.practices), messages)
            .map(({ number, name }) => (number === undefined ? name : `${number} ${name}`))
            .join(' · ');
          return (
            <g transform={`translate(0 ${index * step})`}>
              <text class="ink" y={16} font-size={16} fill={palette.ink}>
                <tspan font-weight="bold">{clip(element.name, 24, '…')}</tspan>
                <tspan dx={8} font-size={14}>
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

function drawRadar(report: ReportDocument, { messages }: ReportContext, palette: Palette): Drawing {
  return {
    title: messages['report.shape'],
    description: listRadarAxes(report)
      .map((axis) => describeLenses(axis, messages))
      .join(' '),
    ...radarSize,
    signs: listLensSigns(report).filter((sign) => sign !== 'range'),
    picture: <Radar report={report} palette={palette} />,
  };
}

function drawHeatMap(report: ReportDocument, { messages }: ReportContext, palette: Palette): Drawing {
  return {
    title: messages['report.practices'],
    description: report.elements
      .flatMap(({ practices }) =>
        practices.map((practice) => describeLenses(getLenses(practice, [practice]), messages)),
      )
      .join(' '),
    width: heatMapWidth,
    height: computeHeatMapHeight(report),
    signs: ['heat'],
    picture: <HeatMap report={report} palette={palette} messages={messages} />,
  };
}

const drawings = { bars: drawBars, radar: drawRadar, 'heat-map': drawHeatMap } satisfies Record<
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
