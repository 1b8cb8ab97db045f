import { expect, it } from 'vitest';
import { listQuestions } from '#domain/model.ts';
import { renderQuestions } from '#render/questions/questions.ts';
import { reportContext } from '../../support/report/report-context.ts';
import { loadShippedModel } from '../../support/model/shipped-model.ts';

const model = await loadShippedModel();
const questions = listQuestions(model);
const quick = questions.find((question) => question.quick);
const [other, another] = questions.filter((question) => !question.quick);

it.each([
  [[quick], '1 question, in the quick set (*).'],
  [[other], '1 question, not in the quick set.'],
  [[other, another], '2 questions, none of them in the quick set (*).'],
  [[quick, other], '2 questions, 1 of them in the quick set (*).'],
])('the list of questions ends with their number: %#', (listed, line) => {
  const given = listed.filter((question) => question !== undefined);
  const text = renderQuestions(model, given, 'leader', { width: 80, theme: reportContext.theme });
  expect(text.trimEnd().split('\n').at(-1)).toBe(line);
});
