/** Longer than 200 lines: every section of one rendering, over the same reports. */
import { Chalk } from 'chalk';
import { splitGaps } from '#render/report/backlog.ts';
import { describe, expect, it } from 'vitest';
import { findQuestions, listUnknowns } from '#domain/answers/not-known.ts';
import type { Move, Range, ReportDocument } from '#domain/types/report.ts';
import { type MessageKey, formatMessage } from '#domain/messages.ts';
import { escapeLines, escapeCommands } from '#render/escape.ts';
import { measureWidth } from '#render/terminal/layout.ts';
import type { ReportContext } from '#render/report/context.ts';
import { renderReportText } from '#render/report/text/index.ts';
import { formatPercent } from '#render/report/wording/numbers.ts';
import { formatDay } from '#domain/format-day.ts';
import { formatLimit, writeDates } from '#render/report/wording/recommendations.ts';
import { describeOverall } from '#render/report/wording/headline.ts';
import { describeKindOfEvidence, describeSeverity } from '#render/report/wording/labels.ts';
import { describeReason, formatDate } from '#render/report/wording/phrases.ts';
import { choosePatterns, listPatternReasons } from '#render/report/wording/pattern-phrases.ts';
import { escapeAndWrap } from '#render/terminal/safe-wrap.ts';
import { makeTheme } from '#render/terminal/theme.ts';
import {
  matchMessage,
  readExampleReport,
  exampleReports,
  reportContext,
} from '../../../support/report/report-context.ts';
import { hostileReports, mixedReports, makeReportSaying } from '../hostile-report.ts';

const { messages } = reportContext;
const widths = [20, 40, 60, 80, 100, 200] as const;
const harbor = readExampleReport('harbor-instruments');
const fernlatch = readExampleReport('fernlatch');

function render(report: ReportDocument, width = 80, more: Partial<ReportContext> = {}): string {
  return renderReportText(report, { ...reportContext, isTechnical: true, ...more, width });
}

const rendered = new Map<ReportDocument, Map<number, string>>();

/** Renders a report without color, once per width. */
function renderOnce(report: ReportDocument, width: number): string {
  const byWidth = rendered.get(report) ?? new Map<number, string>();
  rendered.set(report, byWidth);
  const text = byWidth.get(width) ?? render(report, width);
  byWidth.set(width, text);
  return text;
}

/** Returns the lines of a section, without its title and rule. */
function sectionOf(text: string, title: MessageKey): string {
  const [, after = ''] = text.split(`\n${messages[title]}\n`);
  const [, ...lines] = after.split('\n');
  const end = lines.findIndex((line) => /^\S/.test(line));
  return lines.slice(0, end === -1 ? lines.length : end).join('\n');
}

/** Joins a text into one line. */
const inOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** Returns the characters of a text, without white space and escapes for logs. */
const signsOf = (text: string): string =>
  escapeLines(text.normalize())
    .join('\n')
    .replaceAll(/\s/g, '')
    .replaceAll('\\u{3a}', ':')
    .replaceAll('\\u{23}', '#');

const eachOf = (...texts: readonly (string | undefined | null)[]): string[] =>
  texts.filter((text) => text !== undefined && text !== null && text.trim() !== '') as string[];

function textsOfMove({ name, because, recommendation, ask = [], attach = [] }: Move, asOf: string): string[] {
  const texts = Object.values(recommendation ?? {}).map((text) => writeDates(text, asOf, messages));
  return [
    ...eachOf(name, because, ...texts),
    ...ask.map((each) => each.ask),
    ...attach.map(({ what }) => what),
  ];
}

/** Lists every text of a report that the rendering must contain. */
function textsIn(report: ReportDocument): string[] {
  const { organization, asOf, sources, context, elements, patterns, plan, findings, opening, closing } =
    report;
  const { shown } = choosePatterns(report, messages);
  return eachOf(
    organization.name,
    formatDay(asOf, messages),
    ...sources.map(({ kind, path, respondent }) => (kind === 'sales-system' ? path : respondent)),
    context?.spread,
    ...Object.values(context?.baseline ?? {}),
    ...elements.flatMap(({ name, asks, blocks, practices }) => [
      name,
      asks,
      ...[...blocks, ...practices].map((part) => part.name),
    ]),
    ...findQuestions(report).flatMap(
      ({ question: { id, ask, label, answer, lowest, note, evidence = [] } }) => [
        ...[id, ask, label, answer, lowest?.where, note],
        ...evidence.flatMap(({ what, date, ref, seenBy }) => [
          ...[what, ref, seenBy],
          date === undefined ? undefined : formatDay(date, messages),
        ]),
      ],
    ),
    ...shown.flatMap(({ means, firstMove, sources: studies = [] }) => [means, firstMove, ...studies]),
    ...shown.flatMap((pattern) => listPatternReasons(pattern, report, messages).map(({ text }) => text)),
    ...patterns.map(({ name }) => name),
    ...plan.now.flatMap((move) => textsOfMove(move, asOf)),
    ...plan.next.flatMap((move) => [move.name, move.do]),
    ...plan.later.map((move) => move.name),
    ...findings.flatMap(({ check, message, file, path, fix }) => [check, message, file, path, fix]),
    opening?.first,
    opening?.again,
    closing,
  );
}

/** Titles of the sections of these reports, in order. */
const titles = [
  ...(['report.title', 'report.result', 'report.elements', 'report.balance', 'report.first'] as const),
  ...([
    'plan.buys',
    'report.next',
    'voices.title',
    'report.patterns',
    'report.practices',
    'report.ownWords',
  ] as const),
  ...(['report.context', 'report.unknowns', 'report.gaps', 'report.answers', 'report.method'] as const),
  'report.findings' as const,
];

/** Lists the lines at the left edge, which must be titles with their rules. */
function edgeOf({ opening, closing, plan, voices }: ReportDocument, width: number): string[] {
  const isQuoted = eachOf(opening?.first, opening?.again, closing).length > 0;
  const isThere = {
    'report.ownWords': isQuoted,
    'report.next': plan.next.length > 0,
    'voices.title': voices !== undefined,
  };
  const missing = new Set(Object.entries(isThere).flatMap(([title, is]) => (is ? [] : [title])));
  return titles.flatMap((title) => {
    if (missing.has(title)) return [];
    const lines = escapeAndWrap(messages[title], width);
    return [...lines, '─'.repeat(Math.max(...lines.map((line) => line.length)))];
  });
}

it.each([
  ...exampleReports.flatMap(([name, report]) => widths.map((width) => [name, width, report] as const)),
  ...hostileReports.map(([name, report]) => [name, 20, report] as const),
  ...mixedReports.map(([name, report]) => [name, 80, report] as const),
])('%s at %i columns: contains every text, in lines that fit', (_name, width, report) => {
  const most = Math.min(width, 100);
  const text = renderOnce(report, width);
  const lines = text.split('\n');
  expect(lines.filter((line) => measureWidth(line) > most || line.endsWith(' '))).toEqual([]);
  expect(text).toMatch(/\S\n$/);
  expect(text).not.toContain('\n\n\n');
  // Only titles start at the left edge, and no line is a command to a log.
  expect(lines.filter((line) => line !== '' && !line.startsWith(' '))).toEqual(edgeOf(report, most));
  expect(escapeCommands(text) === text).toBe(true);
  if (width > 40) return;
  // At this width every text is below its label, so its characters are contiguous.
  const printed = signsOf(text);
  const texts = new Set(textsIn(report));
  expect([...texts].filter((each) => !printed.includes(signsOf(each)))).toEqual([]);
});

describe('the text contains', () => {
  it.each(
    exampleReports.flatMap(([name, report]) => [60, 80, 100].map((width) => [name, width, report] as const)),
  )('%s at %i columns: every word is there', (_name, width, report) => {
    const printed = inOneLine(renderOnce(report, width));
    const wanted = textsIn(report).flatMap((text) => text.split(/\s+/).filter((word) => word.length < 12));
    expect(wanted.filter((word) => !printed.includes(word))).toEqual([]);
  });

  it.each(exampleReports)('%s: every question, gap, pattern and move', (_name, report) => {
    const text = render(report, 100);
    const count = (inside: string, part: string): number => inside.split(part).length - 1;
    const names = new Map(
      report.elements.flatMap(({ practices }) => practices.map(({ id, name }) => [id, name])),
    );
    const answers = sectionOf(text, 'report.answers');
    for (const { question } of findQuestions(report)) expect(count(answers, ` ${question.id}\n`)).toBe(1);
    const gaps = sectionOf(text, 'report.gaps').match(/^ +\d+ {2}\S.* {2}\d+ +\d+ +(?:[\d.]+|–)$/gm) ?? [];
    expect(gaps.map((row) => row.trim().split(/ {2,}/).slice(0, 2))).toEqual(
      splitGaps(report).rest.map(({ rank, practice }) => [String(rank), names.get(practice)]),
    );
    const patterns = sectionOf(text, 'report.patterns').match(/^ {2}\S.*$/gm) ?? [];
    const { shown, rest = '' } = choosePatterns(report, messages);
    expect(inOneLine(patterns.join(' '))).toBe(
      shown.length === 0
        ? messages['report.noPatterns']
        : [...shown.map(({ name }) => name), rest].join(' ').trim(),
    );
    const now = sectionOf(text, 'report.first').match(/^ {2}\d\. .*$/gm) ?? [];
    expect(now).toHaveLength(report.plan.now.length);
    const next = sectionOf(text, 'report.next').match(/^ {2}\d+\. .*$/gm) ?? [];
    expect(next.map((line) => line.trim().split(' (')[0])).toEqual(
      report.plan.next.map(({ name }, index) => `${report.plan.now.length + 1 + index}. ${name}`),
    );
    for (const { text: reason } of shown.flatMap((pattern) => listPatternReasons(pattern, report, messages)))
      expect(inOneLine(text)).toContain(reason);
  });

  it.each(exampleReports)('%s: every finding, the worst first', (_name, report) => {
    const headings = sectionOf(render(report, 100), 'report.findings').match(/^ {2}\S+: \S+$/gm) ?? [];
    expect(headings.map((line) => line.trim())).toEqual(
      (['error', 'warning', 'info'] as const).flatMap((severity) =>
        report.findings
          .filter((finding) => finding.severity === severity)
          .map(({ check }) => `${describeSeverity(severity, messages)}: ${check}`),
      ),
    );
  });

  it('characters that are wider than a line', () => {
    for (const [text, width] of [
      ['\u1100'.repeat(500), 20],
      [`क${'ा'.repeat(500)}`, 40],
    ] as const) {
      const lines = render({ ...harbor, closing: text }, width).split('\n');
      expect(lines.filter((line) => measureWidth(line) > width)).toEqual([]);
      expect(signsOf(lines.join(''))).toContain(text);
    }
  });
});

describe('at any width', () => {
  it('no line is longer than the width or 100 columns', () => {
    for (let width = 20; width <= 100; width += 1) {
      const lines = render(fernlatch, width).split('\n');
      expect(lines.filter((line) => measureWidth(line) > width)).toEqual([]);
    }
    for (const width of [101, 150, 200, 100_000])
      expect(render(fernlatch, width)).toBe(render(fernlatch, 100));
    for (const width of [0, 1, 19]) expect(render(fernlatch, width)).toBe(render(fernlatch, 20));
  });

  it('no line is a command to a log, wherever it breaks', () => {
    const report = makeReportSaying('one two three ::error::x ##[error]y ##vso[task.complete]z :::set-env');
    for (let width = 20; width <= 100; width += 7) {
      const text = render(report, width);
      expect(escapeCommands(text)).toBe(text);
      expect(text.split('\n').filter((line) => measureWidth(line) > width)).toEqual([]);
    }
  });
});

describe('color', () => {
  const styled = { theme: makeTheme(new Chalk({ level: 1 }), true) };

  /** Returns a text without colour and weight. Other commands to a terminal stay. */
  const strip = (text: string): string =>
    text
      .split('\u001b')
      .map((part) => part.replace(/^\[(?:1|2|7|22|27|3[1236]|39)m/, ''))
      .join('');

  it.each([
    ...exampleReports.flatMap(([name, report]) => widths.map((width) => [name, width, report] as const)),
    ...mixedReports.map(([name, report]) => [name, 80, report] as const),
  ])(
    '%s at %i columns: says the same, with nothing but colour and weight around it',
    (_name, width, report) => {
      const text = render(report, width, styled);
      expect(text).toContain('\u001b[1m');
      expect(strip(text) === renderOnce(report, width)).toBe(true);
    },
  );

  it.each(hostileReports)('%s: says the same to readers, in lines that fit', (_name, report) => {
    const plain = render(report, 20, { isTechnical: false });
    const text = render(report, 20, { isTechnical: false, ...styled });
    expect(text).toContain('\u001b[1m');
    expect(strip(text) === plain).toBe(true);
    expect(plain.split('\n').filter((line) => measureWidth(line) > 20)).toEqual([]);
    expect(escapeCommands(plain) === plain).toBe(true);
  });
});

describe('ASCII', () => {
  it.each(exampleReports)('%s: draws no characters that are not in the report', (_name, report) => {
    const held = new Set(JSON.stringify({ ...report, patterns: [] }));
    const text = render(report, 80, { theme: makeTheme(new Chalk({ level: 0 }), false) });
    expect([...new Set(text)].filter((sign) => sign > '~' && !held.has(sign))).toEqual([]);
  });
});

describe('an unknown value', () => {
  it('is never a zero', () => {
    const text = render(fernlatch);
    const row = (name: string): string | undefined =>
      sectionOf(text, 'report.practices')
        .split('\n')
        .find((line) => line.includes(name))
        ?.trim();
    const practices = fernlatch.elements.flatMap((element) => element.practices);
    for (const [score, cell] of [
      [null, '–'],
      [0, '✖ 0'],
    ] as const) {
      const name = practices.find((each) => each.score === score)?.name ?? '?';
      expect(row(name)?.replace(name, '')).toMatch(new RegExp(`^(?: \\(\\d+\\))? +[·│]+ +${cell}$`));
    }
    expect(text).toContain(`– ${messages['report.unknownScore']}`);
    expect(inOneLine(text)).toContain(describeOverall(fernlatch, messages));
    expect(sectionOf(text, 'report.balance')).toBe(`  ${messages['report.balanceUnknown']}\n`);
  });

  it('is explained: coverage, provisional, range, evidence, declared system', () => {
    const said = inOneLine(sectionOf(render(fernlatch), 'report.unknowns'));
    const { coverage, range } = fernlatch.summary;
    const ends = (of: Range): { low: number; high: number } => ({
      low: Math.round(of?.low ?? NaN),
      high: Math.round(of?.high ?? NaN),
    });
    for (const sentence of [
      formatMessage(messages, 'report.coverage', { percent: formatPercent(coverage, messages) }),
      messages['summary.provisional'],
      formatMessage(messages, 'report.rangeAbout', ends(range)),
      ...fernlatch.elements.map((element) =>
        formatMessage(messages, 'report.rangeElement', { element: element.name, ...ends(element.range) }),
      ),
      messages['report.noEvidence'],
      messages['report.noSystem'],
    ])
      expect(said).toContain(sentence);
  });

  it('lists every question without a level, with the reason if it does not apply', () => {
    const said = inOneLine(sectionOf(render(fernlatch, 100), 'report.unknowns'));
    for (const { question, practice } of findQuestions(fernlatch).filter(
      ({ question: { level } }) => level === null,
    ))
      expect(said).toContain(`– ${practice.name}: ${question.ask}`);
    const excused = findQuestions(fernlatch).flatMap(({ question }) =>
      question.state === 'not-applicable' ? [question] : [],
    );
    expect(excused).not.toEqual([]);
    const alone = inOneLine(sectionOf(render(fernlatch, 100, { model: undefined }), 'report.unknowns'));
    for (const question of excused) {
      const reason = describeReason(question, reportContext.model);
      expect(reason).not.toBe(question.reason);
      expect(said).toContain(reason);
      expect(alone).toContain(question.reason);
    }
  });

  it('lists evidence that counts less, and claims without evidence', () => {
    const said = inOneLine(sectionOf(render(harbor, 100), 'report.unknowns'));
    const stale = listUnknowns(harbor).stale.map(({ evidence }) => {
      const kind = describeKindOfEvidence(evidence.kind, messages);
      return `${evidence.what} (${kind}, ${formatDate(evidence, messages)})`;
    });
    expect(stale.length).toBeGreaterThan(1);
    for (const each of stale) expect(said).toContain(each);
    expect(listUnknowns(harbor).unproven).toEqual([]);
    expect(said).not.toMatch(matchMessage('report.unproven', { count: 0 }));
    const [{ question }] = findQuestions(harbor).filter(({ question: { level } }) => level === 3) as [
      ReturnType<typeof findQuestions>[number],
    ];
    const unproven = structuredClone(harbor);
    for (const { question: each } of findQuestions(unproven))
      if (each.id === question.id) Object.assign(each, { shownLevel: 0, evidence: undefined });
    const claims = inOneLine(sectionOf(render(unproven, 100), 'report.unknowns'));
    expect(claims).toContain(formatMessage(messages, 'report.unproven', { count: 1 }));
    expect(claims).toContain(question.ask);
  });

  it.each([
    [
      'a quick audit',
      { scope: 'quick', asked: 12 },
      formatMessage(messages, 'report.quickAbout', { asked: 12, outOf: harbor.summary.outOf }),
    ],
    ['a range that is a point', { range: { low: 47, high: 47 } }, messages['report.rangeNone']],
  ] as const)('says so of %s', (_name, summary, sentence) => {
    expect(inOneLine(render({ ...harbor, summary: { ...harbor.summary, ...summary } }))).toContain(sentence);
  });

  it.each([
    ['of less than a point', { low: 46.6, high: 47.4 }],
    ['that is not known', null],
  ])('has no range %s', (_name, range) => {
    const text = inOneLine(render({ ...harbor, summary: { ...harbor.summary, range } }));
    expect(text).not.toMatch(matchMessage('report.rangeAbout'));
    expect(text).not.toContain(messages['report.rangeNone']);
  });
});

describe('the plan', () => {
  const practice = harbor.elements[0]?.practices[0];
  const question = practice?.questions[0];
  if (practice === undefined || question === undefined) throw new Error('The example has no question.');
  const withMove = (move: Partial<Move>): string =>
    sectionOf(
      render({
        ...harbor,
        plan: {
          ...harbor.plan,
          now: [{ move: 'close', element: 'philosophy', practice: null, name: 'N', because: 'B', ...move }],
          next: [],
          later: [],
        },
      }),
      'report.first',
    );

  it('shows owner, effort, 30, 60 and 90 days, effect, evidence and success measure of a gap', () => {
    const labels = sectionOf(render(harbor, 100), 'report.first').match(/^ {5}\S.*? {2}/gm) ?? [];
    const { asOf } = harbor;
    expect(labels.map((label) => label.trim()).slice(0, 7)).toEqual([
      messages['report.owner'],
      messages['report.effort'],
      ...([30, 60, 90] as const).map((days) => formatLimit(days, asOf, messages)),
      messages['report.effectAfter'],
      messages['report.doneWhen'],
    ]);
  });

  it('lists the questions to find out, with the person to ask', () => {
    const ask = Array.from({ length: 9 }, (_, index) => ({
      question: question.id,
      ask: `Ask number ${index}?`,
      bestAnsweredBy: 'seller' as const,
    }));
    const askOfSeller = new RegExp(`– ${messages['role.seller']}: Ask number \\d\\?`, 'g');
    const lines = withMove({ move: 'find-out', ask }).match(askOfSeller) ?? [];
    expect(lines).toHaveLength(9);
  });

  it('lists the evidence to attach, its effect and its question', () => {
    const attach = [{ question: question.id, kind: 'artifact' as const, what: 'Five verbatims' }];
    const said = inOneLine(withMove({ move: 'prove', practice: practice.id, attach }));
    expect(said).toContain(`${messages['report.kindArtifact']}: Five verbatims`);
    // The label may be wrapped beside the question.
    const label = messages['report.attachThis'].split(' ');
    expect(
      said
        .split(' ')
        .filter((word) => !label.includes(word))
        .join(' '),
    ).toContain(
      question.ask
        .split(' ')
        .filter((word) => !label.includes(word))
        .join(' '),
    );
  });

  it('says so if nothing is left to do', () => {
    const text = render({
      ...harbor,
      gaps: [],
      patterns: [],
      findings: [],
      plan: { ...harbor.plan, now: [], next: [], later: [] },
    });
    for (const key of [
      'summary.nothingToDo',
      'report.noGaps',
      'report.noPatterns',
      'report.noFindings',
    ] as const)
      expect(inOneLine(text)).toContain(messages[key]);
    expect(text).not.toContain(`\n${messages['report.next']}\n`);
  });
});

describe('the balance', () => {
  const balanceOf = (report: typeof harbor): string => sectionOf(render(report), 'report.balance');

  it('compares both groups of elements on the scale of 0 to 100, with the thresholds', () => {
    const lines = balanceOf(harbor).split('\n');
    expect(lines.filter((line) => /^ {2}[█▒·]*│[█▒·]*│[█▒·]*│[█▒·]*$/.test(line))).toHaveLength(2);
    expect(lines.some((line) => /^ {2}0 +37\.5 +62\.5 +75 +100$/.test(line))).toBe(true);
  });

  it('has no bars if the score of an element is unknown', () => {
    const text = balanceOf({ ...harbor, summary: { ...harbor.summary, balance: null } });
    expect(text).toContain(messages['report.balanceUnknown']);
    expect(text).not.toMatch(/[█▒]/);
  });
});

describe('method and limits', () => {
  it('contain the numbers of the model if it is available', () => {
    const inPlace = String(reportContext.model?.scoring.inPlaceAt);
    expect(inOneLine(render(harbor))).toMatch(matchMessage('report.methodStatus', { inPlace }));
    expect(inOneLine(render(harbor, 80, { model: undefined }))).not.toMatch(
      matchMessage('report.methodStatus'),
    );
  });

  it('contain the author of the report', () => {
    expect(render(harbor)).not.toMatch(matchMessage('report.preparedBy'));
    const brand = { ...reportContext.brand, name: 'North & Light' };
    const by = formatMessage(messages, 'report.preparedBy', { name: 'North & Light' });
    expect(render(harbor, 80, { brand })).toContain(`\n  ${by}\n`);
  });
});
