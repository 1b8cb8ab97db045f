import { describe, expect, it } from 'vitest';
import { loadShippedModel } from '#app/model/shipped-model.ts';
import type { Question, WordingRules } from '#domain/model.ts';
import { makeWordingChecker } from '#document/model/wording.ts';
import { makeOneElementModel } from '../../support/model/make-model.ts';

const english = (await loadShippedModel()).wording['en'];

const levels = [
  { label: 'No one', means: 'Nobody knows.' },
  { label: 'A few', means: 'One of five knows.' },
  { label: 'Some know', means: 'Three of five know.' },
  { label: 'Most know', means: 'Four of five know.' },
  { label: 'All of them', means: 'All know.' },
];

const windows = [{ says: 'this quarter', means: 'The last three months.' }];

function questionWith(more: Partial<Question>): Question {
  const model = makeOneElementModel([
    { id: 'p', questions: [{ guessFor: ['leader'], ...more, levels: more.levels ?? levels, id: 'q' }] },
  ]);
  const question = model.practices[0]?.questions[0];
  if (question === undefined) throw new Error('The model has no question.');
  return question;
}

/** Returns the faults of a question, each as `path > message`. */
function faults(more: Partial<Question>, rules: WordingRules | undefined = english): string[] {
  return makeWordingChecker(
    rules,
    windows,
  )(questionWith(more)).map(({ path, message }) => `${path.join('/')} > ${message}`);
}

const withLevel = (level: number, text: string): Partial<Question> => ({
  levels: levels.map((other, index) => (index === level ? { ...other, means: text } : other)),
});

const vague = (level: number, word: string): string =>
  `levels/${level}/means > Two readers can mean different things by "${word}".`;

describe('makeWordingChecker', () => {
  it('accepts plain words', () => expect(faults({})).toEqual([]));

  it.each<[string, Partial<Question>, string[]]>([
    ['an adverb scale', withLevel(2, 'They mostly know.'), [vague(2, 'mostly')]],
    ['a capitalized adverb', withLevel(2, 'Often they know.'), [vague(2, 'often')]],
    [
      'two in one level',
      withLevel(1, 'Some are good, some quite weak.'),
      [vague(1, 'good'), vague(1, 'quite'), vague(1, 'weak')],
    ],
    ['a count that is asked for', withLevel(3, 'They say how often it happened.'), []],
    ['words that only contain a vague word', withLevel(3, 'Goodwill and oftenness are goods.'), []],
    [
      'beside punctuation',
      withLevel(3, 'It is (fairly) known; "usually", they say.'),
      [vague(3, 'fairly'), vague(3, 'usually')],
    ],
    [
      'a level without an end',
      withLevel(0, 'Nobody knows'),
      ['levels/0/means > A level must be one sentence.'],
    ],
    [
      'two levels alike',
      withLevel(3, 'Three of five know.'),
      ['levels/3/means > Two levels have the same words.'],
    ],
    [
      'an ask without an end',
      { ask: { leader: 'When was it?', seller: 'When was it' } },
      ['ask/seller > A question must be a sentence.'],
    ],
    [
      'a word for all lower levels',
      withLevel(3, 'Besides that, most know.'),
      ['levels/3/means > A level does not say "besides that": it includes the levels below it.'],
    ],
    [
      'three facts',
      withLevel(3, 'Most know, and most say so; or most act.'),
      ['levels/3/means > The level has more than two facts.'],
    ],
    ['two facts', withLevel(3, 'Most know and say so.'), []],
    [
      'a window of its own',
      withLevel(3, 'Most knew in the last six months.'),
      ['levels/3/means > The level names a span of time of its own.'],
    ],
    ['a known window', withLevel(3, 'Most knew This quarter.'), []],
    [
      'two labels alike',
      { levels: levels.map((each, index) => (index === 4 ? { ...each, label: 'MOST KNOW' } : each)) },
      ['levels/4/label > Two levels have the same label.'],
    ],
    [
      'labels of one and six words',
      {
        levels: levels.map((each, index) => ({
          ...each,
          label: ['Nobody', 'A few', 'Some know', 'Most know', 'All of them in every team'][index] ?? '',
        })),
      },
      ['levels/0/label > The label has 1 word.', 'levels/4/label > The label has 6 words.'],
    ],
    [
      'a guess that is not marked',
      { guessFor: [] },
      ['kind > A leader can only guess what others feel, and the question does not say so.'],
    ],
    [
      'a mark on what is decided',
      { kind: 'decided', guessFor: ['leader'] },
      ['guessFor > What is decided or seen is not a guess.'],
    ],
    ['an ask that is a request', { ask: { leader: 'Show me the last one.' } }, []],
  ])('%s', (_name, more, expected) => {
    expect(faults(more)).toEqual(expected);
  });

  it.each([
    ['effort', '1 day'],
    ['effectAfter', '1 quarter (Schätzung)'],
    ['effort', '1 day (Estimate)'],
  ] as const)('%s %j is no estimate', (key, text) => {
    const recommendations = questionWith({}).recommendations.map((each, index) =>
      index === 1 ? { ...each, [key]: text } : each,
    );
    expect(faults({ recommendations })).toEqual([
      `recommendations/1/${key} > An effort or a time is an estimate and has to say so.`,
    ]);
  });

  it('checks German', async () => {
    const recommendations = questionWith({}).recommendations.map((each) => ({
      ...each,
      effort: '1 Tag (Schätzung)',
      effectAfter: 'Ein Quartal (Schätzung)',
    }));
    const german = { recommendations, ...withLevel(2, 'Meist wissen es drei, wie oft, sagen sie.') };
    expect(faults(german, (await loadShippedModel('de')).wording['de'])).toEqual([vague(2, 'meist')]);
  });

  it('checks only the form in an unknown language', () => {
    const recommendations = questionWith({}).recommendations.map((each) => ({ ...each, effort: '1 jour' }));
    const french = questionWith({ recommendations, ...withLevel(2, 'Souvent, often') });
    expect(makeWordingChecker(undefined, windows)(french).map(({ message }) => message)).toEqual([
      'A level must be one sentence.',
    ]);
  });
});
