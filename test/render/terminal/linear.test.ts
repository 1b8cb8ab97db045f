/** No text may make rendering quadratic, nor cost much more than any other: the tests count steps, not time. */
import { afterAll, describe, expect, it } from 'vitest';
import { startCountingSteps } from '../../support/steps.ts';

const steps = startCountingSteps(
  /\/(src\/render|node_modules\/(fast-string-width|fast-wrap-ansi|fast-string-truncated-width))\//,
);
const { escapeAndWrap } = await import('#render/terminal/safe-wrap.ts');
const { escapeCell, escapeMarkdown, escapeText, escapeXml } = await import('#render/escape.ts');
const { clip } = await import('#render/terminal/layout.ts');
afterAll(() => steps.stop());

const texts: Readonly<Record<string, string>> = {
  dots: '.',
  'words of joined emoji': `${'\u{1f469}\u200d\u{1f4bb}'.repeat(10)} `,
  'an endless joined emoji': '\u{1f469}\u200d',
  'skin tones': '\u{1f44d}\u{1f3fd}',
  'marks without a letter': '\u0301',
  'stacked Hangul': '\u1100',
  'no-break spaces': '\u00a0',
  'commands to a runner': '::a\n',
  'markers of a runner': '##[',
  controls: '\u001b]8;',
  'halves of characters': '\ud800',
  formulas: ';=',
  commits: 'abcdef0 ',
  'signs of Markdown': '*_`',
};

const renderings: Readonly<Record<string, (text: string) => unknown>> = {
  'wrapped at 60 columns': (text) => escapeAndWrap(text, 60),
  'wrapped at 5 columns': (text) => escapeAndWrap(text, 5),
  clipped: (text) => clip(escapeText(text), 60, '…'),
  'a cell': (text) => escapeCell(text),
  Markdown: escapeMarkdown,
  XML: escapeXml,
};

describe.each(Object.entries(renderings))('the steps of text, %s, grow linearly', (_name, render) => {
  it.each(Object.entries(texts))('%s', async (_text, unit) => {
    const make = (length: number): string => unit.repeat(length / unit.length);
    render(make(100));
    const few = await steps.count(() => render(make(1_000)));
    const many = await steps.count(() => render(make(4_000)));
    expect(many / Math.max(few, 100)).toBeLessThan(5);
    // A character costs at most this many steps. Half a character is shown as eight.
    expect(many / 4_000).toBeLessThan(120);
  });
});
