/** Longer than 200 lines: overlays that are wrong in one place each. */
import { describe, expect, it } from 'vitest';
import {
  type Texts,
  findFaults,
  mustLoad,
  makeOverlay,
  makeQuestionText,
  smallTexts,
  top,
} from '../../support/model/small-model.ts';

const small = await mustLoad(smallTexts);

type Row = readonly [name: string, texts: Texts, findings: readonly string[]];

const overlays: readonly Row[] = [
  [
    'extends an unknown model',
    { 'model.yaml': `${top}model: {id: mine, version: 1.0.0, title: Mine, language: en, extends: tall@2}` },
    [
      'model.yaml 3:71 /model/extends > There is no model `tall@2` to extend. > Name the model `tall` before this one. Or extend `small@2`.',
    ],
  ],
  [
    'extends another major version',
    { 'model.yaml': `${top}model: {id: mine, version: 1.0.0, title: Mine, language: en, extends: small@1}` },
    ['model.yaml 3:71 /model/extends > There is no model `small@1` to extend. > Extend `small@2`.'],
  ],
  [
    'scoring of its own',
    makeOverlay(/^scoring:[^]*?(?=^elements:)/m.exec(smallTexts['model.yaml'] ?? '')?.[0] ?? ''),
    [
      'part-1.yaml 3:1 /scoring > A model that extends another one has no `scoring` of its own. > Say what changes under `changes.scoring`.',
    ],
  ],
  [
    'elements of its own',
    makeOverlay('elements: [{id: why, name: Why, asks: why, about: Why., position: bookend}]'),
    [
      'part-1.yaml 3:1 /elements > A model that extends another one has no `elements` of its own. > Say what changes under `changes.elements`.',
    ],
  ],
  [
    'changes an unknown element',
    makeOverlay('changes: {elements: {hwo: {name: How}}}'),
    [
      'part-1.yaml 3:22 /changes/elements/hwo > There is no element `hwo` in the extended model. > Did you mean `how`?',
    ],
  ],
  [
    'changes an unknown block',
    makeOverlay('changes: {elements: {how: {blocks: {habits: {name: Habits}}}}}'),
    [
      'part-1.yaml 3:37 /changes/elements/how/blocks/habits > There is no block `habits` in the extended model. > Did you mean `habit`?',
    ],
  ],
  [
    'changes an unknown practice',
    makeOverlay('changes: {practices: {weekly: {target: 50}}}'),
    [
      'part-1.yaml 3:23 /changes/practices/weekly > There is no practice `weekly` in the extended model. > Use one of: purpose, daily, trained.',
    ],
  ],
  [
    'changes an unknown question',
    makeOverlay('changes: {questions: {how.daily.sene: {weight: 2}}}'),
    [
      'part-1.yaml 3:23 /changes/questions/how.daily.sene > There is no question `how.daily.sene` in the extended model. > Did you mean `how.daily.seen`?',
    ],
  ],
  [
    'changes an unknown pattern',
    makeOverlay('changes: {patterns: {all-tlak: {name: Talk}}}'),
    [
      'part-1.yaml 3:22 /changes/patterns/all-tlak > There is no pattern `all-tlak` in the extended model. > Did you mean `all-talk`?',
    ],
  ],
  [
    'changes an unknown reason',
    makeOverlay('changes: {notApplicableReasons: {too-old: Old.}}'),
    [
      'part-1.yaml 3:34 /changes/notApplicableReasons/too-old > There is no reason `too-old` in the extended model. > Use one of: too-new, too-small.',
    ],
  ],
  [
    'changes a question in two files',
    makeOverlay(
      'changes: {questions: {how.daily.seen: {weight: 2}}}',
      'changes: {questions: {how.daily.seen: {weight: 3}}}',
    ),
    [
      'part-2.yaml 3:23 /changes/questions/how.daily.seen > `how.daily.seen` is already changed in part-1.yaml. > Change it in one place.',
    ],
  ],
  [
    'changes an element, a practice and a pattern in two files',
    makeOverlay(
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
    'changes the scale in two files',
    makeOverlay(
      'changes: {scale: {instruction: A., windows: [{says: in the last month, means: B.}]}}',
      'changes: {scale: {instruction: C.}}',
    ),
    [
      'part-2.yaml 3:19 /changes/scale/instruction > `instruction` is already changed in part-1.yaml. > Change it in one place.',
    ],
  ],
  [
    'changes a number of the scoring, a reason and a message in two files',
    makeOverlay(
      'changes: {scoring: {target: 80, planSize: 2}, notApplicableReasons: {too-new: A.}}\nmessages: {role.leader: A}',
      'changes: {scoring: {target: 60}, notApplicableReasons: {too-new: B.}}\nmessages: {role.leader: B}',
    ),
    [
      'part-2.yaml 3:21 /changes/scoring/target > `target` is already changed in part-1.yaml. > Change it in one place.',
      'part-2.yaml 3:57 /changes/notApplicableReasons/too-new > `too-new` is already changed in part-1.yaml. > Change it in one place.',
      'part-2.yaml 4:12 /messages/role.leader > `role.leader` is already defined in part-1.yaml. > Define it in one place.',
    ],
  ],
  [
    'removes an unknown id',
    makeOverlay('changes: {remove: {questions: [how.daily.sen], practices: [dayly], patterns: [talk-all]}}'),
    [
      'part-1.yaml 3:32 /changes/remove/questions/0 > There is no question `how.daily.sen` in the extended model. > Did you mean `how.daily.seen`?',
      'part-1.yaml 3:60 /changes/remove/practices/0 > There is no practice `dayly` in the extended model. > Did you mean `daily`?',
      'part-1.yaml 3:79 /changes/remove/patterns/0 > There is no pattern `talk-all` in the extended model. > Use one of: all-talk.',
    ],
  ],
  [
    'removes something twice',
    makeOverlay('changes: {remove: {patterns: [all-talk, all-talk]}}'),
    [
      'part-1.yaml 3:41 /changes/remove/patterns/1 > `all-talk` is already removed in part-1.yaml. > Keep one of the two.',
    ],
  ],
  [
    'removes a practice that another one needs',
    makeOverlay('changes: {remove: {practices: [purpose]}}'),
    [
      'part-1.yaml 3:32 /changes/remove/practices/0 > `purpose` is removed, but `daily` still names it. > Change or remove `daily` too.',
    ],
  ],
  [
    'removes a practice that a pattern names',
    makeOverlay('changes: {practices: {trained: {dependsOn: []}}, remove: {practices: [daily]}}'),
    [
      'part-1.yaml 3:71 /changes/remove/practices/0 > `daily` is removed, but `all-talk` still names it. > Change or remove `all-talk` too.',
      'part-1.yaml 3:71 /changes/remove/practices/0 > `how.daily.seen` is removed, but `all-talk` still names it. > Change or remove `all-talk` too.',
    ],
  ],
  [
    'removes a question that a pattern names',
    makeOverlay('changes: {remove: {questions: [how.daily.seen]}}'),
    [
      'part-1.yaml 3:32 /changes/remove/questions/0 > `how.daily.seen` is removed, but `all-talk` still names it. > Change or remove `all-talk` too.',
    ],
  ],
  [
    'removes a question and uses its id again',
    makeOverlay(
      `changes:\n  remove: {patterns: [all-talk], questions: [how.daily.seen]}\n  practices:\n   daily:\n    addQuestions:\n${makeQuestionText('seen')}`,
    ),
    [
      'part-1.yaml 8:11 /changes/practices/daily/addQuestions/0/id > The question id `how.daily.seen` is removed in part-1.yaml and used again. > Choose an id that was never used: answers to the other one would count for it.',
    ],
  ],
  [
    'removes a practice and uses its id again',
    makeOverlay(
      'changes: {remove: {patterns: [all-talk], practices: [daily]}}',
      'practice: {id: daily, element: why, order: 2, name: Daily, about: Another thing.}',
    ),
    [
      'part-2.yaml 3:16 /practice/id > The practice id `daily` is removed in part-1.yaml and used again. > Choose an id that was never used: answers to the other one would count for it.',
    ],
  ],
  [
    'adds more practices than are read',
    makeOverlay(
      ...Array.from(
        { length: 498 },
        (_, index) =>
          `practice: {id: p${index}, element: why, order: ${index + 2}, name: P${index}, about: About., questions: []}`,
      ),
    ),
    [
      'part-99.yaml 3:11 /practice > The model has 501 practices; at most 500 are read. > Remove practices, or split the model.',
    ],
  ],
  [
    'changes and removes the same',
    makeOverlay(
      'changes: {remove: {questions: [how.trained.shown]}, questions: {how.trained.shown: {weight: 2}}}',
    ),
    [
      'part-1.yaml 3:32 /changes/remove/questions/0 > `how.trained.shown` is already changed in part-1.yaml. > Change it in one place.',
    ],
  ],
  [
    'removes in one file what the next one changes',
    makeOverlay(
      'changes: {remove: {questions: [how.trained.shown]}}',
      'changes: {questions: {how.trained.shown: {weight: 2}}}',
    ),
    [
      'part-2.yaml 3:23 /changes/questions/how.trained.shown > `how.trained.shown` is already removed in part-1.yaml. > Keep one of the two.',
    ],
  ],
  [
    'adds an existing id',
    makeOverlay(
      'practice: {id: daily, element: why, order: 2, name: Daily, about: Again.}',
      "sources: [{id: study, finding: No., reference: 'Another, 2002', established: read}]",
    ),
    [
      'part-1.yaml 3:16 /practice/id > The practice id `daily` is already used by the extended model. > Give each its own id, or change the other one.',
      'part-2.yaml 3:16 /sources/0/id > The source id `study` is already used by the extended model. > Give each its own id, or change the other one.',
    ],
  ],
  [
    'adds a retired id',
    makeOverlay('practice: {id: old-habit, element: why, order: 2, name: Old, about: Again.}'),
    [
      'part-1.yaml 3:16 /practice/id > The practice id `old-habit` was retired in 2.0.0: It asked two things. > Choose an id that was never used.',
    ],
  ],
  [
    'makes a cycle',
    makeOverlay('changes: {practices: {purpose: {dependsOn: [trained]}}}'),
    [
      'part-1.yaml 3:33 /changes/practices/purpose/dependsOn > These practices each need the next one built first: purpose → trained → daily → purpose. > Remove one of the dependencies.',
    ],
  ],
  [
    'removes a band',
    makeOverlay(
      'changes: {questions: {why.purpose.heard: {recommendations: [{levels: [0, 1], do: A., owner: B, effort: C., days30: D., days60: E., days90: F., effectAfter: G., evidenceOfDone: H., successMeasure: I.}]}}}',
    ),
    [
      'part-1.yaml 3:43 /changes/questions/why.purpose.heard/recommendations > Nothing is recommended at level 2. > Give the levels 0 to 3 exactly one recommendation each.',
      'part-1.yaml 3:43 /changes/questions/why.purpose.heard/recommendations > Nothing is recommended at level 3. > Give the levels 0 to 3 exactly one recommendation each.',
    ],
  ],
  [
    'makes a question not always apply, without reasons',
    makeOverlay('changes: {questions: {why.purpose.heard: {mayNotApply: true}}}'),
    [
      'part-1.yaml 3:56 /changes/questions/why.purpose.heard/mayNotApply > The question may not apply, but lists no reasons. > Add `notApplicableReasons`.',
    ],
  ],
  [
    'an unknown message',
    makeOverlay('messages: {role.leadr: Boss}'),
    [
      'part-1.yaml 3:12 /messages/role.leadr > There is no message `role.leadr`. > Did you mean `role.leader`?',
    ],
  ],
  [
    'an unknown message unlike any other',
    makeOverlay('messages: {other.thing: Boss}'),
    ['part-1.yaml 3:12 /messages/other.thing > There is no message `other.thing`. > Remove it.'],
  ],
  [
    'a message without its placeholder',
    makeOverlay('messages: {interview.saved: Saved.}'),
    [
      'part-1.yaml 3:29 /messages/interview.saved > `{file}` is missing. > Add it where the tool should insert the value.',
    ],
  ],
  [
    'a message with an unknown placeholder',
    makeOverlay("messages: {interview.saved: 'Saved in {fiel}.'}"),
    [
      'part-1.yaml 3:29 /messages/interview.saved > `{fiel}` is not a placeholder of this message. > Use `{file}`.',
      'part-1.yaml 3:29 /messages/interview.saved > `{file}` is missing. > Add it where the tool should insert the value.',
    ],
  ],
  [
    'a placeholder in a message that has none',
    makeOverlay("messages: {role.leader: 'Leader {name}'}"),
    ['part-1.yaml 3:25 /messages/role.leader > `{name}` is not a placeholder of this message. > Remove it.'],
  ],
  [
    'a pattern that nothing triggers',
    makeOverlay(
      'patterns: [{id: never, name: Never, when: {all: [{value: balance, atLeast: 1}, {value: balance, below: 1}]}, means: It is., firstMove: Do it., practices: [daily]}]',
    ),
    [
      'part-1.yaml 3:37 /patterns/0/when > No answers can trigger the pattern `never`. > Correct its condition: a value has 0 to 4 levels, balance -4 to 4.',
    ],
  ],
  [
    'a pattern with a nested condition that nothing satisfies',
    makeOverlay(
      'patterns: [{id: never, name: Never, when: {any: [{all: [{value: why, below: 0}]}, {all: [{all: [{value: how, atLeast: 3}]}, {value: how, atMost: 2}]}]}, means: It is., firstMove: Do it., practices: [daily]}]',
    ),
    [
      'part-1.yaml 3:37 /patterns/0/when > No answers can trigger the pattern `never`. > Correct its condition: a value has 0 to 4 levels, balance -4 to 4.',
    ],
  ],
  [
    'sellers who answer higher than their leaders',
    makeOverlay(
      'patterns: [{id: private, name: Private, when: {difference: how.daily.seen, atMost: -1}, means: It is., firstMove: Do it., practices: [daily]}]',
    ),
    [],
  ],
  [
    'everything at once',
    makeOverlay(
      'changes:\n  practices: {weekly: {target: 50}, daily: {dependsOn: [none]}}\n  questions: {why.purpose.heard: {sources: [no]}}\n  remove: {patterns: [none]}\nmessages: {role.leadr: Boss}',
    ),
    [
      'part-1.yaml 4:15 /changes/practices/weekly > There is no practice `weekly` in the extended model. > Use one of: purpose, daily, trained.',
      'part-1.yaml 4:57 /changes/practices/daily/dependsOn/0 > There is no practice `none`. > Use one of: purpose, daily, trained.',
      'part-1.yaml 5:45 /changes/questions/why.purpose.heard/sources/0 > There is no source `no`. > Use one of: study.',
      'part-1.yaml 6:23 /changes/remove/patterns/0 > There is no pattern `none` in the extended model. > Use one of: all-talk.',
      'part-1.yaml 7:12 /messages/role.leadr > There is no message `role.leadr`. > Did you mean `role.leader`?',
    ],
  ],
];

describe('an overlay', () => {
  it.each(overlays)('%s', async (_name, texts, expected) => {
    expect(await findFaults(texts, small)).toEqual(expected);
  });

  it('may be empty, and equals the extended model under its own name', async () => {
    const { digest, ...mine } = await mustLoad(makeOverlay(), small);
    const { digest: before, ...base } = small;
    expect(mine).toEqual({
      ...base,
      id: 'mine',
      version: '1.0.0',
      title: 'Mine',
      extends: [{ id: 'small', version: '2.1.0' }],
    });
    expect(digest).not.toBe(before);
  });

  it('cannot extend anything without a shipped model', async () => {
    expect(await findFaults(makeOverlay())).toEqual([
      'model.yaml 3:71 /model/extends > There is no model `small@2` to extend. > Remove `extends`.',
    ]);
  });

  it('adds a practice, with its prerequisites, in its place', async () => {
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
${makeQuestionText('met', 'sources: [other]')}sources:
  - {id: other, finding: It helps., reference: 'Another, 2002', established: second-hand}
`;
    const mine = await mustLoad(makeOverlay(added), small);
    expect(mine.practices.map(({ id }) => id)).toEqual(['purpose', 'weekly', 'daily', 'trained']);
    expect(mine.practices[1]).toMatchObject({
      weight: 3,
      target: 50,
      questions: [{ id: 'how.weekly.met', block: 'habit' }],
    });
    expect(mine.practices.filter(({ id }) => id !== 'weekly')).toEqual(small.practices);
    expect(mine.sources.map(({ id }) => id)).toEqual(['study', 'other']);
  });

  it('adds a question at the end of a practice', async () => {
    const text = `changes:\n  practices:\n   purpose:\n    addQuestions:\n${makeQuestionText('felt')}`;
    const [purpose, ...rest] = (await mustLoad(makeOverlay(text), small)).practices;
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

  it('rewords one role and leaves the others', async () => {
    const text =
      "changes: {questions: {why.purpose.heard: {ask: {seller: 'What is it for?', manager: 'What do yours say?'}, why: It sells.}}}";
    const before = small.practices[0]?.questions[0];
    expect((await mustLoad(makeOverlay(text), small)).practices[0]?.questions[0]).toEqual({
      ...before,
      ask: { leader: before?.ask.leader, seller: 'What is it for?', manager: 'What do yours say?' },
      why: 'It sells.',
    });
  });

  it('reweights and sets targets', async () => {
    const text =
      'changes: {elements: {how: {blocks: {skill: {weight: 2}}}}, practices: {daily: {weight: 3, target: 50}}, questions: {how.daily.seen: {weight: 4}}}';
    const mine = await mustLoad(makeOverlay(text), small);
    expect(mine.elements[1]?.blocks).toEqual([
      { id: 'habit', name: 'Habit', weight: 1 },
      { id: 'skill', name: 'Skill', weight: 2 },
    ]);
    expect(mine.practices[1]).toMatchObject({ weight: 3, target: 50, questions: [{ weight: 4 }] });
    expect(mine.practices[2]).toEqual(small.practices[2]);
  });

  it('removes a pattern, a question and a practice with its questions', async () => {
    const text =
      'changes: {remove: {patterns: [all-talk], questions: [how.daily.seen], practices: [trained]}}';
    const mine = await mustLoad(makeOverlay(text), small);
    expect(mine.patterns).toEqual([]);
    expect(mine.practices.map(({ id, questions }) => [id, questions.length])).toEqual([
      ['purpose', 1],
      ['daily', 0],
    ]);
  });

  it('changes thresholds and keeps the targets of the base', async () => {
    const mine = await mustLoad(
      makeOverlay(
        'changes: {scoring: {inPlaceAt: 70, evidenceCaps: {none: 1, instance: 1, declaration: 1, affirmation: 2, artifact: 4}}}',
      ),
      small,
    );
    expect(mine.scoring).toEqual({
      ...small.scoring,
      inPlaceAt: 70,
      evidenceCaps: { none: 1, instance: 1, declaration: 1, affirmation: 2, artifact: 4 },
    });
    expect(mine.practices).toEqual(small.practices);
  });

  it('replaces recommendations and levels as a whole', async () => {
    const own = ['A', 'B', 'C', 'D', 'E'];
    const bands = [[0, 1, 2, 3]].map(
      (levels) =>
        `{levels: [${levels.join(', ')}], do: Mine., owner: Me, effort: 1 day (estimate), days30: A., days60: B., days90: C., effectAfter: 1 day (estimate), evidenceOfDone: D., successMeasure: E.}`,
    );
    const mine = await mustLoad(
      makeOverlay(
        `changes: {questions: {how.trained.shown: {recommendations: [${bands.join(', ')}], levels: [${own.map((word) => `{label: ${word}, means: ${word}.}`).join(', ')}]}}}`,
      ),
      small,
    );
    const question = mine.practices[2]?.questions[0];
    expect(question?.recommendations.map(({ levels, do: act }) => [levels, act])).toEqual([
      [[0, 1, 2, 3], 'Mine.'],
    ]);
    expect(question?.levels.map(({ means }) => means)).toEqual(['A.', 'B.', 'C.', 'D.', 'E.']);
  });

  it('drops the reasons of a question that now applies to everybody', async () => {
    const mine = await mustLoad(
      makeOverlay('changes: {questions: {how.daily.seen: {mayNotApply: false}}}'),
      small,
    );
    expect(mine.practices[1]?.questions[0]).toMatchObject({ mayNotApply: false, notApplicableReasons: [] });
  });

  it('changes parts of a pattern', async () => {
    const mine = await mustLoad(
      makeOverlay('changes: {patterns: {all-talk: {name: Talk, when: {value: why, atLeast: 2}}}}'),
      small,
    );
    expect(mine.patterns).toEqual([
      { ...small.patterns[0], name: 'Talk', when: { value: 'why', atLeast: 2 } },
    ]);
  });

  it('translates names, reasons and messages', async () => {
    const mine = await mustLoad(
      makeOverlay(
        "changes: {elements: {why: {name: Warum, asks: warum}}, practices: {purpose: {name: Zweck}}, notApplicableReasons: {too-new: Zu neu.}}\nmessages: {interview.saved: 'Gesichert in {file}.'}",
      ),
      small,
    );
    expect(mine.elements[0]).toEqual({ ...small.elements[0], name: 'Warum', asks: 'warum' });
    expect(mine.practices[0]?.name).toBe('Zweck');
    expect(mine.notApplicableReasons).toEqual([
      { id: 'too-new', means: 'Zu neu.' },
      { id: 'too-small', means: 'It is too small.' },
    ]);
    expect(mine.messages).toEqual({ ...small.messages, 'interview.saved': 'Gesichert in {file}.' });
  });
});
