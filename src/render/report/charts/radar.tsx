import type { JSX } from 'preact';
import type { ReportDocument } from '#domain/types/report.ts';
import { clip, measureWidth } from '#render/terminal/layout.ts';
import type { Palette } from './palette.ts';
import { type Lenses, getLenses } from './lenses.ts';

/**
 * Lists the axes of a radar: elements, or their blocks where they have any, so that no axis hides another.
 */
export function listRadarAxes(report: ReportDocument): readonly Lenses[] {
  return report.elements.flatMap((element) =>
    element.blocks.length > 0
      ? element.blocks.map((block) =>
          getLenses(
            block,
            element.practices.filter((practice) => practice.block === block.id),
          ),
        )
      : [getLenses(element, element.practices)],
  );
}

/** Size in units of the drawing. */
export const radarSize = { width: 440, height: 340 } as const;

const center = { x: 220, y: 168 } as const;
const radius = 112;

const round = (value: number): number => Math.round(value * 10) / 10;

/** Splits a name into at most two lines, at the space nearest to its middle. */
function splitName(name: string): readonly string[] {
  const short = [...name].length > 40 ? `${[...name].slice(0, 39).join('')}…` : name;
  if (measureWidth(short) <= 16) return [short];
  const spaces = [...short.matchAll(/ /g)].map(({ index }) => index);
  const near = spaces.toSorted((a, b) => Math.abs(a - short.length / 2) - Math.abs(b - short.length / 2))[0];
  const lines = near === undefined ? [short] : [short.slice(0, near), short.slice(near + 1)];
  return lines.map((line) => clip(line, 20, '…'));
}

/** A radar with an axis per element or block and a closed line per lens. */
export function Radar({
  report,
  palette,
}: {
  readonly report: ReportDocument;
  readonly palette: Palette;
}): JSX.Element {
  const axes = listRadarAxes(report);
  const locate = (index: number, score: number): { x: number; y: number } => {
    const angle = (index / axes.length) * 2 * Math.PI - Math.PI / 2;
    const length = (score / 100) * radius;
    return { x: round(center.x + Math.cos(angle) * length), y: round(center.y + Math.sin(angle) * length) };
  };
  const drawRing = (score: number): string =>
    axes.map((_, index) => Object.values(locate(index, score)).join(',')).join(' ');
  /** Draws a line from axis to axis, with gaps at unknown scores. */
  const drawLine = (lens: 'said' | 'declared' | 'shown'): string =>
    axes
      .map((axis, index) => {
        const next = axes[(index + 1) % axes.length];
        const from = axis[lens];
        const to = next?.[lens] ?? null;
        if (from === null) return '';
        const { x, y } = locate(index, from);
        if (to === null) return `M${x} ${y}`;
        const end = locate((index + 1) % axes.length, to);
        return `M${x} ${y}L${end.x} ${end.y}`;
      })
      .join('');
  const drawArea = (lens: 'said' | 'shown'): string =>
    axes.map((axis, index) => Object.values(locate(index, axis[lens] ?? 0)).join(',')).join(' ');
  const drawDots = (lens: 'said' | 'declared' | 'shown', color: string): JSX.Element[] =>
    axes.flatMap((axis, index) => {
      const score = axis[lens];
      if (score === null) return [];
      const { x, y } = locate(index, score);
      return [
        lens === 'declared' ? (
          <path class="declared" d={`M${x} ${y - 5}l5 5l-5 5l-5 -5z`} fill={color} />
        ) : (
          <circle
            class={lens === 'said' ? 'edge-dot' : 'shown'}
            cx={x}
            cy={y}
            r={lens === 'said' ? 4 : 3}
            fill={lens === 'said' ? palette.ground : color}
            stroke={color}
            stroke-width={2}
          />
        ),
      ];
    });
  return (
    <g>
      {[25, 50, 75, 100].map((score) => (
        <polygon class="rule" points={drawRing(score)} fill="none" stroke={palette.line} stroke-width={1} />
      ))}
      {axes.map((_, index) => {
        const { x, y } = locate(index, 100);
        return (
          <line
            class="rule"
            x1={center.x}
            y1={center.y}
            x2={x}
            y2={y}
            stroke={palette.line}
            stroke-width={1}
          />
        );
      })}
      <polygon class="said" points={drawArea('said')} fill={palette.said} fill-opacity={0.55} />
      <polygon class="shown" points={drawArea('shown')} fill={palette.accent} fill-opacity={0.45} />
      {drawLine('said') !== '' && (
        <path class="edge" d={drawLine('said')} fill="none" stroke={palette.accent} stroke-width={2} />
      )}
      {drawLine('declared') !== '' && (
        <path
          class="declared-line"
          d={drawLine('declared')}
          fill="none"
          stroke={palette.declared}
          stroke-width={2}
          stroke-dasharray="5 4"
        />
      )}
      {drawDots('said', palette.accent)}
      {drawDots('shown', palette.accent)}
      {drawDots('declared', palette.declared)}
      {axes.map(({ name }, index) => {
        const { x, y } = locate(index, 116);
        const side = x > center.x + 8 ? 'start' : x < center.x - 8 ? 'end' : 'middle';
        const lines = splitName(name);
        const top = y < center.y - 60 ? y - (lines.length - 1) * 17 : y + 5 - (lines.length - 1) * 8;
        return (
          <text class="ink" x={x} y={top} text-anchor={side} font-size={15} fill={palette.ink}>
            {lines.map((line, row) => (
              <tspan x={x} dy={row === 0 ? 0 : 17}>
                {line}
              </tspan>
            ))}
          </text>
        );
      })}
    </g>
  );
}
