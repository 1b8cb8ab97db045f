import type { Source } from '#domain/model.ts';
import { escapeLine } from '#render/escape.ts';
import { hang } from '#render/terminal/layout.ts';
import type { Theme } from '#render/terminal/theme.ts';

/** Layout of an explanation. */
export interface ExplainContext {
  readonly width: number;
  readonly theme: Theme;
}

/** Renders entries as a bulleted list. */
export function renderBullets(entries: readonly string[], { width, theme }: ExplainContext): string[] {
  return entries.flatMap((entry) => hang(`  ${theme.signs.dot} `, escapeLine(entry), width));
}

/** Describes a published finding: what it says, its reference, how it was verified and its limits. */
export function describeSource({ finding, reference, established, limits }: Source): string {
  const how = established === 'read' ? 'read at the source' : 'second-hand';
  return `${finding} ${reference} (${how})${limits === undefined ? '' : ` But: ${limits}`}`;
}
