/** Longer than 200 lines: every behavior of one page, with one browser. */
import { describe, expect, it } from 'vitest';
import { findQuestions } from '#domain/answers/not-known.ts';
import { escapeLines } from '#render/escape.ts';
import { renderHtml } from '#render/report/html/index.tsx';
import { listBarriers } from '../../../support/axe.ts';
import { openPage } from '../../../support/browser.ts';
import { readExampleReport, exampleReports, reportContext } from '../../../support/report/report-context.ts';
import { withQuestions } from '../markdown/sections.ts';
import { mixedReports } from '../hostile-report.ts';

/** Finds blocks wider than the page, except tables in their own scroll container. */
const tooWide = `
  [...document.querySelectorAll('body *')]
    .filter((each) => !each.closest('.wide, svg, .unseen, .skip'))
    .filter((each) => getComputedStyle(each).display !== 'inline')
    .filter((each) => each.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .map((each) => each.outerHTML.slice(0, 80))`;

/** Opens everything that the page folds. */
const unfold = `for (const each of document.querySelectorAll('details')) each.open = true;`;

/** Notes the name and the outline of each element that receives the focus. */
const noteFocus = `
  globalThis.stops = [];
  document.addEventListener('focusin', ({ target }) => {
    const name = target.tagName + ' ' + (target.textContent || target.id).slice(0, 30);
    stops.push([name, getComputedStyle(target).outlineStyle]);
  });`;

/** Returns text as the page shows it, with white space collapsed. */
const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The page of each example, rendered once. */
const examplePages = new Map(
  exampleReports.map(([company, report]) => [company, renderHtml(report, reportContext)]),
);

/** The page of a quick audit, in which one question of every element was asked. */
function renderQuick(): string {
  const report = readExampleReport('harbor-instruments');
  const elements = report.elements.map((element) => ({
    ...element,
    practices: element.practices.map((practice, index) => ({
      ...practice,
      questions: index === 0 ? practice.questions.slice(0, 1) : [],
    })),
  }));
  const summary = { ...report.summary, scope: 'quick', asked: elements.length } as const;
  return renderHtml({ ...report, elements, summary }, reportContext);
}
examplePages.set('quick audit', renderQuick());

const pageOf = (company: string): string => examplePages.get(company) ?? '';

const looks = [...exampleReports.map(([company]) => company), 'quick audit'].flatMap((company) => [
  { company, size: 'a phone', viewport: { width: 320, height: 640 }, colorScheme: 'light' } as const,
  { company, size: 'a laptop', viewport: { width: 1280, height: 800 }, colorScheme: 'dark' } as const,
]);

describe('the HTML page in a browser', { tags: ['browser'] }, () => {
  it.each(looks)(
    'passes axe: $company on $size, $colorScheme',
    async ({ company, viewport, colorScheme }) => {
      const { page, happened } = await openPage(pageOf(company), {
        viewport,
        colorScheme,
        bypassCSP: true,
      });
      await page.evaluate(unfold);
      expect(await listBarriers(page)).toEqual([]);
      expect(happened).toEqual([]);
    },
  );

  it.each([
    ...[...examplePages.keys()].map(
      (company) => [company, '320 pixels', { viewport: { width: 320, height: 640 } }] as const,
    ),
    [
      'harbor-instruments',
      '1280 pixels at a zoom of 200%',
      { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
    ] as const,
  ])('%s on %s: only tables scroll sideways', async (company, _name, options) => {
    const { page } = await openPage(pageOf(company), options);
    await page.evaluate(unfold);
    expect(await page.evaluate<string[]>(tooWide)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(options.viewport.width);
  });

  it.each([true, false])(
    'folds the appendix and later gaps, except on paper (script: %s)',
    async (script) => {
      const { page } = await openPage(pageOf('harbor-instruments'), { javaScriptEnabled: script });
      const visible = page.locator('details li:last-child:visible, details tbody tr:last-child:visible');
      expect(await visible.count()).toBe(0);
      await page.emulateMedia({ media: 'print' });
      expect(await visible.count()).toBeGreaterThan(5);
      expect(await page.locator(':not(.question) > details > summary:visible').count()).toBe(0);
    },
  );

  it('is complete without JavaScript and hides its controls', async () => {
    const report = readExampleReport('harbor-instruments');
    const { page, happened } = await openPage(renderHtml(report, reportContext), {
      javaScriptEnabled: false,
    });
    // The inner text of an element is what is visible of it.
    const visible = folded(await page.locator('body').innerText());
    expect(findQuestions(report).filter(({ question }) => !visible.includes(folded(question.ask)))).toEqual(
      [],
    );
    expect(await page.locator('.tools').isVisible()).toBe(false);
    expect(await page.locator('.gaps button').count()).toBe(0);
    expect(happened).toEqual([]);
  });

  it('filters and searches the questions', async () => {
    const report = readExampleReport('fernlatch');
    const { page } = await openPage(renderHtml(report, reportContext));
    const visible = (): Promise<number> => page.locator('.question:visible').count();
    const all = findQuestions(report);
    const open = all.filter(
      ({ question }) => question.state === 'unknown' || question.state === 'unanswered',
    );
    expect(await visible()).toBe(all.length);
    await page.getByLabel('Show', { exact: true }).selectOption('open');
    expect(await visible()).toBe(open.length);
    expect(await page.locator('#matches').textContent()).toBe(`${open.length} of ${all.length} questions`);
    await page.getByLabel('Show', { exact: true }).selectOption('');
    await page.getByLabel('Search the questions').fill('no question has these words');
    expect(await visible()).toBe(0);
    expect(await page.locator('.practice:visible').count()).toBe(0);
    // A link to a hidden question reveals it.
    await page.locator('#unknowns a').first().click();
    expect(await visible()).toBe(all.length);
  });

  it.each([
    [undefined, 1],
    ['a4', 0],
  ] as const)(
    'folds a card that needs no words, and opens it for a link (paper: %s)',
    async (paper, opened) => {
      const report = withQuestions(
        readExampleReport('harbor-instruments'),
        ({ note: _note, lowest: _lowest, ...rest }) => ({
          ...rest,
          ...(rest.level !== null && {
            level: 4,
            shownLevel: 4,
            evidence: [{ kind: 'artifact', what: 'A list' }],
          }),
        }),
      );
      const { page } = await openPage(renderHtml({ ...report, findings: [] }, { ...reportContext, paper }));
      const cards = page.locator('.question:has(> details)');
      expect(await cards.count()).toBeGreaterThan(5);
      expect(await cards.locator('.evidence:visible').count()).toBe(0);
      await page.locator('.heatmap td a').first().click();
      await expect.poll(() => page.locator('.question details[open]').count()).toBeGreaterThan(0);
      const open = await page.locator('.question details[open]').count();
      await page.emulateMedia({ media: 'print' });
      // The page shows all of them on paper; a PDF has one line for each that the reader left folded.
      expect(await cards.locator('.evidence:visible').count()).toBe(
        opened === 1 ? await cards.count() : open,
      );
      expect(await cards.locator('summary:visible').count()).toBe(await cards.count());
    },
  );

  it('sorts the gaps by mouse and keyboard', async () => {
    const { page } = await openPage(pageOf('harbor-instruments'));
    const column = async (index: number): Promise<number[]> =>
      (await page.locator(`#gaps .wide tbody tr > :nth-child(${index})`).allTextContents()).map(Number);
    await page.locator('#gaps summary').click();
    const ranks = await column(1);
    await page.getByRole('button', { name: 'Today' }).click();
    const scores = await column(4);
    expect(scores).toEqual(scores.toSorted((a, b) => a - b));
    expect(await column(1)).not.toEqual(ranks);
    await page.keyboard.press('Enter');
    expect(await column(4)).toEqual(scores.toSorted((a, b) => b - a));
    expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('descending');
  });

  it('is usable by keyboard: every focus stop is visible and in order', async () => {
    const { page } = await openPage(pageOf('harbor-instruments'));
    await page.evaluate(noteFocus);
    const count = await page
      .locator(
        'a[href]:visible, button:visible, summary:visible, select:visible, input:visible, [tabindex="0"]:visible',
      )
      .count();
    for (let stop = 0; stop < count; stop += 1) await page.keyboard.press('Tab');
    const stops = await page.evaluate<readonly (readonly [name: string, outline: string])[]>('stops');
    expect(stops).toHaveLength(count);
    expect(stops.filter(([, outline]) => outline !== 'solid')).toEqual([]);
    expect(stops[0]).toEqual(['A Skip to the result', 'solid']);
  });

  it.each(exampleReports)('%s: prints unbroken cards and filtered questions', async (company, report) => {
    const { page } = await openPage(pageOf(company));
    await page.getByLabel('Show', { exact: true }).selectOption('unproven');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.question:visible').count()).toBe(findQuestions(report).length);
    expect(await page.locator('nav.contents a').first().isVisible()).toBe(true);
    const kept = await page.evaluate<string[]>(`
      [...document.querySelectorAll('.move, .patterns .card, .question, .findings li')]
        .map((each) => getComputedStyle(each).breakInside)`);
    expect(new Set(kept)).toEqual(new Set(['avoid']));
    const background = await page.evaluate('getComputedStyle(document.body).backgroundColor');
    expect(background).toBe('rgb(255, 255, 255)');
  });

  it('follows the dark color scheme, except on paper', async () => {
    const { page } = await openPage(pageOf('fernlatch'), {
      colorScheme: 'dark',
    });
    const ground = (): Promise<unknown> => page.evaluate('getComputedStyle(document.body).backgroundColor');
    expect(await ground()).toBe('rgb(20, 24, 31)');
    await page.emulateMedia({ media: 'print' });
    expect(await ground()).toBe('rgb(255, 255, 255)');
  });
});

describe('hostile text in a browser', { tags: ['browser'] }, () => {
  it('is detected if it runs', async () => {
    const html = `<script>alert(1)</script><img src="https://example.com/x.png" onerror="throw new Error('ran')">`;
    const { page, happened } = await openPage(html);
    await expect.poll(() => happened.join('\n')).toMatch(/dialog: 1[\s\S]*request: https[\s\S]*error: ran/);
    expect(await page.locator('img').count()).toBe(1);
  });

  // test/render/report/html/hostile.test.ts parses a page for each text.
  it.each(mixedReports)('%s: nothing runs, overflows or disappears', async (_name, report) => {
    const { page, happened } = await openPage(renderHtml(report, reportContext), {
      viewport: { width: 1280, height: 800 },
    });
    // The note of a question contains the full escaped text.
    const shown = folded(await page.evaluate<string>('document.body.textContent'));
    const notes = findQuestions(report).map(({ question }) => question.note ?? '');
    expect(notes.filter((text) => !shown.includes(folded(escapeLines(text).join('\n'))))).toEqual([]);
    expect(await page.evaluate<string[]>(tooWide)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(1280);
    expect(happened).toEqual([]);
  });
});
