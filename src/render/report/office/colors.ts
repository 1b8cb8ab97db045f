/** Colors and signs of office files: without `#`, and on white ground, because pages and slides are printed. */
import { makePalettes } from '#render/report/charts/palette.ts';
import type { Brand } from '#render/report/context.ts';
import { type Band, type Verdict, getVerdictBand } from '#render/report/wording/verdicts.ts';
import { makeTheme } from '#render/terminal/theme.ts';

/** Font of office files. Every office program has it, or one of the same width. */
export const fontName = 'Arial';

/** Colors of a band of the scale: those of the charts. */
interface OfficeTone {
  /** Text on white, and filled ground. */
  readonly strong: string;
  readonly onStrong: string;
  /** Light ground of a cell. */
  readonly tint: string;
  readonly onTint: string;
}

/** Colors as `rrggbb`. */
export interface OfficeColors {
  readonly ink: string;
  readonly faint: string;
  readonly line: string;
  readonly card: string;
  readonly accent: string;
  /** The said score: a tint of the accent. */
  readonly said: string;
  readonly declared: string;
  readonly tones: Readonly<Record<Band, OfficeTone>>;
}

const dropHash = (hex: string): string => hex.slice(1);

/** Makes the colors for a brand. */
export function makeOfficeColors({ accent }: Brand): OfficeColors {
  const { light } = makePalettes(accent);
  const makeTone = (band: Band): OfficeTone => {
    const { strong, onStrong, tint, onTint } = light.tones[band];
    return {
      strong: dropHash(strong),
      onStrong: dropHash(onStrong),
      tint: dropHash(tint),
      onTint: dropHash(onTint),
    };
  };
  return {
    ink: dropHash(light.ink),
    faint: dropHash(light.faint),
    line: dropHash(light.line),
    card: dropHash(light.card),
    accent: dropHash(light.accent),
    said: dropHash(light.said),
    declared: dropHash(light.declared),
    tones: {
      missing: makeTone('missing'),
      partial: makeTone('partial'),
      'in-place': makeTone('in-place'),
      unknown: makeTone('unknown'),
    },
  };
}

/** Signs of verdicts, for those who do not see the colors: always Unicode, because office files are. */
export const verdictSigns = makeTheme(undefined, true).signs.verdicts;

/** How the verdict of an element looks: what is missing is filled, everything else is white or quiet. */
export function getVerdictColors(
  verdict: Verdict,
  { tones, card }: OfficeColors,
): { readonly fill: string; readonly color: string; readonly isFilled: boolean } {
  const { strong, onStrong } = tones[getVerdictBand(verdict)];
  return verdict === 'missing'
    ? { fill: strong, color: onStrong, isFilled: true }
    : { fill: card, color: strong, isFilled: false };
}

/** Signs in front of scores. A score that is in place needs none. */
const bandSigns = {
  missing: `${verdictSigns.missing} `,
  partial: `${verdictSigns.partial} `,
  'in-place': '',
  unknown: '',
} satisfies Record<Band, string>;

/** Returns how a cell with a score of a band looks. */
export function getScoreColors(
  band: Band,
  { tones }: OfficeColors,
): { readonly sign: string; readonly fill: string; readonly color: string; readonly bold: boolean } {
  const { tint, onTint } = tones[band];
  return { sign: bandSigns[band], fill: tint, color: onTint, bold: band === 'missing' };
}
