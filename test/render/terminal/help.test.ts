import { describe, expect, it } from 'vitest';
import { listQuestions } from '#domain/model.ts';
import { renderHelp, renderPageScreens } from '#render/terminal/help.ts';
import { measureWidth } from '#render/terminal/layout.ts';
import { makeTheme } from '#render/terminal/theme.ts';
import { loadShippedModel } from '../../support/model/shipped-model.ts';

const theme = makeTheme(undefined, true);

describe('the help of a question', () => {
  it.each(['en', 'de'])(
    'shows the terms that the question uses first, after why it matters: %s',
    async (language) => {
      const model = await (language === 'de' ? loadShippedModel('de') : loadShippedModel());
      const { messages } = model;
      for (const question of listQuestions(model)) {
        const rows = renderHelp(question, model, 80, theme);
        const titles = [
          messages['help.why'],
          messages['help.terms'],
          messages['help.rule'],
          messages['help.evidence'],
        ];
        expect(titles.map((title) => rows.indexOf(title))).toEqual(
          titles.map((title) => rows.indexOf(title)).toSorted((a, b) => a - b),
        );
        expect(rows).toContain(messages['help.terms']);
      }
    },
  );

  it.each([
    [40, 8],
    [80, 24],
    [120, 60],
  ])(
    'fits on screens of %i columns and %i rows, with every row once and the keys below',
    async (width, rows) => {
      const model = await loadShippedModel();
      const { messages } = model;
      for (const question of listQuestions(model)) {
        const help = renderHelp(question, model, width, theme);
        const screens = renderPageScreens(help, { width, rows }, theme, messages);
        expect(screens.flatMap((screen) => screen.slice(0, -1))).toEqual(help.slice(0, -1));
        expect(screens.flat().every((row) => measureWidth(row) <= width)).toBe(true);
        expect(Math.max(...screens.map((screen) => screen.length))).toBeLessThan(rows);
        const last = screens.map((screen) => screen.at(-1)?.slice(0, 9));
        expect(last).toEqual(
          screens.map((_, index) => (index < screens.length - 1 ? 'Space for' : 'Press any')),
        );
      }
    },
  );
});
