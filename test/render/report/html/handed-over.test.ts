/** The page as a consultant hands it over: with a brand, a line of confidentiality, a commentary and its fonts. */
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parseCommentary } from '#document/commentary/parse-commentary.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import { lengths } from '#render/report/choices.ts';
import { renderHtml } from '#render/report/html/index.tsx';
import type { ReportContext } from '#render/report/index.ts';
import { makeExampleContext } from '../../../../src/tools/docs/derive-examples.ts';
import { loadModelFrom } from '../../../../src/tools/model-files.ts';
import { openPage } from '../../../support/browser.ts';
import { exampleReports, readExampleReport, reportContext } from '../../../support/report/report-context.ts';
import { loadShippedFonts } from '../../../support/report/shipped-fonts.ts';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const fonts = await loadShippedFonts();
const german = makeExampleContext(await loadModelFrom('src/overlays/de', await loadModelFrom('src/model')));

const own = `---
confidential: For the leadership only
nextMeeting: 2026-12-07
---
The middle is **strong**; see [our notes](https://example.com/notes).

> Quoted by a leader.

    a line of code that is much longer than any phone is wide, so that it has to be wrapped somewhere

# Philosophy

1. Nine sellers
2. Nine purposes

# Action 1

Bring the draft.
`;

/** Renders a page with everything that a consultant adds. */
function handOver(report: ReportDocument, context: ReportContext, text = own): string {
  const commentary = parseCommentary(text, report, context.messages);
  const brand = { ...context.brand, name: 'Northlight Advisers', confidential: 'For the leadership only' };
  return renderHtml(report, { ...context, brand, commentary, fonts });
}

const cases = [
  ...exampleReports.map(([company, report]) => ({ name: company, report, context: reportContext })),
  { name: 'harbor-instruments in German', report: readExampleReport('harbor-instruments'), context: german },
];
const screens = [
  { width: 1280, height: 800, screens: 1 },
  { width: 390, height: 844, screens: 2 },
] as const;

/** Lists the texts of a page with their size on paper in points, smallest first. Runs in the page. */
const measureTexts = `(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = new Map();
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (walker.currentNode.data.trim() === '' || element.getClientRects().length === 0) continue;
    if (element.closest('script,style,.unseen,.skip')) continue;
    const points = (parseFloat(getComputedStyle(element).fontSize) * element.currentCSSZoom * 72) / 96;
    const isCaption = element.closest('.small,.limits,.facts-line,.label,.legend,.topic,.distribution,.question-links,' +
      '.signed,.confidential,.status-label,.id,.back,.chip,.question .level,thead,svg,nav,footer,pre,code') !== null;
    const name = (isCaption ? 'caption ' : 'body ') + element.tagName + '.' + element.className;
    found.set(name, Math.min(found.get(name) ?? 99, Math.round(points * 100) / 100));
  }
  return [...found].map(([name, points]) => ({ name, points }));
})()`;

describe('the page that is handed over', { tags: ['browser'] }, () => {
  it.each(cases.flatMap((each) => screens.map((screen) => ({ ...each, ...screen }))))(
    '$name: has the finding, the actions and the contradiction on the first $screens screen(s) of $width pixels',
    async ({ report, context, width, height, screens: count }) => {
      const { page } = await openPage(handOver(report, context), { viewport: { width, height } });
      const bottom = await page.evaluate<number>(
        `Math.max(...[...document.querySelectorAll('.headline,.named,.tiles,.actions,.surprise,.count')]
          .map((each) => each.getBoundingClientRect().bottom))`,
      );
      expect(bottom).toBeLessThanOrEqual(height * count);
      expect(
        await page.evaluate(`document.querySelector('nav.contents').getBoundingClientRect().top > ${bottom}`),
      ).toBe(true);
    },
  );

  it.each(lengths)('passes axe, fits a phone and asks for nothing: %s', async (length) => {
    const { page, happened } = await openPage(
      handOver(readExampleReport('harbor-instruments'), { ...reportContext, length }),
      { viewport: { width: 320, height: 640 }, bypassCSP: true },
    );
    await page.addScriptTag({ content: axe });
    const { violations } = await page.evaluate<{ violations: readonly { id: string }[] }>(
      `axe.run(document, { resultTypes: ['violations'], selectors: false,
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`,
    );
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    expect(happened).toEqual([]);
  });

  it.each(
    lengths.flatMap((length) =>
      (['harbor-instruments', 'sablewick-filtration'] as const).map((company) => ({ length, company })),
    ),
  )(
    'prints no body under 9 points and no caption under 8: $company, $length',
    async ({ length, company }) => {
      const { page } = await openPage(handOver(readExampleReport(company), { ...reportContext, length }));
      await page.emulateMedia({ media: 'print' });
      const texts = await page.evaluate<{ name: string; points: number }[]>(measureTexts);
      expect(texts.length).toBeGreaterThan(20);
      const isSmall = ({ name, points }: { name: string; points: number }): boolean =>
        points < (name.startsWith('body') ? 9 : 8);
      expect(texts.filter(isSmall)).toEqual([]);
    },
  );

  it('shows hostile text of a commentary as text', async () => {
    const hostile = '\\<script>alert(1)\\</script> `<img src=x onerror=alert(2)>` \\</style>';
    const { page, happened } = await openPage(
      handOver(readExampleReport('harbor-instruments'), reportContext, hostile),
    );
    const shown = await page.locator('.commentary').innerText();
    expect(shown).toContain('<script>alert(1)</script> <img src=x onerror=alert(2)> </style>');
    expect(happened).toEqual([]);
  });
});
