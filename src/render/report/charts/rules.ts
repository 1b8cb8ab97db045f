import type { Palette } from './palette.ts';

/**
 * Renders the chart colors as CSS rules over the classes of the charts. The rules override the color
 * attributes, so that one drawing serves a page with a dark mode and programs without CSS.
 */
export function makeChartRules(palette: Palette, within = ''): string {
  const { ground, ink, faint, line, track, accent, said, declared, heat } = palette;
  const rules: Readonly<Record<string, string>> = {
    '.ground': `fill:${ground}`,
    '.card': `fill:${palette.card}`,
    '.track': `fill:${track}`,
    '.grid': `stroke:${ground}`,
    '.rule': `stroke:${line}`,
    '.said': `fill:${said}`,
    '.edge': `stroke:${accent}`,
    '.edge-dot': `fill:${ground};stroke:${accent}`,
    '.shown': `fill:${accent}`,
    'circle.shown': `stroke:${accent}`,
    '.range': `stroke:${ink}`,
    '.declared': `fill:${declared};stroke:${declared}`,
    '.declared-line': `stroke:${declared}`,
    '.ink': `fill:${ink}`,
    '.faint': `fill:${faint}`,
    '.ink-line': `stroke:${ink}`,
    '.ink-fill': `fill:${ink}`,
    ...Object.fromEntries(heat.map((step, index) => [`.h${index}`, `fill:${step.ground}`])),
    ...Object.fromEntries(heat.map((step, index) => [`.t${index}`, `fill:${step.text}`])),
  };
  return Object.entries(rules)
    .map(([selector, rule]) => `${within}${selector}{${rule}}`)
    .join('');
}
