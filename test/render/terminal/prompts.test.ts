import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Frame, QuestionView, TextView } from '#domain/interview/interview.ts';
import { listQuestions } from '#domain/model.ts';
import { measureWidth } from '#render/terminal/layout.ts';
import { renderChoice, renderSettled, renderText } from '#render/terminal/prompts.ts';
import { renderQuestion } from '#render/terminal/question.ts';
import { makeTheme } from '#render/terminal/theme.ts';
import { loadShippedModel } from '../../support/model/shipped-model.ts';

const theme = makeTheme(undefined, true);
const models = [await loadShippedModel(), await loadShippedModel('de')];

/** Sizes of terminals from the smallest that is drawn on. */
const sizes = [
  [40, 8],
  [40, 60],
  [60, 10],
  [80, 10],
  [80, 24],
  [99, 15],
  [100, 60],
] as const;

const canvases = sizes.map(([width, rows]) => ({ width, rows }));

/** Returns whether a frame can be redrawn in place. */
function fits({ rows }: Frame, canvas: { readonly width: number; readonly rows: number }): boolean {
  return rows.length < canvas.rows && rows.every((row) => measureWidth(row) <= canvas.width);
}

/** Longest and shortest texts of the models. */
const questions = models.flatMap((model) => {
  const byLength = listQuestions(model).toSorted(
    (a, b) => a.levels.join(' ').length - b.levels.join(' ').length,
  );
  return [0, 20, -2, -1].map((index) => ({ model, question: byLength.at(index) ?? expect.fail('none') }));
});

describe('a question on a screen of any size', () => {
  it.each(canvases)('keeps the marked level, the message and the keys at $width x $rows', (canvas) => {
    const faults = questions.flatMap(({ model, question }) => {
      const message = model.messages['interview.cannotNotApply'];
      const view: QuestionView = {
        element: 'Philosophy',
        practice: question.practice,
        place: 1,
        count: 43,
        minutesLeft: 65,
        ask: question.ask.leader,
        isGuess: true,
        levels: question.levels,
        keys: ['help', 'evidence', 'note', 'lowest', 'unknown', 'not-applicable', 'skip', 'back', 'quit'],
        voices: undefined,
        saved: 'level 2',
        remarks: ['A note of some length, as people write it'],
        evidence: ['artifact 2026-10-01 Verbatims', 'declaration A policy'],
        declared: ['purpose: one', 'owner: two'],
      };
      return [null, 0, 1, 2, 3, 4].flatMap((level) => {
        const rows = renderQuestion(view, level, message, canvas, theme, model.messages);
        const screen = rows.join(' ');
        const marked = rows.filter((row) => row.startsWith('❯'));
        const isWhole =
          fits({ rows }, canvas) &&
          screen.includes(message.split(' ')[0] ?? '') &&
          /q(?: |$)/.test(rows.at(-1) ?? '') &&
          (level === null
            ? marked.length === 0
            : marked.length === 1 &&
              screen.includes(`❯ ${level}  ${(question.levels[level]?.label ?? '').slice(0, 12)}`));
        return isWhole ? [] : [rows];
      });
    });
    expect(faults).toEqual([]);
  });
});

describe('a prompt for text', () => {
  const view: TextView = { hint: undefined, message: 'Note', text: '', cursor: 0, fault: undefined };

  it('shows the lines of the text, with the cursor where the next letter goes', () => {
    const frame = renderText({ ...view, text: 'one\ntwo', cursor: 5 }, { width: 40, rows: 24 }, theme);
    expect(frame).toEqual({ rows: ['? Note one', 'two'], cursor: { row: 1, after: 'wo' } });
  });

  it('shows hint and fault around it, and leaves out the hint on a low screen', () => {
    const full = { ...view, hint: 'a hint '.repeat(40), text: 'x'.repeat(200), cursor: 200, fault: 'Wrong.' };
    expect(renderText(full, { width: 40, rows: 30 }, theme).rows.at(0)).toMatch(/^a hint/);
    const low = renderText(full, { width: 40, rows: 8 }, theme);
    expect(low.rows).toHaveLength(7);
    expect(low.rows.at(-1)).toBe('Wrong.');
    expect(low.cursor).toEqual({ row: 5, after: '' });
  });

  it('fits every screen with any text, and the cursor is in it', () => {
    const text = fc.array(fc.constantFrom('a', '東', '👩‍💼', '\n', ' ', 'e\u0301', '\u202e', 'word '), {
      maxLength: 300,
    });
    fc.assert(
      fc.property(text, fc.constantFrom(...canvases), fc.nat(), (signs, canvas, at) => {
        const cursor = signs.slice(0, at % (signs.length + 1)).join('').length;
        const frame = renderText({ ...view, text: signs.join(''), cursor, fault: 'Wrong.' }, canvas, theme);
        const row = frame.rows[frame.cursor?.row ?? -1] ?? '';
        // Upstream counts code units where it should count columns, so a row must be short in both.
        const isShort = row.length < canvas.width;
        expect([fits(frame, canvas), isShort, row.endsWith(frame.cursor?.after ?? '-')]).toEqual([
          true,
          true,
          true,
        ]);
      }),
    );
  });
});

describe('a prompt with choices', () => {
  const messages = models[0]?.messages ?? expect.fail('no model');
  const names = Array.from({ length: 45 }, (_, index) => `choice ${index} ${'long '.repeat(index % 20)}end`);

  it.each(canvases)('shows the marked choice whole and the keys at $width x $rows', (canvas) => {
    const faults = names.flatMap((name, marked) => {
      const view = { message: 'Which one is it, of all of these?', names, marked, fault: undefined };
      const frame = renderChoice(view, canvas, theme, messages);
      const isWhole =
        fits(frame, canvas) &&
        frame.rows.join(' ').replace(/\s+/g, ' ').includes(`❯ ${name}`) &&
        (frame.rows.at(-1) ?? '').includes('Enter select');
      return isWhole ? [] : [frame.rows];
    });
    expect(faults).toEqual([]);
  });
});

describe('a settled prompt', () => {
  it('has a tick only if the answer is saved', () => {
    const note = { message: 'Note', answer: 'two\nlines' };
    expect(renderSettled({ ...note, isSaved: true }, 40, theme)).toBe('✔ Note two lines');
    expect(renderSettled({ ...note, isSaved: false }, 40, theme)).toBe('· Note two lines');
  });
});
