import type { Source } from '#domain/model.ts';
import { safeLine } from '#render/escape.ts';
import { hang } from '#render/terminal/layout.ts';
import type { Theme } from '#render/terminal/theme.ts';

/** Where and how an explanation is laid out. */
export interface ExplainContext {
  readonly width: number;
  readonly theme: Theme;
}

/** Entries of a list, each below a sign. */
export function renderBullets(entries: readonly string[], { width, theme }: ExplainContext): string[] {
  return entries.flatMap((entry) => hang(`  ${theme.signs.dot} `, safeLine(entry), width));
}

/** A finding of other people: what it says, where, how it was established, and what limits it. */
export function describeSource({ finding, reference, established, limits }: Source): string {
  const how = established === 'read' ? 'read at the source' : 'second-hand';
  return `${finding} ${reference} (${how})${limits === undefined ? '' : ` But: ${limits}`}`;
}
