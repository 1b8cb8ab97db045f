/** Colors of office files: without `#`, and on white ground, because pages and slides are printed. */
import type { Status } from '#domain/types/report.ts';
import { makePalettes } from '#render/report/charts/palette.ts';
import type { Brand } from '#render/report/context.ts';

/** Font of office files. Every office program has it, or one of the same width. */
export const fontName = 'Arial';

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
  readonly heat: readonly { readonly ground: string; readonly text: string }[];
}

const plain = (hex: string): string => hex.slice(1);

/** Makes the colors for a brand. */
export function makeOfficeColors({ accent }: Brand): OfficeColors {
  const { light } = makePalettes(accent);
  return {
    ink: plain(light.ink),
    faint: plain(light.faint),
    line: plain(light.line),
    card: plain(light.card),
    accent: plain(light.accent),
    said: plain(light.said),
    declared: plain(light.declared),
    heat: light.heat.map(({ ground, text }) => ({ ground: plain(ground), text: plain(text) })),
  };
}

/** Colors of a status apart from the brand: what is missing is the loudest. Text of each is readable on white. */
const statusColors = {
  'in-place': '1a6e3c',
  partial: '8a5a00',
  neglected: 'b3261e',
  unknown: '525d6e',
  'not-asked': '525d6e',
} satisfies Record<Status, string>;

/** Signs of a status, for those who do not see the colors. */
const statusSigns = {
  'in-place': '✓',
  partial: '◐',
  neglected: '✗',
  unknown: '?',
  'not-asked': '–',
} satisfies Record<Status, string>;

/** Returns the color of a status. */
export function getStatusColor(status: Status): string {
  return statusColors[status];
}

/** Returns the sign of a status. */
export function getStatusSign(status: Status): string {
  return statusSigns[status];
}
