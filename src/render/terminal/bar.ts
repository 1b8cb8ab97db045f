import type { Theme } from './theme.ts';

/**
 * A bar of `width` columns for scores of 0 to 100: what can be shown, then what is only said, then the
 * rest. Reads without colour.
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
 * A scale of `2 × half + 1` columns that a balance of -4 to 4 levels moves away from its middle: to the left
 * where the bookends are ahead, to the right where the middle is. null leaves it empty. Reads without colour.
 */
export function renderBalanceBar(balance: number | null, half: number, theme: Theme): string {
  const { bar } = theme.signs;
  const columns = Math.round((Math.min(4, Math.abs(balance ?? 0)) / 4) * half);
  const rest = theme.faint(bar.rest.repeat(half - columns));
  const empty = theme.faint(bar.rest.repeat(half));
  const filled = theme.accent(bar.shown.repeat(columns));
  return (balance ?? 0) < 0 ? `${rest}${filled}|${empty}` : `${empty}|${filled}${rest}`;
}
