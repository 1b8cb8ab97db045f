import { describe, expect, it } from 'vitest';
import { formatMessage } from '#domain/messages.ts';
import { listQuestions } from '#domain/model.ts';
import { describeKind } from '#render/terminal/help.ts';
import { renderChoice, renderText } from '#render/terminal/prompts.ts';
import { describeLevel } from '#render/terminal/question-parts.ts';
import { makeTheme } from '#render/terminal/theme.ts';
import { loadShippedModel } from '../../support/model/shipped-model.ts';

const plain = makeTheme(undefined, true);
const languages = [
  ['English', await loadShippedModel()],
  ['German', await loadShippedModel('de')],
] as const;

/** Joins rows into one text, without the signs and numbers before them. */
const join = (rows: readonly string[]): string =>
  rows.map((row) => row.replace(/^[❯]?\s+(?:\d {2})?/, '').trim()).join(' ');

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
