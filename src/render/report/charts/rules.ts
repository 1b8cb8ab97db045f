import type { Palette } from './palette.ts';

/**
 * Renders the chart colors as CSS rules over the classes of the charts. The rules override the color
 * attributes, so that one drawing serves a page with a dark mode and programs without CSS.
 */
export function makeChartRules(palette: Palette, within = ''): string {
  const { ground, ink, faint, line, track, accent, said, declared, tones } = palette;
  const rules: Readonly<Record<string, string>> = {
    '.ground': `fill:${ground}`,
    '.track': `fill:${track}`,
    '.rule': `stroke:${line}`,
    '.said': `fill:${said}`,
    '.edge': `stroke:${accent}`,
    '.shown': `fill:${accent}`,
    '.range': `stroke:${ink}`,
    '.declared': `fill:${declared};stroke:${declared}`,
    '.managers': `fill:${ground};stroke:${ink}`,
    '.between': `stroke:${said}`,
    '.ink': `fill:${ink}`,
    '.faint': `fill:${faint}`,
    '.ink-line': `stroke:${ink}`,
    '.halo': `stroke:${ground}`,
    ...Object.fromEntries(
      Object.entries(tones).flatMap(([band, { strong, onStrong, tint, onTint }]) => [
        [`.f-${band}`, `fill:${strong}`],
        [`.s-${band}`, `stroke:${strong}`],
        [`.on-${band}`, `stroke:${onStrong}`],
        [`.t-${band}`, `fill:${tint}`],
        [`.tt-${band}`, `fill:${onTint}`],
        [`.st-${band}`, `stroke:${onTint}`],
      ]),
    ),
  };
  return Object.entries(rules)
    .map(([selector, rule]) => `${within}${selector}{${rule}}`)
    .join('');
}

/**
 * Renders the charts in the few colors of a reader who has chosen them (forced colors): shapes, lines and words carry the
 * meaning there.
 */
export function makeForcedRules(within = ''): string {
  const fills = {
    CanvasText: ['.shown', '.ink', '.faint'],
    Canvas: ['.track', '.ground'],
    GrayText: ['.said'],
  };
  return [
    ...Object.entries(fills).map(
      ([color, classes]) => `${classes.map((name) => within + name).join(',')}{fill:${color}}`,
    ),
    `${within}.track{stroke:GrayText}${within}.said{stroke:CanvasText;stroke-width:2}`,
    `${within}.edge,${within}.range,${within}.ink-line,${within}[class^=s-]{stroke:CanvasText}`,
    `${within}.halo,${within}[class^=on-]{stroke:Canvas}`,
    `${within}.declared{fill:LinkText;stroke:LinkText}`,
    `${within}[class^=f-]{fill:CanvasText}`,
  ].join('');
}
