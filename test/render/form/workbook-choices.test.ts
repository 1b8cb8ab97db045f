/** The lists of a form as a workbook: what each cell takes, read from the file. */
import { strFromU8, unzipSync } from 'fflate';
import readSheets from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { makeReference } from '#domain/answers/migrate-answers.ts';
import { makeQuestionnaire } from '#domain/scoring/questionnaire.ts';
import { renderFormWorkbook } from '#render/form/workbook.ts';
import { loadShippedModel } from '#app/model/shipped-model.ts';

const model = await loadShippedModel();
const questions = makeQuestionnaire(model, 'leader', 'full');
const file = await renderFormWorkbook(
  {
    ...{ model, role: 'leader', questions, hasOrganization: true },
    start: {
      ...{ kind: 'answers', schemaVersion: 1, scope: 'full', answers: {} },
      ...{ model: makeReference(model), organization: { name: 'Harbor' }, respondent: { role: 'leader' } },
    },
  },
  '2026-11-30',
);
const parts = unzipSync(file);

/** Returns the list of each cell of a sheet that has one. */
function listChoices(sheet: number): Map<string, string> {
  const xml = strFromU8(parts[`xl/worksheets/sheet${sheet}.xml`] ?? new Uint8Array());
  const found = xml.matchAll(/<dataValidation type="list"[^>]* sqref="([^"]*)"><formula1>"?([^<"]*)/g);
  return new Map(
    [...found].flatMap(([, cells = '', values = '']) => cells.split(' ').map((cell) => [cell, values])),
  );
}

describe('a form as a workbook', () => {
  it('offers for each question what can be answered, as its row explains', async () => {
    const choices = listChoices(2);
    const rows = (await readSheets(Buffer.from(file)))[1]?.data ?? [];
    for (const [index, question] of questions.entries()) {
      const explained = String(rows[index + 1]?.[7] ?? '').matchAll(/^(x\d?): /gm);
      const values = ['0,1,2,3,4,?', ...[...explained].map(([, mark]) => mark)].join(',');
      expect([question.id, choices.get(`I${index + 2}`)]).toEqual([question.id, values]);
    }
    expect([...choices.values()].some((values) => values.includes('x2'))).toBe(true);
    expect(choices.get(`L2:L${questions.length + 1}`)).toBe('0,1,2,3');
  });

  it('offers the kinds and the numbers of questions for evidence, and the customers of the company', async () => {
    const evidence = listChoices(3);
    expect(evidence.get('B2:B200')).toBe(
      'work record,confirmed by a second person,policy document,named case',
    );
    expect(evidence.get('A2:A200')).toBe(`'Questions'!$A$2:$A$${questions.length + 1}`);
    const start = (await readSheets(Buffer.from(file)))[0]?.data ?? [];
    const row = start.findIndex((cells) => cells[2] === 'context.customers') + 1;
    expect([...listChoices(1)]).toEqual([[`B${row}`, 'both,new,existing']]);
  });
});
