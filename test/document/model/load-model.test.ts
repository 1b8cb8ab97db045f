/** Longer than 200 lines: a table of models that are wrong in one place each. */
import { describe, expect, it } from 'vitest';
import {
  type Texts,
  changeSmallModel,
  findFaults,
  replacePart,
  mustLoad,
  makeQuestionText,
  smallTexts,
  top,
} from '../../support/model/small-model.ts';

const small = await mustLoad(smallTexts);

type Row = readonly [name: string, texts: Texts, findings: readonly string[]];

/** Adds a file to the small model. */
const and = (file: string, text: string): Texts => ({ ...smallTexts, [file]: `${top}${text}` });

const identity = smallTexts['model.yaml'] ?? '';

/** Removes sections of the first file of the small model: from one up to another. */
const without = (from: string, upTo: string): Texts => ({
  ...smallTexts,
  'model.yaml': identity.slice(0, identity.indexOf(from)) + identity.slice(identity.indexOf(upTo)),
});

const band = (levels: string): string => `  - {levels: [${levels}], do: Do heard.`;

const complete: readonly Row[] = [
  [
    'no file that identifies the model',
    and('model.yaml', 'claims: []'),
    [
      'habit.yaml 1:1  > No file identifies the model. > Add `model` with id, version, title and language to model.yaml.',
    ],
  ],
  [
    'two identities',
    and('second.yaml', 'model: {id: other, version: 1.0.0, title: Other, language: en}'),
    ['second.yaml 3:1 /model > `model` is already given in model.yaml. > Keep it in one file.'],
  ],
  [
    'scoring twice',
    {
      ...smallTexts,
      'x.yaml': identity.replace(/^model:.*\n/m, '').replace(/elements:[^]*/, ''),
    },
    ['x.yaml 3:1 /scoring > `scoring` is already given in model.yaml. > Keep it in one file.'],
  ],
  [
    'no scoring',
    without('scoring:', 'elements:'),
    [
      'model.yaml 3:1 /model > No file of the model has `scoring`. > Add `scoring`, or extend another model with `extends`.',
    ],
  ],
  [
    'no elements',
    without('elements:', 'notApplicableReasons:'),
    [
      'model.yaml 3:1 /model > No file of the model has `elements`. > Add `elements`, or extend another model with `extends`.',
    ],
  ],
  [
    'neither scoring nor elements',
    without('scoring:', 'notApplicableReasons:'),
    [
      'model.yaml 3:1 /model > No file of the model has `elements`. > Add `elements`, or extend another model with `extends`.',
      'model.yaml 3:1 /model > No file of the model has `scoring`. > Add `scoring`, or extend another model with `extends`.',
    ],
  ],
  [
    'changes without extends',
    and('changes.yaml', 'changes: {practices: {daily: {target: 50}}}'),
    [
      'changes.yaml 3:1 /changes > Only a model that extends another one has `changes`. > Add `extends` to `model`, or change the content itself.',
    ],
  ],
  [
    'an unknown element',
    changeSmallModel('why.yaml', 'element: why', 'element: wyh'),
    ['why.yaml 5:12 /practice/element > There is no element `wyh`. > Did you mean `why`?'],
  ],
  [
    'an unknown element unlike any other',
    changeSmallModel('why.yaml', 'element: why', 'element: something'),
    ['why.yaml 5:12 /practice/element > There is no element `something`. > Use one of: why, how.'],
  ],
  [
    'an unknown block',
    changeSmallModel('habit.yaml', 'block: habit', 'block: habits'),
    ['habit.yaml 6:10 /practice/block > There is no block `habits`. > Did you mean `habit`?'],
  ],
  [
    'no block where the element has blocks',
    changeSmallModel('habit.yaml', '  block: habit\n', ''),
    [
      'habit.yaml 4:7 /practice/id > The practice names no block of how. > Add `block`, one of: habit, skill.',
    ],
  ],
  [
    'a block where the element has none',
    changeSmallModel('why.yaml', 'element: why', 'element: why\n  block: habit'),
    ['why.yaml 6:3 /practice/block > The element why has no blocks. > Remove `block`.'],
  ],
  [
    'an unknown prerequisite',
    changeSmallModel('habit.yaml', '[purpose]', '[purpos]'),
    ['habit.yaml 10:15 /practice/dependsOn/0 > There is no practice `purpos`. > Did you mean `purpose`?'],
  ],
  [
    'an unknown reason',
    changeSmallModel('habit.yaml', '[too-new]', '[too-nwe]'),
    [
      'habit.yaml 27:30 /practice/questions/0/notApplicableReasons/0 > There is no reason `too-nwe`. > Did you mean `too-new`?',
    ],
  ],
  [
    'an unknown source of a question',
    changeSmallModel('why.yaml', '[study]', '[studie]'),
    ['why.yaml 25:17 /practice/questions/0/sources/0 > There is no source `studie`. > Did you mean `study`?'],
  ],
  [
    'a source where the model has none',
    changeSmallModel(
      'sources.yaml',
      "sources:\n  - {id: study, finding: It helps., reference: 'Someone, 2001', established: read}\n",
      '',
    ),
    [
      'patterns.yaml 10:15 /patterns/0/sources/0 > There is no source `study`. > Remove it.',
      'why.yaml 25:17 /practice/questions/0/sources/0 > There is no source `study`. > Remove it.',
    ],
  ],
  [
    'an unknown claim of a question',
    changeSmallModel('why.yaml', 'covers: [1]', 'covers: [1, 3]'),
    [
      'why.yaml 24:19 /practice/questions/0/covers/1 > There is no claim 3. > Name a claim of the list, or remove the number.',
    ],
  ],
  [
    'an unknown source of a pattern',
    changeSmallModel('patterns.yaml', '[study]', '[other]'),
    ['patterns.yaml 10:15 /patterns/0/sources/0 > There is no source `other`. > Use one of: study.'],
  ],
  [
    'an unknown claim of a pattern',
    changeSmallModel('patterns.yaml', 'covers: [2]', 'covers: [7]'),
    [
      'patterns.yaml 11:14 /patterns/0/covers/0 > There is no claim 7. > Name a claim of the list, or remove the number.',
    ],
  ],
  [
    'an unknown practice of a pattern',
    changeSmallModel('patterns.yaml', '[daily]', '[dailyy]'),
    ['patterns.yaml 9:17 /patterns/0/practices/0 > There is no practice `dailyy`. > Did you mean `daily`?'],
  ],
  [
    'an unknown value of a pattern',
    changeSmallModel('patterns.yaml', 'value: why', 'value: whyy'),
    ['patterns.yaml 6:26 /patterns/0/when/all/0/value > There is no value `whyy`. > Did you mean `why`?'],
  ],
  [
    'a practice as the spread of a pattern',
    changeSmallModel('patterns.yaml', '{value: why, atLeast: 3}', '{spread: daily, atLeast: 2}'),
    [
      'patterns.yaml 6:27 /patterns/0/when/all/0/spread > There is no question `daily`. > Use one of: how.daily.seen, how.trained.shown, why.purpose.heard.',
    ],
  ],
  [
    'an unknown question as the difference of a pattern',
    changeSmallModel('patterns.yaml', '{value: why, atLeast: 3}', '{difference: how.daily.sen, atLeast: 2}'),
    [
      'patterns.yaml 6:31 /patterns/0/when/all/0/difference > There is no question `how.daily.sen`. > Did you mean `how.daily.seen`?',
    ],
  ],
  [
    'an element id twice',
    changeSmallModel(
      'model.yaml',
      '- id: how',
      '- {id: why, name: Why, asks: why, about: Why., position: middle}\n  - id: how',
    ),
    [
      'model.yaml 22:10 /elements/1/id > The element id `why` is already used in model.yaml. > Give each its own id, or change the other one.',
    ],
  ],
  [
    'a block id twice',
    changeSmallModel('model.yaml', '{id: skill,', '{id: habit,'),
    [
      'model.yaml 29:14 /elements/1/blocks/1/id > The block id `habit` is used twice in how. > Give each its own id.',
      'skill.yaml 6:10 /practice/block > There is no block `skill`. > Use one of: habit, habit.',
    ],
  ],
  [
    'a practice id twice',
    and('zz.yaml', 'practice: {id: daily, element: why, order: 2, name: Daily, about: Again.}'),
    [
      'zz.yaml 3:16 /practice/id > The practice id `daily` is already used in habit.yaml. > Give each its own id, or change the other one.',
    ],
  ],
  [
    'a question id twice',
    changeSmallModel('why.yaml', 'questions:\n', `questions:\n${makeQuestionText('heard')}`),
    [
      'why.yaml 24:11 /practice/questions/1/id > The question id `why.purpose.heard` is already used in why.yaml. > Give each its own id, or change the other one.',
    ],
  ],
  [
    'a reason id twice',
    changeSmallModel('model.yaml', '{id: too-small,', '{id: too-new,'),
    [
      'model.yaml 32:10 /notApplicableReasons/1/id > The reason id `too-new` is already used in model.yaml. > Give each its own id, or change the other one.',
    ],
  ],
  [
    'a pattern id twice',
    { ...smallTexts, 'zz.yaml': smallTexts['patterns.yaml'] ?? '' },
    [
      'zz.yaml 4:9 /patterns/0/id > The pattern id `all-talk` is already used in patterns.yaml. > Give each its own id, or change the other one.',
    ],
  ],
  [
    'a source id twice',
    and('zz.yaml', "sources: [{id: study, finding: No., reference: 'Another, 2002', established: read}]"),
    [
      'zz.yaml 3:16 /sources/0/id > The source id `study` is already used in sources.yaml. > Give each its own id, or change the other one.',
    ],
  ],
  [
    'a claim id twice',
    changeSmallModel('sources.yaml', 'id: 2,', 'id: 1,'),
    [
      'patterns.yaml 11:14 /patterns/0/covers/0 > There is no claim 2. > Name a claim of the list, or remove the number.',
      'sources.yaml 7:10 /claims/1/id > The claim id `1` is already used in sources.yaml. > Give each its own id, or change the other one.',
    ],
  ],
  [
    'a retired id twice',
    changeSmallModel('sources.yaml', 'id: why.purpose.before', 'id: old-habit'),
    [
      'sources.yaml 10:10 /retired/1/id > The id `old-habit` is already listed as retired. > Keep one of the two.',
    ],
  ],
  [
    'a message in two files',
    and('zz.yaml', 'messages: {role.leader: Boss}'),
    [
      'zz.yaml 3:12 /messages/role.leader > `role.leader` is already defined in sources.yaml. > Define it in one place.',
    ],
  ],
  [
    'a practice with the id of an element',
    and('zz.yaml', 'practice: {id: how, element: why, order: 2, name: How, about: Again.}'),
    [
      'zz.yaml 3:16 /practice/id > The practice id `how` is already the id of an element. > Give each its own id.',
    ],
  ],
  [
    'a pattern with the id of a practice',
    changeSmallModel('patterns.yaml', 'id: all-talk', 'id: daily'),
    [
      'patterns.yaml 4:9 /patterns/0/id > The pattern id `daily` is already the id of a practice. > Give each its own id.',
    ],
  ],
  [
    'an id that explain reserves',
    changeSmallModel('patterns.yaml', 'id: all-talk', 'id: balance'),
    [
      'patterns.yaml 4:9 /patterns/0/id > The pattern id `balance` is already the id of a number of the tool. > Give each its own id.',
    ],
  ],
  [
    'a retired practice id',
    and('zz.yaml', 'practice: {id: old-habit, element: why, order: 2, name: Old, about: Again.}'),
    [
      'zz.yaml 3:16 /practice/id > The practice id `old-habit` was retired in 2.0.0: It asked two things. > Choose an id that was never used.',
    ],
  ],
  [
    'a retired question id',
    changeSmallModel('why.yaml', 'id: heard', 'id: before'),
    [
      'why.yaml 10:11 /practice/questions/0/id > The question id `why.purpose.before` was retired in 2.0.0: It led. > Choose an id that was never used.',
    ],
  ],
  [
    'a cycle of practices',
    changeSmallModel('why.yaml', 'about: Why it is done.', 'about: Why it is done.\n  dependsOn: [trained]'),
    [
      'habit.yaml 10:3 /practice/dependsOn > These practices each need the next one built first: daily → purpose → trained → daily. > Remove one of the dependencies.',
    ],
  ],
  [
    'a practice that depends on itself',
    changeSmallModel('why.yaml', 'about: Why it is done.', 'about: Why it is done.\n  dependsOn: [purpose]'),
    [
      'why.yaml 9:3 /practice/dependsOn > These practices each need the next one built first: purpose → purpose. > Remove one of the dependencies.',
    ],
  ],
  [
    'an ask that is too long',
    changeSmallModel('why.yaml', "'When did heard last happen?'", `'${'x'.repeat(160)}?'`),
    [
      'why.yaml 11:21 /practice/questions/0/ask/leader > `leader` has 161 characters; at most 160 are allowed. > Shorten it to 160 characters.',
    ],
  ],
  [
    'a level that is too long',
    changeSmallModel('skill.yaml', 'All of them know.', `${'x'.repeat(110)}.`),
    [
      'skill.yaml 18:221 /practice/questions/0/levels/4/means > `means` has 111 characters; at most 110 are allowed. > Shorten it to 110 characters.',
    ],
  ],
  [
    'four levels',
    changeSmallModel('skill.yaml', ', {label: All of them, means: All of them know.}', ''),
    [
      'skill.yaml 18:7 /practice/questions/0/levels > `levels` has 4 entries; at least 5 are needed. > Add 1 entry.',
    ],
  ],
  [
    'a missing field of a recommendation',
    changeSmallModel('why.yaml', ', successMeasure: The count.', ''),
    [
      'why.yaml 21:11 /practice/questions/0/recommendations/0 > The key `successMeasure` is missing in entry 1 of `recommendations`. What it is for: The metric that measures success, and the threshold below which it did not work. > Add `successMeasure` with text.',
    ],
  ],
  [
    'weight 0',
    changeSmallModel('why.yaml', 'order: 1', 'order: 1\n  weight: 0'),
    [
      'why.yaml 7:11 /practice/weight > `weight` is the number `0`; a number greater than 0 and of at most 100 was expected. > Write a number greater than 0 and of at most 100, or remove the key.',
    ],
  ],
  [
    'a negative weight',
    changeSmallModel('why.yaml', 'quick: true', 'weight: -1'),
    [
      'why.yaml 26:15 /practice/questions/0/weight > `weight` is the number `-1`; a number greater than 0 and of at most 100 was expected. > Write a number greater than 0 and of at most 100, or remove the key.',
    ],
  ],
  [
    'a missing band',
    changeSmallModel('why.yaml', band('2'), band('1')),
    [
      'why.yaml 20:7 /practice/questions/0/recommendations > Level 1 has 2 recommendations. > Give the levels 0 to 3 exactly one recommendation each.',
      'why.yaml 20:7 /practice/questions/0/recommendations > Nothing is recommended at level 2. > Give the levels 0 to 3 exactly one recommendation each.',
    ],
  ],
  [
    'a band twice',
    changeSmallModel('why.yaml', band('3'), band('2, 3')),
    [
      'why.yaml 20:7 /practice/questions/0/recommendations > Level 2 has 2 recommendations. > Give the levels 0 to 3 exactly one recommendation each.',
    ],
  ],
  [
    'may not apply without reasons',
    changeSmallModel('habit.yaml', '      notApplicableReasons: [too-new]\n', ''),
    [
      'habit.yaml 26:20 /practice/questions/0/mayNotApply > The question may not apply, but lists no reasons. > Add `notApplicableReasons`.',
    ],
  ],
  [
    'reasons without may not apply',
    changeSmallModel('habit.yaml', '      mayNotApply: true\n', ''),
    [
      'habit.yaml 26:7 /practice/questions/0/notApplicableReasons > The question lists reasons for not applying, but always applies. > Add `mayNotApply: true`, or remove the reasons.',
    ],
  ],
  [
    'a pattern with an impossible value',
    changeSmallModel('patterns.yaml', 'atMost: 1', 'below: 0'),
    [
      'patterns.yaml 6:5 /patterns/0/when > No answers can trigger the pattern `all-talk`. > Correct its condition: a value has 0 to 4 levels, balance -4 to 4.',
    ],
  ],
  [
    'a pattern that contradicts itself',
    changeSmallModel('patterns.yaml', 'value: how.daily.seen, atMost', 'value: why, atMost'),
    [
      'patterns.yaml 6:5 /patterns/0/when > No answers can trigger the pattern `all-talk`. > Correct its condition: a value has 0 to 4 levels, balance -4 to 4.',
    ],
  ],
  [
    'a pattern that compares nothing',
    changeSmallModel('patterns.yaml', '{value: why, atLeast: 3}', '{value: why}'),
    [
      'patterns.yaml 6:5 /patterns/0/when > No answers can trigger the pattern `all-talk`. > Correct its condition: a value has 0 to 4 levels, balance -4 to 4.',
    ],
  ],
];

describe('a complete model', () => {
  it('loads', async () => {
    expect(await findFaults(smallTexts)).toEqual([]);
  });

  it.each(complete)('%s', async (_name, texts, expected) => {
    expect(await findFaults(texts)).toEqual(expected);
  });

  it('reports the faults of all files at once, ordered by file and position', async () => {
    const texts = replacePart(
      replacePart(changeSmallModel('why.yaml', '[study]', '[studie]'), 'habit.yaml', '[purpose]', '[purpos]'),
      'model.yaml',
      '{id: too-small,',
      '{id: too-new,',
    );
    expect(await findFaults(texts)).toEqual([
      'habit.yaml 10:15 /practice/dependsOn/0 > There is no practice `purpos`. > Did you mean `purpose`?',
      'model.yaml 32:10 /notApplicableReasons/1/id > The reason id `too-new` is already used in model.yaml. > Give each its own id, or change the other one.',
      'why.yaml 25:17 /practice/questions/0/sources/0 > There is no source `studie`. > Did you mean `study`?',
    ]);
  });

  it('reports all unreadable files, before checking references between files', async () => {
    const texts = replacePart(
      changeSmallModel('why.yaml', 'order: 1', 'ordr: 1'),
      'habit.yaml',
      'order: 1',
      'order: one',
    );
    expect((await findFaults(texts)).map((text) => text.split(' > ')[0])).toEqual([
      'habit.yaml 7:10 /practice/order',
      'why.yaml 6:3 /practice/ordr',
    ]);
  });

  it('takes messages that it does not define from the shipped model', async () => {
    const texts = changeSmallModel('sources.yaml', '  role.leader: Leader\n', '');
    expect((await mustLoad(texts, small)).messages).toEqual(small.messages);
    expect(
      (await mustLoad(replacePart(smallTexts, 'sources.yaml', 'Leader', 'Boss'), small)).messages[
        'role.leader'
      ],
    ).toBe('Boss');
  });

  it('fills in every default', () => {
    const [purpose] = small.practices;
    expect(purpose).toMatchObject({ block: null, weight: 1, target: 75, dependsOn: [] });
    expect(purpose?.questions[0]).toMatchObject({
      id: 'why.purpose.heard',
      element: 'why',
      block: null,
      practice: 'purpose',
      quick: true,
      weight: 1,
      mayNotApply: false,
      notApplicableReasons: [],
      evidenceMaxAge: 'P12M',
      disprovedBy: [],
      changedIn: '1.0.0',
    });
  });

  it('is sorted by element, block and order, not by file name', async () => {
    const renamed = Object.fromEntries(
      Object.entries(smallTexts).map(([name, text]) => [`${9 - name.length}-${name}`, text]),
    );
    expect((await mustLoad(renamed)).practices.map(({ id }) => id)).toEqual(['purpose', 'daily', 'trained']);
  });
});

describe('the digest', () => {
  it.each<[string, Texts]>([
    ['a comment', changeSmallModel('why.yaml', 'practice:', '# why\npractice: # because')],
    ['blank lines and quotes', changeSmallModel('why.yaml', '  element: why\n', '\n  element: "why"\n\n')],
    [
      'block style instead of flow style',
      changeSmallModel('habit.yaml', 'dependsOn: [purpose]', 'dependsOn:\n    - purpose'),
    ],
    [
      'keys in another order',
      changeSmallModel('skill.yaml', '  element: how\n  block: skill\n', '  block: skill\n  element: how\n'),
    ],
    ['a default written out', changeSmallModel('skill.yaml', '  order: 1\n', '  order: 1\n  weight: 1\n')],
  ])('does not change with %s', async (_name, texts) => {
    expect((await mustLoad(texts)).digest).toBe(small.digest);
  });

  it.each<[string, Texts]>([
    ['text', changeSmallModel('why.yaml', 'Why it is done.', 'Why it is done!')],
    ['a weight', changeSmallModel('why.yaml', 'order: 1', 'order: 1\n  weight: 2')],
    ['a threshold', changeSmallModel('model.yaml', 'inPlaceAt: 62.5', 'inPlaceAt: 62')],
    ['the version', changeSmallModel('model.yaml', '2.1.0', '2.1.1')],
    ['a source', changeSmallModel('sources.yaml', 'It helps.', 'It may help.')],
    ['a message', changeSmallModel('sources.yaml', 'Leader', 'Boss')],
  ])('changes with %s', async (_name, texts) => {
    expect((await mustLoad(texts)).digest).not.toBe(small.digest);
  });
});

it('lists a hundred faults of a model, and counts the rest', async () => {
  const needs = Array.from({ length: 40 }, (_, index) => `unknown-${index}`).join(', ');
  const practices = Object.fromEntries(
    [1, 2, 3].map((number) => [
      `more-${number}.yaml`,
      `${top}practice: {id: more-${number}, element: why, order: ${number}, name: More, about: More., dependsOn: [${needs}]}\n`,
    ]),
  );
  const faults = await findFaults({ ...smallTexts, ...practices });
  expect(faults).toHaveLength(101);
  expect(faults.at(-1)).toMatch(/^more-\d.yaml .*There are 20 more faults, not listed here\./);
});
