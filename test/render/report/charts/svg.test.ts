import { describe, expect, it } from 'vitest';
import type { ReportDocument } from '#domain/types/report.ts';
import { charts } from '#render/report/context.ts';
import { renderSvg } from '#render/report/svg/index.tsx';
import { openPage } from '../../../support/browser.ts';
import { readExampleReport, exampleReports, reportContext } from '../../../support/report/report-context.ts';
import { hostileReports } from '../hostile-report.ts';

const drawings = exampleReports.flatMap(([company, report]) =>
  charts.map((chart) => [company, chart, renderSvg(report, { ...reportContext, chart })] as const),
);

const companyNames = new Map(
  exampleReports.map(([company, { organization }]) => [company, organization.name]),
);

describe('renderSvg', () => {
  it.each(drawings)('%s, %s: has a text alternative', (company, chart, svg) => {
    const title = /<title[^>]*>([^<]*)</.exec(svg)?.[1] ?? '';
    expect(title).toContain(chart === 'badge' ? 'in place' : companyNames.get(company));
    expect((/<desc[^>]*>([^<]*)</.exec(svg)?.[1] ?? '').length).toBeGreaterThan(40);
  });

  it.each(charts)('%s: marks a provisional result', (chart) => {
    const svg = renderSvg(readExampleReport('fernlatch'), { ...reportContext, chart });
    expect(svg.toLowerCase()).toContain('provisional');
    expect(
      renderSvg(readExampleReport('tarnbeck-cooling'), { ...reportContext, chart }).toLowerCase(),
    ).not.toContain('provisional');
  });

  it.each([
    ['bars', 'harbor-instruments'],
    ['heat-map', 'harbor-instruments'],
    ['perception', 'sablewick-filtration'],
  ] as const)('%s: uses attributes, for programs without CSS', (chart, company) => {
    const svg = renderSvg(readExampleReport(company), { ...reportContext, chart });
    const drawn = svg.replace(/<style>[\s\S]*?<\/style>/, '');
    expect(drawn).not.toMatch(/var\(|style=|currentColor/);
    for (const [shape] of drawn.matchAll(/<(?:rect|circle|polygon|text)\b[^>]*>/g)) {
      expect(shape).toMatch(/ fill="/);
    }
  });
});

describe('the chart of how each side sees the practices', () => {
  const report = readExampleReport('sablewick-filtration');
  const context = { ...reportContext, chart: 'perception' } as const;
  const { voices } = report;
  if (voices === undefined) throw new Error('The report is of one person.');

  it('has a row per practice with its scores and gap, the largest first', () => {
    const svg = renderSvg(report, context);
    const texts = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);
    const start = texts.indexOf('Gap') + 1;
    const rows = Array.from({ length: voices.practices.length }, (_, row) =>
      texts.slice(start + 5 * row, start + 5 * row + 5),
    );
    expect(rows[0]).toEqual(['Coaching cadence (1)', '75', '25', '19', '+56']);
    const gaps = rows.map((row) => Math.abs(Number(row[4]?.replace('−', '-'))));
    expect(gaps).toEqual(gaps.toSorted((a, b) => b - a));
    expect(svg).toContain('Coaching cadence: the leader sees it at 75, sellers at 19.');
    expect(svg).toContain('Coaching cadence: Leader 75, Managers 25, Sellers 19.');
  });

  const tooFew: ReportDocument = { ...report, voices: { ...voices, practices: [] } };

  it.each([
    ['of one person', readExampleReport('tarnbeck-cooling'), 'voices.onlyOne'],
    ['of too few sellers', tooFew, 'voices.notCompared'],
  ] as const)('%s: says why there are no rows', (_of, without, key) => {
    const svg = renderSvg(without, context);
    expect(svg).toContain(reportContext.messages[key]);
    expect(svg).not.toContain('<circle');
  });
});

/** What a browser makes of a chart. */
interface Look {
  /** Elements and attributes that our charts never have. */
  readonly foreign: readonly string[];
  /** Width of the picture in pixels, 0 if it is not well-formed. */
  readonly width: number;
}

/** Looks at a chart as a document and as a picture. */
const look = `async (text) => {
  const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
  const ours = 'svg title desc style g rect line path circle polygon text tspan'.split(' ');
  const foreign = [...parsed.querySelectorAll('*')].flatMap((each) => [
    ...(ours.includes(each.localName) ? [] : [each.localName]),
    ...[...each.attributes].filter(({ name }) => /^on|href/.test(name)).map(({ name }) => name),
  ]);
  const width = await new Promise((done) => {
    const image = new Image();
    image.onload = () => done(image.naturalWidth);
    image.onerror = () => done(0);
    image.src = 'data:image/svg+xml;base64,' + btoa(unescape(encodeURIComponent(text)));
  });
  return { foreign, width };
}`;

describe('a chart in a browser', { tags: ['browser'] }, () => {
  it.each(drawings)('%s, %s: every text is inside the chart', async (_company, _chart, svg) => {
    const { page, happened } = await openPage(svg, { viewport: { width: 1000, height: 1200 } });
    const outside = await page.evaluate<string[]>(`(() => {
      const frame = document.querySelector('svg').getBoundingClientRect();
      return [...document.querySelectorAll('text')]
        .filter((each) => {
          const box = each.getBoundingClientRect();
          return box.left < frame.left || box.right > frame.right || box.top < frame.top || box.bottom > frame.bottom;
        })
        .map((each) => each.textContent);
    })()`);
    expect(outside).toEqual([]);
    expect(happened).toEqual([]);
  });

  it.each(charts)('hostile text, %s: well-formed, only shapes and text', async (chart) => {
    const { page, happened } = await openPage('<p></p>');
    const drawn = hostileReports.map(([, report]) => renderSvg(report, { ...reportContext, chart }));
    const looks = await page.evaluate<readonly Look[]>(`Promise.all(${JSON.stringify(drawn)}.map(${look}))`);
    for (const [index, [name]] of hostileReports.entries()) {
      const { foreign, width } = looks[index] ?? { foreign: ['nothing'], width: 0 };
      expect([name, foreign]).toEqual([name, []]);
      expect(width).toBeGreaterThan(50);
    }
    expect(happened).toEqual([]);
  });
});
