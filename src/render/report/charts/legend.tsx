import type { JSX } from 'preact';
import type { ReportDocument } from '#domain/types/report.ts';
import type { Words } from '#domain/messages.ts';
import { safeLine } from '#render/escape.ts';
import { measureWidth } from '#render/terminal/layout.ts';
import type { Palette } from './palette.ts';

/** Height of a legend in its own units. */
export const legendHeight = 24;

/** A sign that a picture uses. */
export type Sign = 'said' | 'declared' | 'shown' | 'range' | 'heat';

/** The signs that a picture of the lenses of a report uses: only of what there is something to see. */
export function listLensSigns(report: ReportDocument): readonly Sign[] {
  const ranges = report.elements.flatMap(({ range }) => (range === null ? [] : [range]));
  return [
    'said',
    ...(report.elements.some(({ declared }) => declared !== null) ? (['declared'] as const) : []),
    ...(report.elements.some(({ shown }) => shown !== null) ? (['shown'] as const) : []),
    ...(ranges.some(({ low, high }) => low !== high) ? (['range'] as const) : []),
  ];
}

/** Each sign as it is drawn, and its width. */
function drawn(sign: Sign, palette: Palette): { readonly picture: JSX.Element; readonly width: number } {
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

/** Name of each sign. */
function nameOf(sign: Sign, words: Words): string {
  const names = {
    said: words['summary.said'],
    declared: words['summary.declared'],
    shown: words['summary.shown'],
    range: words['report.possible'],
    heat: words['report.heat'],
  } satisfies Record<Sign, string>;
  return safeLine(names[sign]);
}

/** What the signs of a picture stand for, in one line. */
export function Legend({
  signs,
  words,
  palette,
}: {
  readonly signs: readonly Sign[];
  readonly words: Words;
  readonly palette: Palette;
}): JSX.Element {
  let x = 0;
  return (
    <g font-size={14}>
      {signs.map((sign) => {
        const { picture, width } = drawn(sign, palette);
        const at = x;
        x += width + 8 + measureWidth(nameOf(sign, words)) * 8 + 22;
        return (
          <g transform={`translate(${at} 0)`}>
            {picture}
            <text class="ink" x={width + 8} y={16} fill={palette.ink}>
              {nameOf(sign, words)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** The same for a page: a list that wraps, with text of the page's own size. */
export function LegendList({
  signs,
  words,
  palette,
}: {
  readonly signs: readonly Sign[];
  readonly words: Words;
  readonly palette: Palette;
}): JSX.Element {
  return (
    <ul class="legend" aria-hidden="true">
      {signs.map((sign) => {
        const { picture, width } = drawn(sign, palette);
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
            {nameOf(sign, words)}
          </li>
        );
      })}
    </ul>
  );
}
