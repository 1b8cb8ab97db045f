/**
 * Shapes of models that a careless check could take very long for. All of them extend the shipped one.
 * Longer than 200 lines: a table of shapes.
 */
import { repeat } from './shapes.ts';

/** The files of a model by name, and what it consists of. */
export interface ModelShape {
  readonly name: string;
  /** Makes the files, of at most a number of bytes in all. */
  readonly make: (bytes: number) => Readonly<Record<string, string>>;
}

const top = 'kind: model\nschemaVersion: 1\n';
const identity = `${top}model: {id: ours, version: 1.0.0, title: Ours, extends: sales-system@1}\n`;

/** Lists as many entries as fit, but at most a number of them. */
function list(make: (index: number) => string, most: number, bytes: number): string {
  return repeat((index) => (index < most ? make(index) : ''), bytes);
}

const repeatWords = (count: number, word: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => word(index)).join(' ');

/** Makes a question; `text` is its level, `more` are further keys. */
function makeQuestion(id: string, text: string, more = ''): string {
  const makeRecommendation = (levels: string): string =>
    `{levels: [${levels}], do: A, owner: A, effort: A, days30: A, days60: A, days90: A, effectAfter: A, evidenceOfDone: A, successMeasure: A${more.includes('touches') ? ', touches: {changes: [pay], freezes: [pay]}' : ''}}`;
  const makeLevel = (index: number): string =>
    `{label: Level ${index}, means: ${JSON.stringify(`${text.slice(0, 100)} ${index}.`)}}`;
  return (
    `  - {id: ${id}, ask: {leader: ${JSON.stringify(`${text.slice(0, 150)}.`)}}, why: A, bestAnsweredBy: leader, kind: seen, ` +
    `levels: [${[0, 1, 2, 3, 4].map(makeLevel).join(', ')}], probe: A, evidence: [{kind: artifact, what: A}], redFlags: [A], ` +
    `recommendations: [${['0', '1', '2', '3'].map(makeRecommendation).join(', ')}]${more.replace('touches', '')}}\n`
  );
}

/** Makes a practice with questions that fit into a number of bytes, 50 at most. */
function makePractice(index: number, questions: string, more = ''): string {
  return `${top}practice:\n  id: p${index}\n  element: process\n  order: ${index % 10_000}\n  name: P\n  about: P\n${more}${questions === '' ? '' : `  questions:\n${questions}`}`;
}

/** The most files of a model, without its `model.yaml` and two others. */
const mostPractices = 997;

/** Makes files of practices until they reach a number of bytes, or of files. */
function makePractices(
  make: (index: number) => string,
  bytes: number,
  others: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const files: Record<string, string> = { 'model.yaml': identity, ...others };
  let left = bytes - Object.values(files).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  for (let index = 0; index < mostPractices; index += 1) {
    const text = make(index);
    left -= Buffer.byteLength(text);
    if (left < 0) break;
    files[`p${index}.yaml`] = text;
  }
  return files;
}

const makeQuestions = (text: string, more = ''): string =>
  list((index) => makeQuestion(`q${index}`, text, more), 4, Infinity);

/** Writes terms that nearly occur in a text of `a`, which take a tenth of a number of bytes. */
const writeTerms = (bytes: number): string => {
  const listForms = (index: number): string =>
    Array.from({ length: 20 }, (_, form) => `${'a'.repeat(10)}${index}x${form}`).join(', ');
  const write = (index: number): string =>
    `  - {id: t${index}, term: T, counts: A, doesNotCount: A, forms: [${listForms(index)}]}\n`;
  return `${top}terms:\n${list(write, 300, bytes / 10)}`;
};

const makeRules = (): string => {
  const listWords = (count: number, start: string): string =>
    `[${Array.from({ length: count }, (_, index) => `${start}${index}`).join(', ')}]`;
  return `${top}wording: {estimate: (estimate), vague: ${listWords(500, 'v')}, avoid: ${listWords(200, 'a')}, joining: ${listWords(200, 'j')}, time: ${listWords(200, 't')}, countable: ${listWords(200, 'c')}}\n`;
};

/** One file with one section of a list. */
const makeSection = (name: string, entries: string): Record<string, string> => ({
  'model.yaml': identity,
  'more.yaml': `${top}${name}:\n${entries}`,
});

const makeNested = (depth: number, key: string): string =>
  depth === 0
    ? '{value: balance, atLeast: 1}'
    : `{${key}: [${makeNested(depth - 1, key)}, {value: balance, atLeast: 1}]}`;

export const modelShapes: readonly ModelShape[] = [
  {
    name: 'practices without questions',
    make: (bytes) => makePractices((index) => makePractice(index, ''), bytes),
  },
  {
    name: 'practices that need unknown ones',
    make: (bytes) =>
      makePractices(
        (index) =>
          makePractice(
            index,
            '',
            `  dependsOn: [${repeatWords(50, (need) => `unknown-${need}-of-${index},`)}]\n`,
          ),
        Math.min(bytes, 500_000),
      ),
  },
  {
    name: 'practices that need the ones before',
    make: (bytes) =>
      makePractices(
        (index) =>
          makePractice(
            index,
            '',
            `  dependsOn: [${Array.from({ length: Math.min(index, 50) }, (_, need) => `p${index - need - 1}`).join(', ')}]\n`,
          ),
        Math.min(bytes, 240_000),
      ),
  },
  {
    name: 'questions',
    make: (bytes) => makePractices((index) => makePractice(index, makeQuestions('A word of it')), bytes),
  },
  {
    name: 'questions with unknown reasons and sources',
    make: (bytes) =>
      makePractices(
        (index) =>
          makePractice(
            index,
            makeQuestions(
              'A',
              `, mayNotApply: true, notApplicableReasons: [${repeatWords(20, (at) => `reason-${at}-${index},`)}], sources: [${repeatWords(10, (at) => `source-${at}-${index},`)}], covers: [${repeatWords(10, (at) => `${at + 900},`)}]`,
            ),
          ),
        bytes,
      ),
  },
  {
    name: 'questions whose recommendations collide',
    make: (bytes) => makePractices((index) => makePractice(index, makeQuestions('A word', 'touches')), bytes),
  },
  {
    name: 'questions beside terms that nearly occur',
    make: (bytes) =>
      makePractices((index) => makePractice(index, makeQuestions('a'.repeat(200))), bytes, {
        'terms.yaml': writeTerms(bytes),
      }),
  },
  {
    name: 'questions of vague and countable words',
    make: (bytes) =>
      makePractices(
        (index) => makePractice(index, makeQuestions(repeatWords(9, (at) => `v${at} c${at} a${at} t${at}`))),
        bytes,
        { 'rules.yaml': makeRules(), 'terms.yaml': writeTerms(bytes) },
      ),
  },
  {
    name: 'patterns with nested conditions',
    make: (bytes) =>
      makeSection(
        'patterns',
        list(
          (index) =>
            `  - {id: t${index}, name: T, means: A, firstMove: A, practices: [coaching-cadence], when: ${makeNested(25, 'all')}}\n`,
          200,
          bytes,
        ),
      ),
  },
  {
    name: 'patterns of unknown values',
    make: (bytes) =>
      makeSection(
        'patterns',
        list(
          (index) =>
            `  - {id: t${index}, name: T, means: A, firstMove: A, practices: [coaching-cadence], when: {all: [${Array.from({ length: 10 }, (_, group) => `{any: [${Array.from({ length: 10 }, (_each, at) => `{value: unknown.of-${group}.a${at}, atLeast: 1}`).join(', ')}]}`).join(', ')}]}}\n`,
          200,
          bytes,
        ),
      ),
  },
  {
    name: 'changes of unknown questions',
    make: (bytes) =>
      makeSection(
        'changes',
        `  questions:\n${list((index) => `    unknown-element.unknown-practice.question-${index}: {why: A}\n`, 1000, bytes)}`,
      ),
  },
  {
    name: 'unknown messages',
    make: (bytes) =>
      makeSection(
        'messages',
        list((index) => `  report.unknown-message${index}: ${'A {name} '.repeat(100)}\n`, 1000, bytes),
      ),
  },
  {
    name: 'messages with unknown places',
    make: (bytes) =>
      makeSection(
        'messages',
        `  interview.saved: '${repeatWords(110, (index) => `{p${index}}`)}'\n${list((index) => `  report.x${index}: A\n`, 900, bytes / 10)}`,
      ),
  },
  {
    name: 'retired ids',
    make: (bytes) =>
      makeSection(
        'retired',
        list((index) => `  - {id: r${index}, since: 1.0.0, why: A}\n`, 1000, bytes),
      ),
  },
];
