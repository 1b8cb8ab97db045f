import { stripVTControlCharacters } from 'node:util';
import { Chalk } from 'chalk';
import { describe, expect, it } from 'vitest';
import type { QuestionView } from '#domain/interview/interview.ts';
import { listQuestions } from '#domain/model.ts';
import { limitWidth, measureWidth } from '#render/terminal/layout.ts';
import { describeLevel, listKeys } from '#render/terminal/question-parts.ts';
import { renderQuestion } from '#render/terminal/question.ts';
import { makeTheme } from '#render/terminal/theme.ts';
import { loadShippedModel } from '../../support/model/shipped-model.ts';
import { makeLongView, makeSessionView } from '../../support/terminal/question-views.ts';

const plain = makeTheme(undefined, true);
const ascii = makeTheme(undefined, false);
const colored = makeTheme(new Chalk({ level: 1 }), true);
const languages = [
  ['English', await loadShippedModel()],
  ['German', await loadShippedModel('de')],
] as const;
const sizes = [
  [60, 16],
  [60, 20],
  [80, 24],
  [120, 40],
  [200, 60],
] as const;
const cases = languages.flatMap(([language, model]) =>
  sizes.map(([columns, rows]) => ({ language, model, columns, rows, width: limitWidth(columns) })),
);
const english = languages[0][1];
const firstQuestion = listQuestions(english)[0] ?? expect.fail('no question');
const smallest = { language: 'English', model: english, columns: 60, rows: 16, width: 60 } as const;
const marks = [null, 0, 1, 2, 3, 4];

/** Joins rows into one text, without the signs and spaces before them. */
const join = (rows: readonly string[]): string =>
  rows.map((row) => row.replace(/^[❯│>|]?\s+(?:\d {2})?/, '').trim()).join(' ');

/** Lists what is wrong with a question on the screen. */
function findFaults(
  rows: readonly string[],
  view: QuestionView,
  marked: number | null,
  { model, width, rows: most }: (typeof cases)[number],
  { pointer, edge }: (typeof plain)['signs'],
): string[] {
  const { messages } = model;
  const text = join(rows);
  const isMarked = (row: string): boolean => row.startsWith(pointer) || row.startsWith(`${edge} `);
  const block = rows.filter(isMarked);
  const keys = [messages['keys.choose'], messages['keys.confirm'], ...listKeys(view, messages)];
  return [
    ...(rows.length < most ? [] : ['too high']),
    ...rows.filter((row) => measureWidth(row) > width),
    ...keys.filter((key) => !text.includes(key)),
    ...view.levels.flatMap(({ label }, level) => {
      const start = `${level === marked ? pointer : ' '} ${level}  ${label}:`;
      return rows.filter((row) => row.startsWith(start)).length === 1 ? [] : [start];
    }),
    ...(text.includes(view.ask) ? [] : ['the question is cut']),
    ...(marked === null || join(block) === describeLevel(view.levels[marked])
      ? []
      : ['the marked level is cut']),
    ...(rows.findLastIndex(isMarked) - rows.findIndex(isMarked) === Math.max(0, block.length - 1)
      ? []
      : ['two are marked']),
    ...(block.filter((row) => row.startsWith(pointer)).length === (marked === null ? 0 : 1)
      ? []
      : ['no pointer']),
  ];
}

describe('a question', () => {
  it.each(cases)(
    'shows every key with its words, every label, and the marked level whole, at $columns x $rows in $language',
    (given) => {
      const { model, width, rows } = given;
      const faults = listQuestions(model).flatMap((question) => {
        const view = makeLongView(question, model);
        return marks.flatMap((marked) => {
          const draw = (theme: typeof plain): string[] =>
            renderQuestion(view, marked, undefined, { width, rows }, theme, model.messages);
          const bare = draw(plain);
          const bright = draw(colored);
          const isSame = bright.map(stripVTControlCharacters).join('\n') === bare.join('\n');
          return [
            ...findFaults(bare, view, marked, given, plain.signs),
            ...(isSame ? [] : ['color moves text']),
            // Reverse video: the label of the marked level, and nothing else.
            ...(bright.filter((row) => row.includes('\u001b[7m')).length === (marked === null ? 0 : 1)
              ? []
              : ['not in reverse']),
          ].map((fault) => `${question.id} ${marked}: ${fault}`);
        });
      });
      expect(faults).toEqual([]);
    },
  );

  it.each(cases)('shows the same to a team, at $columns x $rows in $language', (given) => {
    const { model, width, rows } = given;
    const faults = listQuestions(model).flatMap((question) => {
      const view = makeSessionView(question, model);
      return marks.flatMap((marked) => {
        const drawn = renderQuestion(view, marked, undefined, { width, rows }, plain, model.messages);
        const hasTable = drawn.some((row) => row.includes(model.messages['session.median']));
        return [
          ...findFaults(drawn, view, marked, given, plain.signs),
          ...(rows < 40 || hasTable ? [] : ['no table']),
        ].map((fault) => `${question.id} ${marked}: ${fault}`);
      });
    });
    expect(faults).toEqual([]);
  });

  it('marks every row of a level without Unicode too', () => {
    const given = smallest;
    const faults = listQuestions(given.model).flatMap((question) => {
      const view = makeLongView(question, given.model);
      const rows = renderQuestion(view, 4, undefined, given, ascii, given.model.messages);
      return findFaults(rows, view, 4, given, ascii.signs);
    });
    expect(faults).toEqual([]);
  });

  it('puts the label in bold before its sentence, and the key in bold before its words', () => {
    const view = makeLongView(firstQuestion, english);
    const screen = renderQuestion(
      view,
      2,
      undefined,
      { width: 80, rows: 60 },
      colored,
      english.messages,
    ).join('\n');
    const labels = firstQuestion.levels.map(({ label }, level) => `${level}  ${label}:`);
    expect(screen).toContain(`\u001b[1m  ${labels[0]}\u001b[22m`);
    expect(screen).toContain(`\u001b[7m❯ ${labels[2]}\u001b[27m`);
    expect(screen).toContain('\u001b[1mq\u001b[22m \u001b[2msave and quit\u001b[22m');
  });

  it('says why a key did nothing at 60 x 16, beside all keys', () => {
    const given = smallest;
    const message = given.model.messages['interview.cannotNotApply'];
    const faults = listQuestions(given.model).flatMap((question) => {
      const view = makeLongView(question, given.model);
      const rows = renderQuestion(view, 3, message, given, plain, given.model.messages);
      return [
        ...findFaults(rows, view, 3, given, plain.signs),
        ...(rows.includes(message) ? [] : ['no message']),
      ];
    });
    expect(faults).toEqual([]);
  });
});
