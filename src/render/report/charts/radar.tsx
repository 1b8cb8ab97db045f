import type { JSX } from 'preact';
import type { ReportDocument } from '#domain/types/report.ts';
import { clip, measureWidth } from '#render/terminal/layout.ts';
import type { Palette } from './palette.ts';
import { type Lenses, getLenses } from './lenses.ts';

/** The axes of a radar: an element, or its blocks where it has any, so that no axis hides another. */
export function listRadarAxes(report: ReportDocument): readonly Lenses[] {
  return report.elements.flatMap((element) =>
    element.blocks.length > 0 ? element.blocks.map(getLenses) : [getLenses(element)],
  );
}

/** Size of the drawing in its own units. */
export const radarSize = { width: 440, height: 340 } as const;

const center = { x: 220, y: 168 } as const;
const radius = 112;

const round = (value: number): number => Math.round(value * 10) / 10;

/** A name in at most two lines, broken at a space near its middle. */
function twoLines(name: string): readonly string[] {
  const short = [...name].length > 40 ? `${[...name].slice(0, 39).join('')}…` : name;
  if (measureWidth(short) <= 16) return [short];
  const spaces = [...short.matchAll(/ /g)].map(({ index }) => index);
  const near = spaces.toSorted((a, b) => Math.abs(a - short.length / 2) - Math.abs(b - short.length / 2))[0];
  const lines = near === undefined ? [short] : [short.slice(0, near), short.slice(near + 1)];
  return lines.map((line) => clip(line, 20, '…'));
}

/** Axes from the middle, one for each element or block, with a closed line for each lens. */
export function Radar({
  report,
  palette,
}: {
  readonly report: ReportDocument;
  readonly palette: Palette;
}): JSX.Element {
  const axes = listRadarAxes(report);
  const place = (index: number, score: number): { x: number; y: number } => {
    const angle = (index / axes.length) * 2 * Math.PI - Math.PI / 2;
    const length = (score / 100) * radius;
    return { x: round(center.x + Math.cos(angle) * length), y: round(center.y + Math.sin(angle) * length) };
  };
  const ring = (score: number): string =>
    axes.map((_, index) => Object.values(place(index, score)).join(',')).join(' ');
  /** A line from axis to axis, with a gap wherever a score is not known. */
  const lineOf = (lens: 'said' | 'declared' | 'shown'): string =>
    axes
      .map((axis, index) => {
        const next = axes[(index + 1) % axes.length];
        const from = axis[lens];
        const to = next?.[lens] ?? null;
        if (from === null) return '';
        const { x, y } = place(index, from);
        if (to === null) return `M${x} ${y}`;
        const end = place((index + 1) % axes.length, to);
        return `M${x} ${y}L${end.x} ${end.y}`;
      })
      .join('');
  const areaOf = (lens: 'said' | 'shown'): string =>
    axes.map((axis, index) => Object.values(place(index, axis[lens] ?? 0)).join(',')).join(' ');
  const dots = (lens: 'said' | 'declared' | 'shown', color: string): JSX.Element[] =>
    axes.flatMap((axis, index) => {
      const score = axis[lens];
      if (score === null) return [];
      const { x, y } = place(index, score);
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
        <polygon class="rule" points={ring(score)} fill="none" stroke={palette.line} stroke-width={1} />
      ))}
      {axes.map((_, index) => {
        const { x, y } = place(index, 100);
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
      <polygon class="said" points={areaOf('said')} fill={palette.said} fill-opacity={0.55} />
      <polygon class="shown" points={areaOf('shown')} fill={palette.accent} fill-opacity={0.45} />
      {lineOf('said') !== '' && (
        <path class="edge" d={lineOf('said')} fill="none" stroke={palette.accent} stroke-width={2} />
      )}
      {lineOf('declared') !== '' && (
        <path
          class="declared-line"
          d={lineOf('declared')}
          fill="none"
          stroke={palette.declared}
          stroke-width={2}
          stroke-dasharray="5 4"
        />
      )}
      {dots('said', palette.accent)}
      {dots('shown', palette.accent)}
      {dots('declared', palette.declared)}
      {axes.map(({ name }, index) => {
        const { x, y } = place(index, 116);
        const side = x > center.x + 8 ? 'start' : x < center.x - 8 ? 'end' : 'middle';
        const lines = twoLines(name);
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
