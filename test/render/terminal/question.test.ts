import { stripVTControlCharacters } from 'node:util';
import { Chalk } from 'chalk';
import { describe, expect, it } from 'vitest';
import type { QuestionView } from '#domain/interview.ts';
import { formatMessage } from '#domain/messages.ts';
import { type Model, type Question, listQuestions } from '#domain/model.ts';
import { describeKind } from '#render/terminal/help.ts';
import { limitWidth, measureWidth } from '#render/terminal/layout.ts';
import { renderChoice, renderText } from '#render/terminal/prompts.ts';
import { describeLevel, listKeys } from '#render/terminal/question-parts.ts';
import { renderQuestion } from '#render/terminal/question.ts';
import { makeTheme } from '#render/terminal/theme.ts';
import { loadShippedModel } from '../../support/model/shipped-model.ts';

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
const marks = [null, 0, 1, 2, 3, 4];

/** Makes the view of a question that needs the most rows: saved before, with evidence, a note and a declared system. */
function makeLongView(question: Question, model: Model): QuestionView {
  const asks = Object.values(question.ask).toSorted((a, b) => b.length - a.length);
  return {
    element: model.elements.find(({ id }) => id === question.element)?.name ?? '',
    practice: model.practices.find(({ id }) => id === question.practice)?.name ?? '',
    place: 36,
    count: 37,
    minutesLeft: 54,
    ask: asks[0] ?? '',
    isGuess: true,
    levels: question.levels,
    mayNotApply: true,
    saved: 'level 2, evidence: 2, evidence supports level 1',
    note: 'A note of some length, as people write it',
    evidence: ['artifact 2026-10-01 Verbatims', 'declaration A policy'],
    declared: ['purpose: one', 'owner: two'],
  };
}

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
  const keys = [
    messages['keys.choose'],
    ...(['keys.confirm', ...listKeys(view)] as const).map((key) => messages[key]),
  ];
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

  it('marks every row of a level without Unicode too', () => {
    const given = cases[0] ?? expect.fail('no size');
    const faults = listQuestions(given.model).flatMap((question) => {
      const view = makeLongView(question, given.model);
      const rows = renderQuestion(view, 4, undefined, given, ascii, given.model.messages);
      return findFaults(rows, view, 4, given, ascii.signs);
    });
    expect(faults).toEqual([]);
  });

  it('puts the label in bold before its sentence, and the key in bold before its words', () => {
    const { model } = cases[2] ?? expect.fail('no size');
    const question = listQuestions(model)[0] ?? expect.fail('no question');
    const view = makeLongView(question, model);
    const screen = renderQuestion(view, 2, undefined, { width: 80, rows: 60 }, colored, model.messages).join(
      '\n',
    );
    const labels = question.levels.map(({ label }, level) => `${level}  ${label}:`);
    expect(screen).toContain(`\u001b[1m  ${labels[0]}\u001b[22m`);
    expect(screen).toContain(`\u001b[7m❯ ${labels[2]}\u001b[27m`);
    expect(screen).toContain('\u001b[1mq\u001b[22m \u001b[2msave and quit\u001b[22m');
  });

  it('says why a key did nothing at 60 x 16, beside all keys', () => {
    const given = cases[0] ?? expect.fail('no size');
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

describe('choices at 60 x 16', () => {
  it.each(languages)(
    'show the beginning of each, the marked one whole, and the keys, in %s',
    (_language, model) => {
      const { messages } = model;
      const lists = [
        [
          'evidence.kind',
          (['artifact', 'affirmation', 'declaration', 'instance'] as const).map(
            (kind) => `${kind}: ${describeKind(kind, model)}`,
          ),
        ],
        [
          'intake.role',
          (['leader', 'manager', 'seller', 'enablement'] as const).map(
            (role) => `${messages[`role.${role}`]}: ${messages[`role.${role}Is`]}`,
          ),
        ],
        ['notApplicable.reason', model.notApplicableReasons.map(({ means }) => means)],
        ...listQuestions(model).map(
          ({ levels }) =>
            ['lowest.level', levels.map((each, level) => `${level}  ${describeLevel(each)}`)] as const,
        ),
      ] as const;
      const faults = lists.flatMap(([message, names]) =>
        names.flatMap((name, marked) => {
          const view = { message: messages[message], names, marked, fault: messages['interview.pasted'] };
          const { rows } = renderChoice(view, { width: 60, rows: 16 }, plain, messages);
          const isWhole =
            rows.length < 16 &&
            join(rows).includes(messages[message]) &&
            join(rows).includes(name.replace(/^\d {2}/, '')) &&
            names.every((each) => rows.some((row) => row.slice(2).startsWith(each.slice(0, 12)))) &&
            (rows.at(-1) ?? '').endsWith(`Enter ${messages['keys.select']}`);
          return isWhole ? [] : [rows];
        }),
      );
      expect(faults).toEqual([]);
    },
  );
});

describe('texts at 60 x 16', () => {
  it.each(languages)(
    'say how to skip, below what was said at the start, in %s',
    (_language, { messages }) => {
      const first = formatMessage(messages, 'opening.againHint', {
        first: 'Eighty percent, I would say. '.repeat(40),
      });
      const requests = [
        [messages['opening.hint'], messages['opening.question']],
        [first, messages['opening.again']],
        [messages['opening.againHintNothing'], messages['opening.again']],
        [messages['closing.hint'], messages['closing.question']],
        [messages['instance.hint'], 'Who did it last?'],
        [undefined, messages['intake.respondent']],
        [undefined, messages['evidence.what']],
        [undefined, messages['evidence.date']],
        [undefined, messages['evidence.ref']],
        [undefined, messages['evidence.seenBy']],
        [undefined, messages['note.ask']],
        [undefined, messages['notApplicable.why']],
      ] as const;
      const faults = requests.flatMap(([hint, message]) => {
        const view = { hint, message, text: '', cursor: 0, fault: undefined };
        const { rows } = renderText(view, { width: 60, rows: 16 }, plain);
        const text = rows.join(' ').replace(/\s+/g, ' ');
        return rows.length < 16 && /Enter/.test(text) && text.includes(message) ? [] : [rows];
      });
      expect(faults).toEqual([]);
    },
  );
});
