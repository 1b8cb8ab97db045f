import type { Theme } from './theme.ts';

/**
 * Renders a bar of `width` columns for scores of 0..100 (null = unknown): the shown part, the part that is
 * only said, the rest. Readable without color.
 */
export function renderBar(said: number | null, shown: number | null, width: number, theme: Theme): string {
  const columns = (score: number | null): number => Math.round(((score ?? 0) / 100) * width);
  const full = columns(said);
  const proven = Math.min(full, columns(shown));
  const { bar } = theme.signs;
  return (
    theme.accent(bar.shown.repeat(proven) + bar.said.repeat(full - proven)) +
    theme.faint(bar.rest.repeat(Math.max(0, width - full)))
  );
}

/**
 * Renders a scale of `2 × half + 1` columns for a balance of -4..4 levels (null = unknown, left empty). It
 * fills to the left where the bookends are ahead, to the right where the middle is. Readable without color.
 */
export function renderBalanceBar(balance: number | null, half: number, theme: Theme): string {
  const { bar } = theme.signs;
  const columns = Math.round((Math.min(4, Math.abs(balance ?? 0)) / 4) * half);
  const rest = theme.faint(bar.rest.repeat(half - columns));
  const empty = theme.faint(bar.rest.repeat(half));
  const filled = theme.accent(bar.shown.repeat(columns));
  return (balance ?? 0) < 0 ? `${rest}${filled}|${empty}` : `${empty}|${filled}${rest}`;
}
