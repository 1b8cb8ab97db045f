import type { JSX } from 'preact';
import type { Lens } from '#render/report/wording/lenses.ts';
import type { Side } from '#render/report/voices/perception.ts';
import type { Band } from '#render/report/wording/verdicts.ts';
import type { Palette } from './palette.ts';

/** A sign that a chart uses. */
export type Sign = Lens | Side | 'range' | 'missing' | 'partial' | 'in-place';

/** Draws a sign, 20 units wide. */
export function drawSign(sign: Sign, palette: Palette): JSX.Element {
  switch (sign) {
    case 'said':
      return (
        <g>
          <rect class="said" y={4} width={20} height={14} fill={palette.said} />
          <path class="edge" d="M20 3v16" stroke={palette.accent} stroke-width={2.5} />
        </g>
      );
    case 'declared':
      return (
        <path
          class="declared"
          d="M10 5l5 5l-5 5l-5 -5zM10 14v6"
          fill={palette.declared}
          stroke={palette.declared}
          stroke-width={2}
        />
      );
    case 'shown':
      return <rect class="shown" y={6} width={20} height={10} fill={palette.accent} />;
    case 'range':
      return (
        <path class="range" d="M1 11H20M1 7v8M20 7v8" stroke={palette.ink} stroke-width={1.5} fill="none" />
      );
    case 'leader':
    case 'managers':
    case 'sellers':
      return <g transform="translate(10 11)">{drawSide(sign, palette)}</g>;
    case 'missing':
    case 'partial':
    case 'in-place':
      return (
        <g>
          <rect
            class={`t-${sign}`}
            y={2}
            width={20}
            height={18}
            rx={3}
            fill={palette.tones[sign].tint}
            stroke="none"
          />
          <g transform="translate(3 4)">{drawCellSign(sign, palette)}</g>
        </g>
      );
  }
}

/** Draws the sign of a side around the point 0, 0. Its shape tells it apart: each side has its own height in the chart. */
export function drawSide(side: Side, palette: Palette): JSX.Element {
  switch (side) {
    case 'leader':
      return <path class="shown" d="M-7 -7H7L0 5z" fill={palette.accent} />;
    case 'managers':
      return <circle class="managers" r={5} fill={palette.ground} stroke={palette.ink} stroke-width={2} />;
    case 'sellers':
      return <path class="ink" d="M-7 7H7L0 -5z" fill={palette.ink} />;
  }
}

/** Draws the sign of a cell, 14 units wide: a cross for missing, a half disc for partly, nothing for in place. */
export function drawCellSign(band: Band, palette: Palette): JSX.Element | null {
  const { onTint } = palette.tones[band];
  if (band === 'missing')
    return (
      <path class={`st-${band}`} d="M3 3L11 11M11 3L3 11" stroke={onTint} stroke-width={2.5} fill="none" />
    );
  if (band === 'partial')
    return (
      <g>
        <circle class={`st-${band}`} cx={7} cy={7} r={4.5} stroke={onTint} stroke-width={1.5} fill="none" />
        <path class={`tt-${band}`} d="M7 2.5a4.5 4.5 0 0 0 0 9z" fill={onTint} />
      </g>
    );
  return null;
}
