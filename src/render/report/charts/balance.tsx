import type { JSX } from 'preact';
import type { Palette } from './palette.ts';

/** Size in units of the drawing. */
export const balanceSize = { width: 440, height: 64 } as const;

const middle = balanceSize.width / 2;
const perLevel = 50;

/**
 * A scale from 4 levels ahead of the bookends (left) to 4 levels ahead of the middle (right), with a mark for
 * the balance.
 *
 * @param balance -4..4 levels; null = unknown
 */
export function BalanceScale({
  balance,
  left,
  right,
  palette,
}: {
  readonly balance: number | null;
  readonly left: string;
  readonly right: string;
  readonly palette: Palette;
}): JSX.Element {
  const x = middle + (balance ?? 0) * perLevel;
  return (
    <g>
      <rect
        class="track"
        x={middle - 4 * perLevel}
        y={12}
        width={8 * perLevel}
        height={12}
        rx={3}
        fill={palette.track}
      />
      {balance !== null && (
        <rect
          class="shown"
          x={Math.min(x, middle)}
          y={12}
          width={Math.abs(x - middle)}
          height={12}
          fill={palette.accent}
        />
      )}
      {[-4, -3, -2, -1, 0, 1, 2, 3, 4].map((level) => (
        <line
          class={level === 0 ? 'ink-line' : 'grid'}
          x1={middle + level * perLevel}
          x2={middle + level * perLevel}
          y1={level === 0 ? 4 : 12}
          y2={level === 0 ? 32 : 24}
          stroke={level === 0 ? palette.ink : palette.ground}
          stroke-width={level === 0 ? 2 : 1.5}
        />
      ))}
      {balance !== null && <circle class="ink-fill" cx={x} cy={18} r={7} fill={palette.ink} />}
      <text class="ink" x={middle - 4 * perLevel} y={54} font-size={15} fill={palette.ink}>
        {left}
      </text>
      <text class="ink" x={middle + 4 * perLevel} y={54} text-anchor="end" font-size={15} fill={palette.ink}>
        {right}
      </text>
    </g>
  );
}
