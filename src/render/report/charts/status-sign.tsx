import type { JSX } from 'preact';
import { type Verdict, getVerdictBand } from '#render/report/wording/verdicts.ts';
import type { Palette } from './palette.ts';

/** Size of a sign in units of the drawing. */
export const signSize = 24;

/**
 * The sign of a verdict, 24 by 24 units. Every verdict has a shape of its own, so that color is never the only cue:
 * a filled square with a cross for what is missing, a half-filled disc, a filled disc and an empty ring with a check mark.
 */
export function StatusSign({
  verdict,
  palette,
}: {
  readonly verdict: Verdict;
  readonly palette: Palette;
}): JSX.Element {
  const band = getVerdictBand(verdict);
  const { strong, onStrong } = palette.tones[band];
  const filled = { class: `f-${band}`, fill: strong };
  const line = { class: `s-${band}`, stroke: strong, 'stroke-width': 2.5, fill: 'none' };
  const onFilled = { class: `on-${band}`, stroke: onStrong, 'stroke-width': 3, fill: 'none' };
  switch (verdict) {
    case 'missing':
      return (
        <g>
          <rect {...filled} x={1} y={1} width={22} height={22} rx={3} />
          <path {...onFilled} d="M7 7L17 17M17 7L7 17" />
        </g>
      );
    case 'partial':
      return (
        <g>
          <circle {...line} cx={12} cy={12} r={9.5} />
          <path {...filled} d="M12 2.5a9.5 9.5 0 0 0 0 19z" />
        </g>
      );
    case 'proven':
      return (
        <g>
          <circle {...filled} cx={12} cy={12} r={11} />
          <path {...onFilled} d="M6.5 12.5L10.5 16.5L17.5 8" />
        </g>
      );
    case 'claimed':
      return (
        <g>
          <circle {...line} cx={12} cy={12} r={9.5} />
          <path {...line} d="M7.5 12.5L11 15.5L16.5 9" />
        </g>
      );
    case 'unknown':
      return (
        <g>
          <circle {...line} cx={12} cy={12} r={9.5} stroke-dasharray="4 3" />
          <path {...line} d="M9 9.5a3 3 0 1 1 3 3.2v1.6M12 16v2.4" />
        </g>
      );
    case 'not-asked':
      return (
        <g>
          <circle {...line} cx={12} cy={12} r={9.5} />
          <path {...line} d="M7.5 12H16.5" />
        </g>
      );
  }
}
