/** Longer than 200 lines: a table, one row for every kind of fault. */
import { describe, expect, it } from 'vitest';
import { head, readKind, formatFindings } from '../read/reading.ts';

const answered = (...lines: string[]): string =>
  `${head}answers:\n${lines.map((line) => `  ${line}\n`).join('')}`;
const roles = '`leader`, `manager`, `seller`, `enablement` or `customer`';
const level = 'a whole number from 0 to 4';
const entries =
  'a map of `key: value` entries was expected. > Write its `key: value` entries on lines below it';
const date = 'a date as YYYY-MM-DD';
const keyWords = 'in lowercase letters, digits and hyphens';
const evidence = 'a.b.c: {level: 1, evidence: ';

type Row = readonly [name: string, text: string, findings: readonly string[]];

const rows: readonly Row[] = [
  [
    'a misspelled key, which is not missing too',
    answered('a.b.c: {lvl: 2}').replace('{name: Harbor', '{nmae: Harbor'),
    [
      '4:16 invalid /organization/nmae > There is no key `nmae` in `organization`. > Did you mean `name`? Rename it.',
      '7:11 invalid /answers/a.b.c/lvl > There is no key `lvl` in `a.b.c`. > Did you mean `level`? Rename it.',
    ],
  ],
  [
    'an unknown key, with the few known ones',
    answered('a.b.c: {level: 2, weather: fine}'),
    [
      '7:21 invalid /answers/a.b.c/weather > There is no key `weather` in `a.b.c`. > Remove it, or use one of `unknown`, `notApplicable`, `lowest`, `evidence`, `note`, `dissent` or `answeredOn`.',
    ],
  ],
  [
    'a misspelled key next to the right one',
    answered('a.b.c: {level: 2, levle: 3}'),
    [
      '7:21 invalid /answers/a.b.c/levle > There is no key `levle` in `a.b.c`. > Remove it, or use one of `unknown`, `notApplicable`, `lowest`, `evidence`, `note`, `dissent` or `answeredOn`.',
    ],
  ],
  [
    'two answers in one',
    answered('a.b.c: {level: 2, unknown: true}'),
    [
      '7:21 invalid /answers/a.b.c/unknown > `a.b.c` has `level` and `unknown`; only one of `level`, `unknown` or `notApplicable` is allowed. > Keep the one that is true, and remove the rest.',
    ],
  ],
  [
    'three answers in one',
    answered('a.b.c: {notApplicable: no, level: 2, unknown: true}'),
    [
      '7:30 invalid /answers/a.b.c/level > `a.b.c` has `notApplicable`, `level` and `unknown`; only one of `level`, `unknown` or `notApplicable` is allowed. > Keep the one that is true, and remove the rest.',
    ],
  ],
  [
    'no answer',
    answered('a.b.c: {note: later}'),
    [
      `7:3 invalid /answers/a.b.c > \`a.b.c\` has none of \`level\`, \`unknown\` or \`notApplicable\`; exactly one is needed. > Add one of them: \`level\` with ${level}; \`unknown: true\`; \`notApplicable: out-of-scope\`.`,
    ],
  ],
  [
    'invalid levels',
    answered(
      'a.b.c: {level: 7}',
      'a.b.d: {level: 2.5}',
      'a.b.e: {level: -1}',
      'a.b.f: {level: high}',
      'a.b.g: {level:}',
    ),
    [
      `7:18 invalid /answers/a.b.c/level > \`level\` is the number \`7\`; ${level} was expected. > Write ${level}.`,
      `8:18 invalid /answers/a.b.d/level > \`level\` is the number \`2.5\`; ${level} was expected. > Write ${level}.`,
      `9:18 invalid /answers/a.b.e/level > \`level\` is the number \`-1\`; ${level} was expected. > Write ${level}.`,
      `10:18 invalid /answers/a.b.f/level > \`level\` is the text \`high\`; ${level} was expected. > Write ${level}.`,
      `11:11 invalid /answers/a.b.g/level > \`level\` has no value; ${level} was expected. > Write ${level}.`,
    ],
  ],
  [
    'a level in quotes',
    answered('a.b.c: {level: "3"}'),
    [
      `7:18 invalid /answers/a.b.c/level > \`level\` is the text \`3\`; ${level} was expected. > Write it without quotes: 3.`,
    ],
  ],
  [
    'a boolean that is a word',
    answered('a.b.c: {unknown: yes}', 'a.b.d: {unknown: "true"}', 'a.b.e: {unknown: false}'),
    [
      '7:20 invalid /answers/a.b.c/unknown > `unknown` is the text `yes`; `true` was expected. > Write `true`.',
      '8:20 invalid /answers/a.b.d/unknown > `unknown` is the text `true`; `true` was expected. > Write it without quotes.',
      '9:20 invalid /answers/a.b.e/unknown > `unknown` is the value `false`; `true` was expected. > Write `true`.',
    ],
  ],
  [
    'text that YAML reads as something else',
    answered(
      'a.b.c: {level: 1, note: true}',
      'a.b.d: {level: 1, note: 2026}',
      'a.b.e: {level: 1, note: 1.0}',
      'a.b.f: {level: 1, note: ~}',
    ).replace('version: 1.0.0', 'version: 1.0'),
    [
      '3:36 invalid /model/version > `version` is the number `1.0`; a version as major.minor.patch was expected. > Put it in quotes and write a version as major.minor.patch, such as "1.0.0".',
      '7:27 invalid /answers/a.b.c/note > `note` is the value `true`; text was expected. > Put it in quotes: "true".',
      '8:27 invalid /answers/a.b.d/note > `note` is the number `2026`; text was expected. > Put it in quotes: "2026".',
      '9:27 invalid /answers/a.b.e/note > `note` is the number `1.0`; text was expected. > Put it in quotes: "1.0".',
      '10:27 invalid /answers/a.b.f/note > `note` is `~`, which is not a value; text was expected. > Write text, or remove the key.',
    ],
  ],
  [
    'an invalid choice',
    answered('a.b.c: {level: 1}').replace('role: leader', 'role: leder'),
    [
      `5:20 invalid /respondent/role > \`role\` is the text \`leder\`; one of ${roles} was expected. > Did you mean \`leader\`? Write that.`,
    ],
  ],
  [
    'a choice unlike any other',
    answered('a.b.c: {level: 1}').replace('role: leader', 'role: 7'),
    [
      `5:20 invalid /respondent/role > \`role\` is the number \`7\`; one of ${roles} was expected. > Write one of ${roles}.`,
    ],
  ],
  [
    'invalid dates',
    answered(
      'a.b.c: {level: 1, answeredOn: 2026-02-30}',
      'a.b.d: {level: 1, answeredOn: 20.11.2026}',
      'a.b.e: {level: 1, answeredOn: 2026}',
    ),
    [
      `7:33 invalid /answers/a.b.c/answeredOn > \`answeredOn\` is \`2026-02-30\`, a date that does not exist. > Write ${date}, such as \`2026-11-20\`, or remove the key.`,
      `8:33 invalid /answers/a.b.d/answeredOn > \`answeredOn\` is the text \`20.11.2026\`; ${date} was expected. > Write ${date}, such as \`2026-11-20\`, or remove the key.`,
      `9:33 invalid /answers/a.b.e/answeredOn > \`answeredOn\` is the number \`2026\`; ${date} was expected. > Put it in quotes and write ${date}, such as "2026-11-20".`,
    ],
  ],
  [
    'an invalid format, with the example of the schema',
    answered('a.b.c: {notApplicable: Out of Scope}'),
    [
      `7:26 invalid /answers/a.b.c/notApplicable > \`notApplicable\` is the text \`Out of Scope\`; an id ${keyWords} that starts with a letter was expected. > Write an id ${keyWords} that starts with a letter, such as \`out-of-scope\`.`,
    ],
  ],
  [
    'a key that is not a question id',
    answered('Foo: {level: 1}'),
    [
      `7:3 invalid /answers/Foo > The key \`Foo\` in \`answers\` does not have the expected form: a question id as element.practice.question, ${keyWords}. > Rename it, for example to \`philosophy.stated-purpose.heard\`.`,
    ],
  ],
  [
    'values of the wrong type, without their children',
    answered(
      'a.b.c: 3',
      'a.b.d: [1]',
      'a.b.e:',
      `a.b.f: {level: 1, evidence: {kind: x}}`,
      `${evidence.replace('c', 'g')}[4]}`,
    ),
    [
      `7:10 invalid /answers/a.b.c > \`a.b.c\` is the number \`3\`; ${entries}, or remove the key.`,
      `8:10 invalid /answers/a.b.d > \`a.b.d\` is a list; ${entries}, or remove the key.`,
      `9:3 invalid /answers/a.b.e > \`a.b.e\` has no value; ${entries}, or remove the key.`,
      '10:31 invalid /answers/a.b.f/evidence > `evidence` is a map; a list was expected. > Write each entry after `- ` on its own line, or remove the key.',
      `11:32 invalid /answers/a.b.g/evidence/0 > Entry 1 of \`evidence\` is the number \`4\`; ${entries}.`,
    ],
  ],
  [
    'missing keys, with their purpose',
    `${head.replace('respondent: {role: leader}\n', '')}answers:\n  ${evidence}[{date: 2026-11-20}]}\n`,
    [
      '1:1 invalid > The key `respondent` is missing at the top of the file. What it is for: The person who answered. > Add `respondent` with a map of `key: value` entries.',
      '6:32 invalid /answers/a.b.c/evidence/0 > The key `kind` is missing in entry 1 of `evidence`. What it is for: `instance`: a named, dated case (supports level 2 at most). > Add `kind: instance`.',
      '6:32 invalid /answers/a.b.c/evidence/0 > The key `what` is missing in entry 1 of `evidence`. What it is for: A description, in one sentence. > Add `what: Five sellers asked unrehearsed`.',
    ],
  ],
  [
    'lengths',
    answered(`a.b.c: {level: 1, evidence: [{kind: artifact, what: ""}]}`)
      .replace('Harbor Instruments', 'H'.repeat(301))
      .replace('role: leader', 'role: leader, name: ""'),
    [
      '4:22 invalid /organization/name > `name` has 301 characters; at most 300 are allowed. > Shorten it to 300 characters.',
      '5:34 invalid /respondent/name > `name` is empty. > Write a text, or remove the key.',
      '7:55 invalid /answers/a.b.c/evidence/0/what > `what` is empty. > Write a text.',
    ],
  ],
  [
    'numbers of entries',
    answered(`a.b.c: {level: 1, evidence: [${'{kind: artifact, what: x}, '.repeat(52)}]}`),
    [
      '7:21 invalid /answers/a.b.c/evidence > `evidence` has 52 entries; at most 50 are allowed. > Remove 2 entries.',
    ],
  ],
  [
    'values that are already refused',
    answered('a.b.c: {level: 99999999999999999999}', 'a.b.d: {level: 9}'),
    [
      '7:18 unsafe /answers/a.b.c/level > This whole number is too large to be stored exactly (beyond 9007199254740991). > Write a smaller number; put an identifier in quotes.',
      `8:18 invalid /answers/a.b.d/level > \`level\` is the number \`9\`; ${level} was expected. > Write ${level}.`,
    ],
  ],
  [
    'long and harmful text, shortened and escaped',
    answered(`a.b.c: {level: "\\e]0;${'x'.repeat(100)}"}`, `"\\u202E${'y'.repeat(100)}": {level: 1}`),
    [
      `7:18 invalid /answers/a.b.c/level > \`level\` is the text \`\\u{1b}]0;${'x'.repeat(51)}…\`; ${level} was expected. > Write ${level}.`,
      `8:3 invalid /answers/\u202E${'y'.repeat(100)} > The key \`\\u{202e}${'y'.repeat(52)}…\` in \`answers\` does not have the expected form: a question id as element.practice.question, ${keyWords}. > Rename it, for example to \`philosophy.stated-purpose.heard\`.`,
    ],
  ],
];

describe('findings of the answers schema', () => {
  it.each(rows)('%s', async (_, text, findings) => {
    expect(formatFindings(await readKind('answers', text))).toEqual(findings);
  });

  it('are reported at an alias whose target is wrong', async () => {
    expect(formatFindings(await readKind('answers', answered('a.b.c: &x {level: 9}', 'a.b.d: *x')))).toEqual([
      `7:21 invalid /answers/a.b.c/level > \`level\` is the number \`9\`; ${level} was expected. > Write ${level}.`,
      `8:10 invalid /answers/a.b.d/level > \`level\` is the number \`9\`; ${level} was expected. > Write ${level}.`,
    ]);
  });
});

const practice = (more: string): string =>
  `kind: model\nschemaVersion: 1\npractice:\n  id: one\n  element: two\n  order: 1\n  name: One\n  about: It is one.\n  ${more}\n`;

describe('findings of the model schema', () => {
  it.each([
    [
      'numbers that have to be greater than another',
      'weight: 0',
      '9:11 invalid /practice/weight > `weight` is the number `0`; a number greater than 0 and of at most 100 was expected. > Write a number greater than 0 and of at most 100, or remove the key.',
    ],
    [
      'entries that are there already',
      'dependsOn: [a, b, a]',
      '9:21 invalid /practice/dependsOn/2 > Entries 1 and 3 of `dependsOn` are the same. > Remove one of them.',
    ],
  ])('%s', async (_, more, finding) => {
    expect(formatFindings(await readKind('model', practice(more)))).toEqual([finding]);
  });

  it.each([
    [
      'practices: {one: {weight: 0}}',
      '/changes/practices/one/weight > `weight` is the number `0`; a number greater than 0 and of at most 100 was expected. > Write a number greater than 0 and of at most 100, or remove the key.',
    ],
    [
      'scoring: {planSize: many}',
      '/changes/scoring/planSize > `planSize` is the text `many`; a whole number from 1 to 3 was expected. > Write a whole number from 1 to 3, or remove the key.',
    ],
    [
      'questions: {a.b.c: {kind: fel}}',
      '/changes/questions/a.b.c/kind > `kind` is the text `fel`; one of `felt`, `decided` or `seen` was expected. > Did you mean `felt`? Write that.',
    ],
  ])('are as plain in an overlay: %s', async (changes, finding) => {
    const text = `kind: model\nschemaVersion: 1\nchanges: {${changes}}\n`;
    const [found = ''] = formatFindings(await readKind('model', text));
    expect(found.replace(/^\S+ invalid /, '')).toBe(finding);
  });
});
