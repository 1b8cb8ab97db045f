import { describe, expect, it } from 'vitest';
import type { Model } from '#domain/model.ts';
import { type Texts, load, mend, mustLoad, questionText, smallTexts, top } from '../support/small-model.ts';

const small = mustLoad(smallTexts);

/** What is wrong, each fault as `file line:column path > message > fix`; none where it loads. */
function faults(texts: Texts, shipped?: Model): string[] {
  const loaded = load(texts, shipped);
  if (loaded.ok) return [];
  return loaded.findings.map(
    ({ file, line, column, path, message, fix }) =>
      `${file} ${line}:${column} ${path} > ${message} > ${fix}`,
  );
}

type Row = readonly [name: string, texts: Texts, findings: readonly string[]];

/** The small model with one part of one file replaced. */
const but = (file: string, part: string, by: string): Texts => mend(smallTexts, file, part, by);

/** The small model with one more file. */
const and = (file: string, text: string): Texts => ({ ...smallTexts, [file]: `${top}${text}` });

const without = (file: string): Texts =>
  Object.fromEntries(Object.entries(smallTexts).filter(([name]) => name !== file));

const elementsAt = (smallTexts['model.yaml'] ?? '').indexOf('elements:');
const reasonsAt = (smallTexts['model.yaml'] ?? '').indexOf('notApplicableReasons:');
const scoringAt = (smallTexts['model.yaml'] ?? '').indexOf('scoring:');
const cut = (from: number, to: number): Texts => ({
  ...smallTexts,
  'model.yaml': (smallTexts['model.yaml'] ?? '').slice(0, from) + (smallTexts['model.yaml'] ?? '').slice(to),
});

const band = (levels: string): string => `  - {levels: [${levels}], do: Do heard.`;

const complete: readonly Row[] = [
  ['no file that says what it is', and('model.yaml', 'claims: []'), []],
  ['two identities', and('second.yaml', 'model: {id: other, version: 1.0.0, title: Other, language: en}'), []],
  ['scoring twice', { ...smallTexts, 'x.yaml': (smallTexts['model.yaml'] ?? '').replace(/^model:.*\n/m, '').replace(/elements:[^]*/, '') }, []],
  ['no scoring', cut(scoringAt, elementsAt), []],
  ['no elements', cut(elementsAt, reasonsAt), []],
  ['neither scoring nor elements', cut(scoringAt, reasonsAt), []],
  ['changes without extends', and('changes.yaml', 'changes: {practices: {daily: {target: 50}}}'), []],
  ['an unknown element', but('why.yaml', 'element: why', 'element: wyh'), []],
  ['an unknown element far from all', but('why.yaml', 'element: why', 'element: something'), []],
  ['an unknown block', but('habit.yaml', 'block: habit', 'block: habits'), []],
  ['no block where the element has blocks', but('habit.yaml', '  block: habit\n', ''), []],
  ['a block where the element has none', but('why.yaml', 'element: why', 'element: why\n  block: habit'), []],
  ['an unknown prerequisite', but('habit.yaml', '[purpose]', '[purpos]'), []],
  ['an unknown reason', but('habit.yaml', '[too-new]', '[too-nwe]'), []],
  ['an unknown source of a question', but('why.yaml', '[study]', '[studie]'), []],
  ['an unknown claim of a question', but('why.yaml', 'covers: [1]', 'covers: [1, 3]'), []],
  ['an unknown source of a pattern', but('patterns.yaml', '[study]', '[other]'), []],
  ['an unknown claim of a pattern', but('patterns.yaml', 'covers: [2]', 'covers: [7]'), []],
  ['an unknown practice of a pattern', but('patterns.yaml', '[daily]', '[dailyy]'), []],
  ['an unknown value of a pattern', but('patterns.yaml', 'value: why', 'value: whyy'), []],
  ['a practice as the spread of a pattern', but('patterns.yaml', '{value: why, atLeast: 3}', '{spread: daily, atLeast: 2}'), []],
  ['an unknown question as the difference of a pattern', but('patterns.yaml', '{value: why, atLeast: 3}', '{difference: how.daily.sen, atLeast: 2}'), []],
  ['an element id twice', but('model.yaml', '- id: how', '- {id: why, name: Why, asks: why, about: Why., position: middle}\n  - id: how'), []],
  ['a block id twice', but('model.yaml', '{id: skill,', '{id: habit,'), []],
  ['a practice id twice', and('zz.yaml', 'practice: {id: daily, element: why, order: 2, name: Daily, about: Again.}'), []],
  ['a question id twice', but('why.yaml', 'questions:\n', `questions:\n${questionText('heard')}`), []],
  ['a reason id twice', but('model.yaml', '{id: too-small,', '{id: too-new,'), []],
  ['a pattern id twice', { ...smallTexts, 'zz.yaml': smallTexts['patterns.yaml'] ?? '' }, []],
  ['a source id twice', and('zz.yaml', "sources: [{id: study, finding: No., reference: 'Another, 2002', established: read}]"), []],
  ['a claim id twice', but('sources.yaml', 'id: 2,', 'id: 1,'), []],
  ['a retired id twice', but('sources.yaml', 'id: why.purpose.before', 'id: old-habit'), []],
  ['a word in two files', and('zz.yaml', 'words: {role.leader: Boss}'), []],
  ['a practice with the id of an element', and('zz.yaml', 'practice: {id: how, element: why, order: 2, name: How, about: Again.}'), []],
  ['a pattern with the id of a practice', but('patterns.yaml', 'id: all-talk', 'id: daily'), []],
  ['an id that explain uses itself', but('patterns.yaml', 'id: all-talk', 'id: balance'), []],
  ['a retired practice id', and('zz.yaml', 'practice: {id: old-habit, element: why, order: 2, name: Old, about: Again.}'), []],
  ['a retired question id', but('why.yaml', 'id: heard', 'id: before'), []],
  ['a circle of practices', but('why.yaml', 'about: Why it is done.', 'about: Why it is done.\n  dependsOn: [trained]'), []],
  ['a practice that needs itself', but('why.yaml', 'about: Why it is done.', 'about: Why it is done.\n  dependsOn: [purpose]'), []],
  ['weight 0', but('why.yaml', 'order: 1', 'order: 1\n  weight: 0'), []],
  ['a negative weight', but('why.yaml', 'quick: true', 'weight: -1'), []],
  ['a missing band', but('why.yaml', band('2'), band('1')), []],
  ['a band twice', but('why.yaml', band('3'), band('2, 3')), []],
  ['may not apply without reasons', but('habit.yaml', '      notApplicableReasons: [too-new]\n', ''), []],
  ['reasons without may not apply', but('habit.yaml', '      mayNotApply: true\n', ''), []],
  ['a pattern that asks for too much', but('patterns.yaml', 'atMost: 1', 'below: 0'), []],
  ['a pattern that contradicts itself', but('patterns.yaml', 'value: how.daily.seen, atMost', 'value: why, atMost'), []],
  ['a pattern that compares nothing', but('patterns.yaml', '{value: why, atLeast: 3}', '{value: why}'), []],
];

describe('debug', () => {
  it.each(complete)('%s', (name, texts, expected) => {
    console.log(`## ${name}\n` + faults(texts).join('\n'));
    void expected; void expect; void small;
  });
});
