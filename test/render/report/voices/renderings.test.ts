import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReportDocument } from '#domain/types/report.ts';
import { renderers } from '#render/report/index.ts';
import { sortByGap } from '#render/report/voices/perception.ts';
import { change, files, makeCompany, readReport, run } from '../../../support/combine.ts';
import { readExampleReport, reportContext } from '../../../support/report/report-context.ts';
import { loadShippedModel } from '../../../support/model/shipped-model.ts';

const report = readExampleReport('sablewick-filtration');
const { voices } = report;
if (voices === undefined) throw new Error('The example has one respondent.');
const formats = ['html', 'markdown', 'text'] as const;
const lengths = ['full', 'summary'] as const;
const title = 'Coaching cadence: the leader sees it at 75, sellers at 19';

/** Returns the section of the roles, as its lines or its markup. */
function readSection(page: string): string {
  const start = page.search(/<section id="perception"|\n(?:## )?How each role sees it\n/);
  const rest = page.slice(start + 1);
  const end = rest.search(/<\/section>|\n## (?!How each)|\n\n\S[^\n]*\n─/);
  return start === -1 ? '' : rest.slice(0, end === -1 ? undefined : end);
}

describe.each(formats)('%s', (format) => {
  const render = (given: ReportDocument, length: (typeof lengths)[number]): string =>
    renderers[format](given, { ...reportContext, width: 100, length });

  it.each(lengths)('shows how each role sees the practices, largest gap first (%s)', (length) => {
    const section = readSection(render(report, length));
    expect(section).toContain(title);
    expect(section).toContain('One leader, three managers, eight sellers and two customers answered.');
    const names = new Map(
      report.elements.flatMap(({ practices }) => practices.map(({ id, name }) => [id, name] as const)),
    );
    const wanted = sortByGap(voices.practices).map(({ id }) => names.get(id) ?? id);
    const chart = section.split('What the differences mean')[0]?.replaceAll(title, '') ?? '';
    const places = (length === 'summary' ? wanted.slice(0, 3) : wanted).map((name) =>
      chart.indexOf(name.slice(0, 20)),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('names the readings with first move and questions, the units, and what is left out', () => {
    const section = readSection(render(report, 'full')).replaceAll(/<[^>]*>|\s+/g, ' ');
    const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').slice(0, 30);
    for (const { name, means, firstMove } of voices.readings)
      for (const text of [name, means, firstMove]) expect(section).toContain(plain(text));
    expect(section).toContain('How often do your sellers rehearse');
    expect(section).toContain('North 3, South 1, Export 0');
    expect(section).toContain('Names and notes of sellers are left out.');
    expect(section).toContain('Sellers in Export, North and South appear only');
  });

  it('says at each question who answered what, and whose answer counts', () => {
    const page = render(report, 'full')
      .replaceAll(/<[^>]*>|\s+/g, ' ')
      .replaceAll(/ +/g, ' ');
    expect(page.match(/Who answered what/g)).toHaveLength(voices.questions.length);
    expect(page).toContain('Leader at level 3, sellers at 1: too far apart for a single answer');
    expect(page).toContain('The median of 8 sellers');
    expect(page).toContain('split, so no single answer speaks');
    expect(page).toContain('Leader: level 1 in Export');
    expect(page).toMatch(/Manager in North, Marek Olthof/);
  });

  it('shows what a team disagreed on, and when it agreed', () => {
    const [first, ...rest] = voices.questions;
    if (first === undefined) throw new Error('The example has no questions.');
    const page = render(
      {
        ...report,
        voices: {
          ...voices,
          agreed: { on: '2026-11-20', voices: 14 },
          questions: [{ ...first, dissent: 'Ines saw level 2.' }, ...rest],
        },
      },
      'full',
    );
    expect(page).toContain('Ines saw level 2.');
    expect(page.replaceAll(/\s+/g, ' ')).toContain('the team agreed on answers after 14 people had answered');
  });

  it('shows nothing of the kind for one respondent', () => {
    const page = render(readExampleReport('harbor-instruments'), 'full');
    expect(readSection(page)).toBe('');
    expect(page).not.toMatch(/Who answered what|class="perception"|\.perception/);
  });

  it('escapes the name of a unit', () => {
    const unit = `<img src=x onerror=alert(1)> | [x](javascript:alert(1))\u001B[31m\u202E`;
    const hostile = JSON.parse(
      JSON.stringify(report).replaceAll('"North"', JSON.stringify(unit)),
    ) as ReportDocument;
    for (const length of lengths) {
      const page = render(hostile, length);
      expect([...page].filter((sign) => sign === '\u001B' || sign === '\u202E')).toEqual([]);
      // Text has no markup.
      const markup = { html: /<img src=x/, markdown: /(?<!\\)<img|(?<!\\)\]\(javascript/, text: /\n<img/ }[
        format
      ];
      expect(page).not.toMatch(markup);
    }
  });
});

it('translates every sentence', async () => {
  const german = await loadShippedModel('de');
  const page = renderers.markdown(report, { ...reportContext, messages: german.messages, language: 'de' });
  expect(page).toContain('die Vertriebsleitung, drei Führungskräfte, acht Verkäufer und zwei Kunden');
  expect(page).toContain('Die Vertriebsleitung sieht es bei 75, die Verkäufer bei 19');
  expect(page).toContain('Vertriebsleitung auf Stufe 3, Verkäufer auf 0,5');
});

it('shows names and notes of sellers only if they are asked for', async () => {
  const cwd = await makeCompany();
  const secrets = ['Zebulon Quark', 'A note of a seller'];
  await change(join(cwd, 'answers/seller-1.answers.yaml'), (text) =>
    text
      .replace('role: seller', `role: seller\n  name: ${secrets[0]}`)
      .replace(/^( +)level: (\d)$/m, `$1level: $2\n$1note: ${secrets[1]}`),
  );
  const renderAll = (given: ReportDocument): readonly string[] =>
    formats.map((format) => renderers[format](given, { ...reportContext, length: 'full' }));
  await run(cwd, 'combine', ...files, '-o', 'report.yaml');
  for (const page of renderAll(await readReport(cwd)))
    expect(secrets.filter((secret) => page.includes(secret))).toEqual([]);
  await run(cwd, 'combine', ...files, '--with-names', '-o', 'named.yaml');
  for (const page of renderAll(await readReport(cwd, 'named.yaml'))) {
    expect(secrets.filter((secret) => !page.includes(secret))).toEqual([]);
    expect(page).toContain('This report includes names and notes of sellers.');
  }
});
