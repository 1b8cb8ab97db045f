import type { JSX } from 'preact';
import type { ReportDocument } from '#domain/types/report.ts';
import type { Messages } from '#domain/messages.ts';
import { escapeLine } from '#render/escape.ts';
import { measureWidth } from '#render/terminal/layout.ts';
import type { Palette } from './palette.ts';

/** Height in units of the drawing. */
export const legendHeight = 24;

/** A sign that a chart uses. */
export type Sign = 'said' | 'declared' | 'shown' | 'range' | 'heat';

/** Lists the signs that a chart of the lenses uses, without those that the report has no data for. */
export function listLensSigns(report: ReportDocument): readonly Sign[] {
  const ranges = report.elements.flatMap(({ range }) => (range === null ? [] : [range]));
  return [
    'said',
    ...(report.elements.some(({ declared }) => declared !== null) ? (['declared'] as const) : []),
    ...(report.elements.some(({ shown }) => shown !== null) ? (['shown'] as const) : []),
    ...(ranges.some(({ low, high }) => low !== high) ? (['range'] as const) : []),
  ];
}

/** Draws a sign. Returns it with its width. */
function drawSign(sign: Sign, palette: Palette): { readonly picture: JSX.Element; readonly width: number } {
  switch (sign) {
    case 'said':
      return {
        width: 20,
        picture: (
          <g>
            <rect class="said" y={4} width={20} height={14} rx={2} fill={palette.said} />
            <path class="edge" d="M20 3v16" stroke={palette.accent} stroke-width={2.5} />
          </g>
        ),
      };
    case 'declared':
      return {
        width: 20,
        picture: (
          <path
            class="declared"
            d="M10 5l5 5l-5 5l-5 -5zM10 14v6"
            fill={palette.declared}
            stroke={palette.declared}
            stroke-width={2}
          />
        ),
      };
    case 'shown':
      return {
        width: 20,
        picture: <rect class="shown" y={6} width={20} height={10} rx={1.5} fill={palette.accent} />,
      };
    case 'range':
      return {
        width: 20,
        picture: (
          <path class="range" d="M1 11H20M1 7v8M20 7v8" stroke={palette.ink} stroke-width={1.5} fill="none" />
        ),
      };
    case 'heat':
      return {
        width: 5 * 26,
        picture: (
          <g>
            {palette.heat.map((step, index) => (
              <rect
                class={`h${index}`}
                x={index * 26}
                y={4}
                width={24}
                height={14}
                rx={2}
                fill={step.ground}
              />
            ))}
          </g>
        ),
      };
  }
}

/** Returns the label of a sign, safe to measure. */
function getLabel(sign: Sign, messages: Messages): string {
  const names = {
    said: messages['summary.said'],
    declared: messages['summary.declared'],
    shown: messages['summary.shown'],
    range: messages['report.possible'],
    heat: messages['report.heat'],
  } satisfies Record<Sign, string>;
  return escapeLine(names[sign]);
}

/** The legend of a standalone chart, in one line. */
export function Legend({
  signs,
  messages,
  palette,
}: {
  readonly signs: readonly Sign[];
  readonly messages: Messages;
  readonly palette: Palette;
}): JSX.Element {
  let x = 0;
  return (
    <g font-size={14}>
      {signs.map((sign) => {
        const { picture, width } = drawSign(sign, palette);
        const at = x;
        x += width + 8 + measureWidth(getLabel(sign, messages)) * 8 + 22;
        return (
          <g transform={`translate(${at} 0)`}>
            {picture}
            <text class="ink" x={width + 8} y={16} fill={palette.ink}>
              {getLabel(sign, messages)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** The legend on a page: a list that wraps, in the font size of the page. */
export function LegendList({
  signs,
  messages,
  palette,
}: {
  readonly signs: readonly Sign[];
  readonly messages: Messages;
  readonly palette: Palette;
}): JSX.Element {
  return (
    <ul class="legend" aria-hidden="true">
      {signs.map((sign) => {
        const { picture, width } = drawSign(sign, palette);
        return (
          <li>
            <svg
              class="chart"
              width={width + 8}
              height={legendHeight}
              viewBox={`-4 -1 ${width + 8} ${legendHeight}`}
            >
              {picture}
            </svg>
            {getLabel(sign, messages)}
          </li>
        );
      })}
    </ul>
  );
}
