import { describe, expect, it } from 'vitest';
import { lintModel } from '#document/lint-model.ts';
import type { Model } from '#domain/model.ts';
import { type Texts, load, mend, mustLoad, questionText, smallTexts, top } from '../support/small-model.ts';

const small = mustLoad(smallTexts);

/** What is wrong, each fault as `file line:column path > message > fix`; none where it loads. */
function faults(texts: Texts, shipped?: Model): string[] {
  const loaded = load(texts, shipped);
  if (loaded.ok) return [];
  return loaded.findings.map(
    ({ file, line, column, path, message, fix }) => `${file} ${line}:${column} ${path} > ${message} > ${fix}`,
  );
}

type Row = readonly [name: string, texts: Texts, findings: readonly string[]];

/** The small model with one part of one file replaced. */
const but = (file: string, part: string, by: string): Texts => mend(smallTexts, file, part, by);

/** The small model with one more file. */
const and = (file: string, text: string): Texts => ({ ...smallTexts, [file]: `${top}${text}` });

const elementsAt = (smallTexts['model.yaml'] ?? '').indexOf('elements:');
const reasonsAt = (smallTexts['model.yaml'] ?? '').indexOf('notApplicableReasons:');
const scoringAt = (smallTexts['model.yaml'] ?? '').indexOf('scoring:');
const cut = (from: number, to: number): Texts => ({
  ...smallTexts,
  'model.yaml': (smallTexts['model.yaml'] ?? '').slice(0, from) + (smallTexts['model.yaml'] ?? '').slice(to),
});

const band = (levels: string): string => `  - {levels: [${levels}], do: Do heard.`;

const complete: readonly Row[] = [
  [
    'no file that says what it is',
    and('model.yaml', 'claims: []'),
    [
      'habit.yaml 1:1  > No file says what model this is. > Add `model` with id, version, title and language to model.yaml.',
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
      'x.yaml': (smallTexts['model.yaml'] ?? '').replace(/^model:.*\n/m, '').replace(/elements:[^]*/, ''),
    },
    ['x.yaml 3:1 /scoring > `scoring` is already given in model.yaml. > Keep it in one file.'],
  ],
  [
    'no scoring',
    cut(scoringAt, elementsAt),
    [
      'model.yaml 3:1 /model > No file of the model has `scoring`. > Add `scoring`, or extend another model with `extends`.',
    ],
  ],
  [
    'no elements',
    cut(elementsAt, reasonsAt),
    [
      'model.yaml 3:1 /model > No file of the model has `elements`. > Add `elements`, or extend another model with `extends`.',
    ],
  ],
  [
    'neither scoring nor elements',
    cut(scoringAt, reasonsAt),
    [
      'model.yaml 3:1 /model > No file of the model has `elements`. > Add `elements`, or extend another model with `extends`.',
      'model.yaml 3:1 /model > No file of the model has `scoring`. > Add `scoring`, or extend another model with `extends`.',
    ],
  ],
  [
    'changes without extends',
    and('changes.yaml', 'changes: {practices: {daily: {target: 50}}}'),
    [
      'changes.yaml 3:1 /changes > Only a model that extends another one has `changes`. > Add `extends` to `model`, or change the things themselves.',
    ],
  ],
  [
    'an unknown element',
    but('why.yaml', 'element: why', 'element: wyh'),
    ['why.yaml 5:12 /practice/element > There is no element `wyh`. > Did you mean `why`?'],
  ],
  [
    'an unknown element far from all',
    but('why.yaml', 'element: why', 'element: something'),
    ['why.yaml 5:12 /practice/element > There is no element `something`. > Use one of: why, how.'],
  ],
  [
    'an unknown block',
    but('habit.yaml', 'block: habit', 'block: habits'),
    ['habit.yaml 6:10 /practice/block > There is no block `habits`. > Did you mean `habit`?'],
  ],
  [
    'no block where the element has blocks',
    but('habit.yaml', '  block: habit\n', ''),
    [
      'habit.yaml 4:7 /practice/id > The practice names no block of how. > Add `block`, one of: habit, skill.',
    ],
  ],
  [
    'a block where the element has none',
    but('why.yaml', 'element: why', 'element: why\n  block: habit'),
    ['why.yaml 6:3 /practice/block > The element why has no blocks. > Remove `block`.'],
  ],
  [
    'an unknown prerequisite',
    but('habit.yaml', '[purpose]', '[purpos]'),
    ['habit.yaml 10:15 /practice/dependsOn/0 > There is no practice `purpos`. > Did you mean `purpose`?'],
  ],
  [
    'an unknown reason',
    but('habit.yaml', '[too-new]', '[too-nwe]'),
    [
      'habit.yaml 25:30 /practice/questions/0/notApplicableReasons/0 > There is no reason `too-nwe`. > Did you mean `too-new`?',
    ],
  ],
  [
    'an unknown source of a question',
    but('why.yaml', '[study]', '[studie]'),
    ['why.yaml 23:17 /practice/questions/0/sources/0 > There is no source `studie`. > Did you mean `study`?'],
  ],
  [
    'a source where the model has none',
    but(
      'sources.yaml',
      "sources:\n  - {id: study, finding: It helps., reference: 'Someone, 2001', established: read}\n",
      '',
    ),
    [
      'patterns.yaml 10:15 /patterns/0/sources/0 > There is no source `study`. > Remove it.',
      'why.yaml 23:17 /practice/questions/0/sources/0 > There is no source `study`. > Remove it.',
    ],
  ],
  [
    'an unknown claim of a question',
    but('why.yaml', 'covers: [1]', 'covers: [1, 3]'),
    [
      'why.yaml 22:19 /practice/questions/0/covers/1 > There is no claim 3. > Name a claim of the list, or remove the number.',
    ],
  ],
  [
    'an unknown source of a pattern',
    but('patterns.yaml', '[study]', '[other]'),
    ['patterns.yaml 10:15 /patterns/0/sources/0 > There is no source `other`. > Use one of: study.'],
  ],
  [
    'an unknown claim of a pattern',
    but('patterns.yaml', 'covers: [2]', 'covers: [7]'),
    [
      'patterns.yaml 11:14 /patterns/0/covers/0 > There is no claim 7. > Name a claim of the list, or remove the number.',
    ],
  ],
  [
    'an unknown practice of a pattern',
    but('patterns.yaml', '[daily]', '[dailyy]'),
    ['patterns.yaml 9:17 /patterns/0/practices/0 > There is no practice `dailyy`. > Did you mean `daily`?'],
  ],
  [
    'an unknown value of a pattern',
    but('patterns.yaml', 'value: why', 'value: whyy'),
    ['patterns.yaml 6:26 /patterns/0/when/all/0/value > There is no value `whyy`. > Did you mean `why`?'],
  ],
  [
    'a practice as the spread of a pattern',
    but('patterns.yaml', '{value: why, atLeast: 3}', '{spread: daily, atLeast: 2}'),
    [
      'patterns.yaml 6:27 /patterns/0/when/all/0/spread > There is no question `daily`. > Use one of: how.daily.seen, how.trained.shown, why.purpose.heard.',
    ],
  ],
  [
    'an unknown question as the difference of a pattern',
    but('patterns.yaml', '{value: why, atLeast: 3}', '{difference: how.daily.sen, atLeast: 2}'),
    [
      'patterns.yaml 6:31 /patterns/0/when/all/0/difference > There is no question `how.daily.sen`. > Did you mean `how.daily.seen`?',
    ],
  ],
  [
    'an element id twice',
    but(
      'model.yaml',
      '- id: how',
      '- {id: why, name: Why, asks: why, about: Why., position: middle}\n  - id: how',
    ),
    [
      'model.yaml 20:10 /elements/1/id > The element id `why` is already used in model.yaml. > Give each its own id, or change the other one.',
    ],
  ],
  [
    'a block id twice',
    but('model.yaml', '{id: skill,', '{id: habit,'),
    [
      'model.yaml 27:14 /elements/1/blocks/1/id > The block id `habit` is used twice in how. > Give each its own id.',
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
    but('why.yaml', 'questions:\n', `questions:\n${questionText('heard')}`),
    [
      'why.yaml 22:11 /practice/questions/1/id > The question id `why.purpose.heard` is already used in why.yaml. > Give each its own id, or change the other one.',
    ],
  ],
  [
    'a reason id twice',
    but('model.yaml', '{id: too-small,', '{id: too-new,'),
    [
      'model.yaml 30:10 /notApplicableReasons/1/id > The reason id `too-new` is already used in model.yaml. > Give each its own id, or change the other one.',
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
    but('sources.yaml', 'id: 2,', 'id: 1,'),
    [
      'patterns.yaml 11:14 /patterns/0/covers/0 > There is no claim 2. > Name a claim of the list, or remove the number.',
      'sources.yaml 7:10 /claims/1/id > The claim id `1` is already used in sources.yaml. > Give each its own id, or change the other one.',
    ],
  ],
  [
    'a retired id twice',
    but('sources.yaml', 'id: why.purpose.before', 'id: old-habit'),
    [
      'sources.yaml 10:10 /retired/1/id > The id `old-habit` is already listed as retired. > Keep one of the two.',
    ],
  ],
  [
    'a word in two files',
    and('zz.yaml', 'words: {role.leader: Boss}'),
    [
      'zz.yaml 3:9 /words/role.leader > `role.leader` is already said in sources.yaml. > Say it in one place.',
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
    but('patterns.yaml', 'id: all-talk', 'id: daily'),
    [
      'patterns.yaml 4:9 /patterns/0/id > The pattern id `daily` is already the id of a practice. > Give each its own id.',
    ],
  ],
  [
    'an id that explain uses itself',
    but('patterns.yaml', 'id: all-talk', 'id: balance'),
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
    but('why.yaml', 'id: heard', 'id: before'),
    [
      'why.yaml 10:11 /practice/questions/0/id > The question id `why.purpose.before` was retired in 2.0.0: It led. > Choose an id that was never used.',
    ],
  ],
  [
    'a circle of practices',
    but('why.yaml', 'about: Why it is done.', 'about: Why it is done.\n  dependsOn: [trained]'),
    [
      'habit.yaml 10:3 /practice/dependsOn > These practices each need the next one built first: daily → purpose → trained → daily. > Take one of the dependencies out.',
    ],
  ],
  [
    'a practice that needs itself',
    but('why.yaml', 'about: Why it is done.', 'about: Why it is done.\n  dependsOn: [purpose]'),
    [
      'why.yaml 9:3 /practice/dependsOn > These practices each need the next one built first: purpose → purpose. > Take one of the dependencies out.',
    ],
  ],
  [
    'an ask that is too long',
    but('why.yaml', "'When did heard last happen?'", `'${'x'.repeat(160)}?'`),
    [
      'why.yaml 11:21 /practice/questions/0/ask/leader > `leader` has 161 characters; at most 160 are allowed. > Shorten it to 160 characters.',
    ],
  ],
  [
    'a level that is too long',
    but('skill.yaml', 'All of them know.', `${'x'.repeat(140)}.`),
    [
      'skill.yaml 17:92 /practice/questions/0/levels/4 > Entry 5 of `levels` has 141 characters; at most 140 are allowed. > Shorten it to 140 characters.',
    ],
  ],
  [
    'four levels',
    but('skill.yaml', ', All of them know.', ''),
    [
      'skill.yaml 17:7 /practice/questions/0/levels > `levels` has 4 entries; at least 5 are needed. > Add 1 entry.',
    ],
  ],
  [
    'a missing field of a recommendation',
    but('why.yaml', ', successMeasure: The count.', ''),
    [
      'why.yaml 19:11 /practice/questions/0/recommendations/0 > The key `successMeasure` is missing in entry 1 of `recommendations`. What it is for: The metric and the threshold that would show that it did not work. > Add `successMeasure` with text.',
    ],
  ],
  [
    'weight 0',
    but('why.yaml', 'order: 1', 'order: 1\n  weight: 0'),
    [
      'why.yaml 7:11 /practice/weight > `weight` holds the number `0`; a number greater than 0 and of at most 100 was expected. > Write a number greater than 0 and of at most 100, or remove the key.',
    ],
  ],
  [
    'a negative weight',
    but('why.yaml', 'quick: true', 'weight: -1'),
    [
      'why.yaml 24:15 /practice/questions/0/weight > `weight` holds the number `-1`; a number greater than 0 and of at most 100 was expected. > Write a number greater than 0 and of at most 100, or remove the key.',
    ],
  ],
  [
    'a missing band',
    but('why.yaml', band('2'), band('1')),
    [
      'why.yaml 18:7 /practice/questions/0/recommendations > Level 1 has 2 recommendations. > Give the levels 0 to 3 exactly one recommendation each.',
      'why.yaml 18:7 /practice/questions/0/recommendations > Nothing is recommended at level 2. > Give the levels 0 to 3 exactly one recommendation each.',
    ],
  ],
  [
    'a band twice',
    but('why.yaml', band('3'), band('2, 3')),
    [
      'why.yaml 18:7 /practice/questions/0/recommendations > Level 2 has 2 recommendations. > Give the levels 0 to 3 exactly one recommendation each.',
    ],
  ],
  [
    'may not apply without reasons',
    but('habit.yaml', '      notApplicableReasons: [too-new]\n', ''),
    [
      'habit.yaml 24:20 /practice/questions/0/mayNotApply > The question may not apply, but names no reason for which. > Add `notApplicableReasons`.',
    ],
  ],
  [
    'reasons without may not apply',
    but('habit.yaml', '      mayNotApply: true\n', ''),
    [
      'habit.yaml 24:7 /practice/questions/0/notApplicableReasons > The question names reasons for which it does not apply, but always applies. > Add `mayNotApply: true`, or remove the reasons.',
    ],
  ],
  [
    'a pattern that asks for too much',
    but('patterns.yaml', 'atMost: 1', 'below: 0'),
    [
      'patterns.yaml 6:5 /patterns/0/when > No answers could ever set off the pattern `all-talk`. > Mend its condition: a value has 0 to 4 levels, balance -4 to 4.',
    ],
  ],
  [
    'a pattern that contradicts itself',
    but('patterns.yaml', 'value: how.daily.seen, atMost', 'value: why, atMost'),
    [
      'patterns.yaml 6:5 /patterns/0/when > No answers could ever set off the pattern `all-talk`. > Mend its condition: a value has 0 to 4 levels, balance -4 to 4.',
    ],
  ],
  [
    'a pattern that compares nothing',
    but('patterns.yaml', '{value: why, atLeast: 3}', '{value: why}'),
    [
      'patterns.yaml 6:5 /patterns/0/when > No answers could ever set off the pattern `all-talk`. > Mend its condition: a value has 0 to 4 levels, balance -4 to 4.',
    ],
  ],
];

/** An overlay over the small model: its identity, and files with what they change or add. */
const overlay = (...files: readonly string[]): Texts => ({
  'model.yaml': `${top}model: {id: mine, version: 1.0.0, title: Mine, language: en, extends: small@2}\n`,
  ...Object.fromEntries(files.map((text, index) => [`part-${index + 1}.yaml`, `${top}${text}`])),
});

const overlays: readonly Row[] = [
  [
    'extends a model that is not there',
    { 'model.yaml': `${top}model: {id: mine, version: 1.0.0, title: Mine, language: en, extends: tall@2}` },
    ['model.yaml 3:71 /model/extends > There is no model `tall@2` to extend. > Extend `small@2`.'],
  ],
  [
    'extends another major version',
    { 'model.yaml': `${top}model: {id: mine, version: 1.0.0, title: Mine, language: en, extends: small@1}` },
    ['model.yaml 3:71 /model/extends > There is no model `small@1` to extend. > Extend `small@2`.'],
  ],
  [
    'scoring of its own',
    overlay((smallTexts['model.yaml'] ?? '').slice(scoringAt, elementsAt)),
    [
      'part-1.yaml 3:1 /scoring > A model that extends another one has no `scoring` of its own. > Say what changes under `changes.scoring`.',
    ],
  ],
  [
    'elements of its own',
    overlay('elements: [{id: why, name: Why, asks: why, about: Why., position: bookend}]'),
    [
      'part-1.yaml 3:1 /elements > A model that extends another one has no `elements` of its own. > Say what changes under `changes.elements`.',
    ],
  ],
  [
    'changes an unknown element',
    overlay('changes: {elements: {hwo: {name: How}}}'),
    [
      'part-1.yaml 3:22 /changes/elements/hwo > There is no element `hwo` in the model that is extended. > Did you mean `how`?',
    ],
  ],
  [
    'changes an unknown block',
    overlay('changes: {elements: {how: {blocks: {habits: {name: Habits}}}}}'),
    [
      'part-1.yaml 3:37 /changes/elements/how/blocks/habits > There is no block `habits` in the model that is extended. > Did you mean `habit`?',
    ],
  ],
  [
    'changes an unknown practice',
    overlay('changes: {practices: {weekly: {target: 50}}}'),
    [
      'part-1.yaml 3:23 /changes/practices/weekly > There is no practice `weekly` in the model that is extended. > Use one of: purpose, daily, trained.',
    ],
  ],
  [
    'changes an unknown question',
    overlay('changes: {questions: {how.daily.sene: {weight: 2}}}'),
    [
      'part-1.yaml 3:23 /changes/questions/how.daily.sene > There is no question `how.daily.sene` in the model that is extended. > Did you mean `how.daily.seen`?',
    ],
  ],
  [
    'changes an unknown pattern',
    overlay('changes: {patterns: {all-tlak: {name: Talk}}}'),
    [
      'part-1.yaml 3:22 /changes/patterns/all-tlak > There is no pattern `all-tlak` in the model that is extended. > Did you mean `all-talk`?',
    ],
  ],
  [
    'changes an unknown reason',
    overlay('changes: {notApplicableReasons: {too-old: Old.}}'),
    [
      'part-1.yaml 3:34 /changes/notApplicableReasons/too-old > There is no reason `too-old` in the model that is extended. > Use one of: too-new, too-small.',
    ],
  ],
  [
    'changes a question in two files',
    overlay(
      'changes: {questions: {how.daily.seen: {weight: 2}}}',
      'changes: {questions: {how.daily.seen: {weight: 3}}}',
    ),
    [
      'part-2.yaml 3:23 /changes/questions/how.daily.seen > `how.daily.seen` is already changed in part-1.yaml. > Change it in one place.',
    ],
  ],
  [
    'changes an element, a practice and a pattern in two files',
    overlay(
      'changes: {elements: {why: {name: A}}, practices: {daily: {name: A}}, patterns: {all-talk: {name: A}}}',
      'changes: {elements: {why: {name: B}}, practices: {daily: {name: B}}, patterns: {all-talk: {name: B}}}',
    ),
    [
      'part-2.yaml 3:22 /changes/elements/why > `why` is already changed in part-1.yaml. > Change it in one place.',
      'part-2.yaml 3:51 /changes/practices/daily > `daily` is already changed in part-1.yaml. > Change it in one place.',
      'part-2.yaml 3:81 /changes/patterns/all-talk > `all-talk` is already changed in part-1.yaml. > Change it in one place.',
    ],
  ],
  [
    'changes a number of the scoring, a reason and a word in two files',
    overlay(
      'changes: {scoring: {target: 80, planSize: 2}, notApplicableReasons: {too-new: A.}}\nwords: {role.leader: A}',
      'changes: {scoring: {target: 60}, notApplicableReasons: {too-new: B.}}\nwords: {role.leader: B}',
    ),
    [
      'part-2.yaml 3:21 /changes/scoring/target > `target` is already changed in part-1.yaml. > Change it in one place.',
      'part-2.yaml 3:57 /changes/notApplicableReasons/too-new > `too-new` is already changed in part-1.yaml. > Change it in one place.',
      'part-2.yaml 4:9 /words/role.leader > `role.leader` is already said in part-1.yaml. > Say it in one place.',
    ],
  ],
  [
    'removes what is not there',
    overlay('changes: {remove: {questions: [how.daily.sen], practices: [dayly], patterns: [talk-all]}}'),
    [
      'part-1.yaml 3:32 /changes/remove/questions/0 > There is no question `how.daily.sen` in the model that is extended. > Did you mean `how.daily.seen`?',
      'part-1.yaml 3:60 /changes/remove/practices/0 > There is no practice `dayly` in the model that is extended. > Did you mean `daily`?',
      'part-1.yaml 3:79 /changes/remove/patterns/0 > There is no pattern `talk-all` in the model that is extended. > Use one of: all-talk.',
    ],
  ],
  [
    'removes something twice',
    overlay('changes: {remove: {patterns: [all-talk, all-talk]}}'),
    [
      'part-1.yaml 3:41 /changes/remove/patterns/1 > `all-talk` is already taken out in part-1.yaml. > Keep one of the two.',
    ],
  ],
  [
    'removes a practice that another one needs',
    overlay('changes: {remove: {practices: [purpose]}}'),
    [
      'part-1.yaml 3:32 /changes/remove/practices/0 > `purpose` is taken out, but `daily` still names it. > Change or take out `daily` too.',
    ],
  ],
  [
    'removes a practice that a pattern names',
    overlay('changes: {practices: {trained: {dependsOn: []}}, remove: {practices: [daily]}}'),
    [
      'part-1.yaml 3:71 /changes/remove/practices/0 > `daily` is taken out, but `all-talk` still names it. > Change or take out `all-talk` too.',
      'part-1.yaml 3:71 /changes/remove/practices/0 > `how.daily.seen` is taken out, but `all-talk` still names it. > Change or take out `all-talk` too.',
    ],
  ],
  [
    'removes a question that a pattern names',
    overlay('changes: {remove: {questions: [how.daily.seen]}}'),
    [
      'part-1.yaml 3:32 /changes/remove/questions/0 > `how.daily.seen` is taken out, but `all-talk` still names it. > Change or take out `all-talk` too.',
    ],
  ],
  [
    'removes a question and uses its id again',
    overlay(
      `changes:\n  remove: {patterns: [all-talk], questions: [how.daily.seen]}\n  practices:\n   daily:\n    addQuestions:\n${questionText('seen')}`,
    ),
    [
      'part-1.yaml 8:11 /changes/practices/daily/addQuestions/0/id > The question id `how.daily.seen` is taken out in part-1.yaml and used again. > Choose an id that was never used: answers to the other one would count for it.',
    ],
  ],
  [
    'removes a practice and uses its id again',
    overlay(
      'changes: {remove: {patterns: [all-talk], practices: [daily]}}',
      'practice: {id: daily, element: why, order: 2, name: Daily, about: Another thing.}',
    ),
    [
      'part-2.yaml 3:16 /practice/id > The practice id `daily` is taken out in part-1.yaml and used again. > Choose an id that was never used: answers to the other one would count for it.',
    ],
  ],
  [
    'changes and removes the same',
    overlay(
      'changes: {remove: {questions: [how.trained.shown]}, questions: {how.trained.shown: {weight: 2}}}',
    ),
    [
      'part-1.yaml 3:32 /changes/remove/questions/0 > `how.trained.shown` is already changed in part-1.yaml. > Change it in one place.',
    ],
  ],
  [
    'removes in one file what the next one changes',
    overlay(
      'changes: {remove: {questions: [how.trained.shown]}}',
      'changes: {questions: {how.trained.shown: {weight: 2}}}',
    ),
    [
      'part-2.yaml 3:23 /changes/questions/how.trained.shown > `how.trained.shown` is already taken out in part-1.yaml. > Keep one of the two.',
    ],
  ],
  [
    'adds what is there',
    overlay(
      'practice: {id: daily, element: why, order: 2, name: Daily, about: Again.}',
      "sources: [{id: study, finding: No., reference: 'Another, 2002', established: read}]",
    ),
    [
      'part-1.yaml 3:16 /practice/id > The practice id `daily` is already used by the model that is extended. > Give each its own id, or change the other one.',
      'part-2.yaml 3:16 /sources/0/id > The source id `study` is already used by the model that is extended. > Give each its own id, or change the other one.',
    ],
  ],
  [
    'adds a retired id',
    overlay('practice: {id: old-habit, element: why, order: 2, name: Old, about: Again.}'),
    [
      'part-1.yaml 3:16 /practice/id > The practice id `old-habit` was retired in 2.0.0: It asked two things. > Choose an id that was never used.',
    ],
  ],
  [
    'makes a circle',
    overlay('changes: {practices: {purpose: {dependsOn: [trained]}}}'),
    [
      'part-1.yaml 3:33 /changes/practices/purpose/dependsOn > These practices each need the next one built first: purpose → trained → daily → purpose. > Take one of the dependencies out.',
    ],
  ],
  [
    'takes a band out',
    overlay(
      'changes: {questions: {why.purpose.heard: {recommendations: [{levels: [0, 1], do: A., owner: B, effort: C., days30: D., days60: E., days90: F., effectAfter: G., evidenceOfDone: H., successMeasure: I.}]}}}',
    ),
    [
      'part-1.yaml 3:43 /changes/questions/why.purpose.heard/recommendations > Nothing is recommended at level 2. > Give the levels 0 to 3 exactly one recommendation each.',
      'part-1.yaml 3:43 /changes/questions/why.purpose.heard/recommendations > Nothing is recommended at level 3. > Give the levels 0 to 3 exactly one recommendation each.',
    ],
  ],
  [
    'a question that may not apply any more, without reasons',
    overlay('changes: {questions: {why.purpose.heard: {mayNotApply: true}}}'),
    [
      'part-1.yaml 3:56 /changes/questions/why.purpose.heard/mayNotApply > The question may not apply, but names no reason for which. > Add `notApplicableReasons`.',
    ],
  ],
  [
    'an unknown word',
    overlay('words: {role.leadr: Boss}'),
    [
      'part-1.yaml 3:9 /words/role.leadr > Nothing in the tool says `role.leadr`. > Did you mean `role.leader`?',
    ],
  ],
  [
    'an unknown word far from all',
    overlay('words: {other.thing: Boss}'),
    ['part-1.yaml 3:9 /words/other.thing > Nothing in the tool says `other.thing`. > Remove it.'],
  ],
  [
    'a word without its place',
    overlay('words: {interview.saved: Saved.}'),
    [
      'part-1.yaml 3:26 /words/interview.saved > `{file}` is missing. > Put it where the tool is to fill it in.',
    ],
  ],
  [
    'a word with a strange place',
    overlay("words: {interview.saved: 'Saved in {fiel}.'}"),
    [
      'part-1.yaml 3:26 /words/interview.saved > Nothing is filled in for `{fiel}` here. > Use `{file}`.',
      'part-1.yaml 3:26 /words/interview.saved > `{file}` is missing. > Put it where the tool is to fill it in.',
    ],
  ],
  [
    'a word with a place that takes none',
    overlay("words: {role.leader: 'Leader {name}'}"),
    ['part-1.yaml 3:22 /words/role.leader > Nothing is filled in for `{name}` here. > Remove it.'],
  ],
  [
    'a pattern that nothing sets off',
    overlay(
      'patterns: [{id: never, name: Never, when: {all: [{value: balance, atLeast: 1}, {value: balance, below: 1}]}, means: It is., firstMove: Do it., practices: [daily]}]',
    ),
    [
      'part-1.yaml 3:37 /patterns/0/when > No answers could ever set off the pattern `never`. > Mend its condition: a value has 0 to 4 levels, balance -4 to 4.',
    ],
  ],
  [
    'a pattern that nothing sets off inside another',
    overlay(
      'patterns: [{id: never, name: Never, when: {any: [{all: [{value: why, below: 0}]}, {all: [{all: [{value: how, atLeast: 3}]}, {value: how, atMost: 2}]}]}, means: It is., firstMove: Do it., practices: [daily]}]',
    ),
    [
      'part-1.yaml 3:37 /patterns/0/when > No answers could ever set off the pattern `never`. > Mend its condition: a value has 0 to 4 levels, balance -4 to 4.',
    ],
  ],
  [
    'sellers who answer higher than their leaders',
    overlay(
      'patterns: [{id: private, name: Private, when: {difference: how.daily.seen, atMost: -1}, means: It is., firstMove: Do it., practices: [daily]}]',
    ),
    [],
  ],
  [
    'everything at once',
    overlay(
      'changes:\n  practices: {weekly: {target: 50}, daily: {dependsOn: [none]}}\n  questions: {why.purpose.heard: {sources: [no]}}\n  remove: {patterns: [none]}\nwords: {role.leadr: Boss}',
    ),
    [
      'part-1.yaml 4:15 /changes/practices/weekly > There is no practice `weekly` in the model that is extended. > Use one of: purpose, daily, trained.',
      'part-1.yaml 4:57 /changes/practices/daily/dependsOn/0 > There is no practice `none`. > Use one of: purpose, daily, trained.',
      'part-1.yaml 5:45 /changes/questions/why.purpose.heard/sources/0 > There is no source `no`. > Use one of: study.',
      'part-1.yaml 6:23 /changes/remove/patterns/0 > There is no pattern `none` in the model that is extended. > Use one of: all-talk.',
      'part-1.yaml 7:9 /words/role.leadr > Nothing in the tool says `role.leadr`. > Did you mean `role.leader`?',
    ],
  ],
];

describe('a complete model', () => {
  it('loads where nothing is wrong', () => {
    expect(faults(smallTexts)).toEqual([]);
  });

  it.each(complete)('%s', (_name, texts, expected) => {
    expect(faults(texts)).toEqual(expected);
  });

  it('reports the faults of all files at once, in order of file and place', () => {
    const texts = mend(
      mend(but('why.yaml', '[study]', '[studie]'), 'habit.yaml', '[purpose]', '[purpos]'),
      'model.yaml',
      '{id: too-small,',
      '{id: too-new,',
    );
    expect(faults(texts)).toEqual([
      'habit.yaml 10:15 /practice/dependsOn/0 > There is no practice `purpos`. > Did you mean `purpose`?',
      'model.yaml 30:10 /notApplicableReasons/1/id > The reason id `too-new` is already used in model.yaml. > Give each its own id, or change the other one.',
      'why.yaml 23:17 /practice/questions/0/sources/0 > There is no source `studie`. > Did you mean `study`?',
    ]);
  });

  it('reports every file that cannot be read, before anything is looked up between files', () => {
    const texts = mend(but('why.yaml', 'order: 1', 'ordr: 1'), 'habit.yaml', 'order: 1', 'order: one');
    expect(faults(texts).map((text) => text.split(' > ')[0])).toEqual([
      'habit.yaml 7:10 /practice/order',
      'why.yaml 6:3 /practice/ordr',
    ]);
  });

  it('has its own words, and those of the shipped model for the rest', () => {
    const texts = but('sources.yaml', '  role.leader: Leader\n', '');
    expect(mustLoad(texts, small).words).toEqual(small.words);
    expect(mustLoad(mend(smallTexts, 'sources.yaml', 'Leader', 'Boss'), small).words['role.leader']).toBe(
      'Boss',
    );
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

  it('is put in sequence by element, block and order, whatever the files are called', () => {
    const renamed = Object.fromEntries(
      Object.entries(smallTexts).map(([name, text]) => [`${9 - name.length}-${name}`, text]),
    );
    expect(mustLoad(renamed).practices.map(({ id }) => id)).toEqual(['purpose', 'daily', 'trained']);
  });
});

describe('an overlay', () => {
  it.each(overlays)('%s', (_name, texts, expected) => {
    expect(faults(texts, small)).toEqual(expected);
  });

  it('may be empty, and is the model that it extends under its own name', () => {
    const { digest, ...mine } = mustLoad(overlay(), small);
    const { digest: before, ...base } = small;
    expect(mine).toEqual({
      ...base,
      id: 'mine',
      version: '1.0.0',
      title: 'Mine',
      extends: { id: 'small', version: '2.1.0' },
    });
    expect(digest).not.toBe(before);
  });

  it('cannot extend anything while there is no shipped model', () => {
    expect(faults(overlay())).toEqual([
      'model.yaml 3:71 /model/extends > There is no model `small@2` to extend. > Remove `extends`.',
    ]);
  });

  it('adds a practice, with what it needs, in its place', () => {
    const added = `practice:
  id: weekly
  element: how
  block: habit
  order: 0
  weight: 3
  target: 50
  name: Weekly
  about: Every week.
  dependsOn: [purpose]
  questions:
${questionText('met', 'sources: [other]')}sources:
  - {id: other, finding: It helps., reference: 'Another, 2002', established: second-hand}
`;
    const mine = mustLoad(overlay(added), small);
    expect(mine.practices.map(({ id }) => id)).toEqual(['purpose', 'weekly', 'daily', 'trained']);
    expect(mine.practices[1]).toMatchObject({
      weight: 3,
      target: 50,
      questions: [{ id: 'how.weekly.met', block: 'habit' }],
    });
    expect(mine.practices.filter(({ id }) => id !== 'weekly')).toEqual(small.practices);
    expect(mine.sources.map(({ id }) => id)).toEqual(['study', 'other']);
  });

  it('adds a question at the end of a practice', () => {
    const text = `changes:\n  practices:\n   purpose:\n    addQuestions:\n${questionText('felt')}`;
    const [purpose, ...rest] = mustLoad(overlay(text), small).practices;
    expect(purpose?.questions.map(({ id }) => id)).toEqual(['why.purpose.heard', 'why.purpose.felt']);
    expect(purpose?.questions[0]).toEqual(small.practices[0]?.questions[0]);
    expect(purpose?.questions[1]).toMatchObject({
      element: 'why',
      practice: 'purpose',
      evidenceMaxAge: 'P12M',
      quick: false,
    });
    expect(rest).toEqual(small.practices.slice(1));
  });

  it('rewords one role and leaves the others', () => {
    const text =
      "changes: {questions: {why.purpose.heard: {ask: {seller: 'What is it for?', manager: 'What do yours say?'}, why: It sells.}}}";
    const before = small.practices[0]?.questions[0];
    expect(mustLoad(overlay(text), small).practices[0]?.questions[0]).toEqual({
      ...before,
      ask: { leader: before?.ask.leader, seller: 'What is it for?', manager: 'What do yours say?' },
      why: 'It sells.',
    });
  });

  it('reweights and sets targets', () => {
    const text =
      'changes: {elements: {how: {blocks: {skill: {weight: 2}}}}, practices: {daily: {weight: 3, target: 50}}, questions: {how.daily.seen: {weight: 4}}}';
    const mine = mustLoad(overlay(text), small);
    expect(mine.elements[1]?.blocks).toEqual([
      { id: 'habit', name: 'Habit', weight: 1 },
      { id: 'skill', name: 'Skill', weight: 2 },
    ]);
    expect(mine.practices[1]).toMatchObject({ weight: 3, target: 50, questions: [{ weight: 4 }] });
    expect(mine.practices[2]).toEqual(small.practices[2]);
  });

  it('removes a pattern, a question and a practice with its questions', () => {
    const text =
      'changes: {remove: {patterns: [all-talk], questions: [how.daily.seen], practices: [trained]}}';
    const mine = mustLoad(overlay(text), small);
    expect(mine.patterns).toEqual([]);
    expect(mine.practices.map(({ id, questions }) => [id, questions.length])).toEqual([
      ['purpose', 1],
      ['daily', 0],
    ]);
  });

  it('changes thresholds and leaves the targets that the base has given', () => {
    const mine = mustLoad(
      overlay(
        'changes: {scoring: {inPlaceAt: 70, evidenceCaps: {none: 1, declaration: 1, affirmation: 2, artifact: 4}}}',
      ),
      small,
    );
    expect(mine.scoring).toEqual({
      ...small.scoring,
      inPlaceAt: 70,
      evidenceCaps: { none: 1, declaration: 1, affirmation: 2, artifact: 4 },
    });
    expect(mine.practices).toEqual(small.practices);
  });

  it('replaces recommendations and levels whole', () => {
    const bands = [[0, 1, 2, 3]].map(
      (levels) =>
        `{levels: [${levels.join(', ')}], do: Mine., owner: Me, effort: 1 day (estimate), days30: A., days60: B., days90: C., effectAfter: 1 day (estimate), evidenceOfDone: D., successMeasure: E.}`,
    );
    const mine = mustLoad(
      overlay(
        `changes: {questions: {how.trained.shown: {recommendations: [${bands.join(', ')}], levels: [A., B., C., D., E.]}}}`,
      ),
      small,
    );
    const question = mine.practices[2]?.questions[0];
    expect(question?.recommendations.map(({ levels, do: act }) => [levels, act])).toEqual([
      [[0, 1, 2, 3], 'Mine.'],
    ]);
    expect(question?.levels).toEqual(['A.', 'B.', 'C.', 'D.', 'E.']);
  });

  it('lets a question apply to everybody, which needs no reasons any more', () => {
    const mine = mustLoad(overlay('changes: {questions: {how.daily.seen: {mayNotApply: false}}}'), small);
    expect(mine.practices[1]?.questions[0]).toMatchObject({ mayNotApply: false, notApplicableReasons: [] });
  });

  it('changes a pattern and leaves the rest of it', () => {
    const mine = mustLoad(
      overlay('changes: {patterns: {all-talk: {name: Talk, when: {value: why, atLeast: 2}}}}'),
      small,
    );
    expect(mine.patterns).toEqual([
      { ...small.patterns[0], name: 'Talk', when: { value: 'why', atLeast: 2 } },
    ]);
  });

  it('translates names, reasons and words', () => {
    const mine = mustLoad(
      overlay(
        "changes: {elements: {why: {name: Warum, asks: warum}}, practices: {purpose: {name: Zweck}}, notApplicableReasons: {too-new: Zu neu.}}\nwords: {interview.saved: 'Gesichert in {file}.'}",
      ),
      small,
    );
    expect(mine.elements[0]).toEqual({ ...small.elements[0], name: 'Warum', asks: 'warum' });
    expect(mine.practices[0]?.name).toBe('Zweck');
    expect(mine.notApplicableReasons).toEqual([
      { id: 'too-new', means: 'Zu neu.' },
      { id: 'too-small', means: 'It is too small.' },
    ]);
    expect(mine.words).toEqual({ ...small.words, 'interview.saved': 'Gesichert in {file}.' });
  });
});

describe('the digest', () => {
  it.each<[string, Texts]>([
    ['a comment', but('why.yaml', 'practice:', '# why\npractice: # because')],
    ['blank lines and quotes', but('why.yaml', '  element: why\n', '\n  element: "why"\n\n')],
    [
      'block style instead of flow style',
      but('habit.yaml', 'dependsOn: [purpose]', 'dependsOn:\n    - purpose'),
    ],
    [
      'keys in another order',
      but('skill.yaml', '  element: how\n  block: skill\n', '  block: skill\n  element: how\n'),
    ],
    ['a default written out', but('skill.yaml', '  order: 1\n', '  order: 1\n  weight: 1\n')],
  ])('does not change with %s', (_name, texts) => {
    expect(mustLoad(texts).digest).toBe(small.digest);
  });

  it.each<[string, Texts]>([
    ['a word', but('why.yaml', 'Why it is done.', 'Why it is done!')],
    ['a weight', but('why.yaml', 'order: 1', 'order: 1\n  weight: 2')],
    ['a threshold', but('model.yaml', 'inPlaceAt: 62.5', 'inPlaceAt: 62')],
    ['the version', but('model.yaml', '2.1.0', '2.1.1')],
    ['a source', but('sources.yaml', 'It helps.', 'It may help.')],
    ['a word of the interview', but('sources.yaml', 'Leader', 'Boss')],
  ])('changes with %s', (_name, texts) => {
    expect(mustLoad(texts).digest).not.toBe(small.digest);
  });
});

describe('lintModel', () => {
  /** The faults in the words of a model that loads, each as `file line:column path > message`. */
  function lint(texts: Texts, shipped?: Model): string[] {
    const loaded = load(texts, shipped);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.findings));
    return lintModel(loaded.draft).map(
      ({ file, line, column, path, message }) => `${file} ${line}:${column} ${path} > ${message}`,
    );
  }

  it('finds nothing where nothing is wrong', () => expect(lint(smallTexts)).toEqual([]));

  it.each<[string, Texts, string[]]>([
    [
      'a vague level',
      but('why.yaml', 'One of five knows.', 'They mostly know.'),
      ['why.yaml 15:31 /practice/questions/0/levels/1 > Two readers can mean different things by "mostly".'],
    ],
    [
      'an effort that is no estimate',
      but('why.yaml', 'effort: 1 day (estimate)', 'effort: 1 day'),
      [
        'why.yaml 19:66 /practice/questions/0/recommendations/0/effort > An effort or a time is an estimate and has to say so.',
      ],
    ],
    [
      'an ask that is no sentence',
      but('habit.yaml', "last happen?'", "last happen'"),
      ['habit.yaml 13:21 /practice/questions/0/ask/leader > What is asked is a sentence.'],
    ],
  ])('%s', (_name, texts, expected) => {
    expect(lint(texts)).toEqual(expected);
  });

  it('looks only at what an overlay gives itself, in its own language', () => {
    const german = (text: string): Texts => mend(overlay(text), 'model.yaml', 'language: en', 'language: de');
    expect(lint(german('changes: {questions: {why.purpose.heard: {weight: 2}}}'), small)).toEqual([]);
    expect(
      lint(
        german(
          "changes: {questions: {why.purpose.heard: {ask: {leader: 'Wozu'}, levels: [Keiner weiß es., Einer weiß es., Meist wissen es drei., Vier wissen es., Alle wissen es.]}}}",
        ),
        small,
      ),
    ).toEqual([
      'part-1.yaml 3:57 /changes/questions/why.purpose.heard/ask/leader > What is asked is a sentence.',
      'part-1.yaml 3:108 /changes/questions/why.purpose.heard/levels/2 > Two readers can mean different things by "meist".',
    ]);
  });
});
