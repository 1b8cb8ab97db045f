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
