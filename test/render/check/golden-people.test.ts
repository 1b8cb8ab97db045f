import { expect, it } from 'vitest';
import { renderJobSummary, renderers } from '#render/check/index.ts';
import { context, makeReport, smallReport } from './reports.ts';

it('text groups by file and ends with the verdict', () => {
  expect(renderers.text(smallReport, context)).toMatchInlineSnapshot();
});

it('markdown is a comment that can be found again', () => {
  expect(renderers.markdown(smallReport, context)).toMatchInlineSnapshot();
});

it('github puts the most serious first, and the text beneath', () => {
  const [commands, ...rest] = renderers.github(smallReport, context).split('\n\n');
  expect(commands).toMatchInlineSnapshot();
  expect(rest.join('\n\n')).toBe(renderers.text(smallReport, context));
});

it('a job summary is the comment', () => {
  expect(renderJobSummary(smallReport, context)).toBe(renderers.markdown(smallReport, context));
});

it('a run that found nothing says so in one line', () => {
  const verdict = 'Passed: 0 errors, 0 warnings, 0 info in 1 file.';
  expect(renderers.text(makeReport(), context)).toBe(`${verdict}\n`);
  expect(renderers.github(makeReport(), context)).toBe(`${verdict}\n`);
  expect(renderers.markdown(makeReport(), context)).toBe(`<!-- sales-audit -->\n\n**${verdict}**\n`);
});
