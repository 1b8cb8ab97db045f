/** Lists of values in the cells of a form as a workbook, so that nobody has to know what may be written. */
import type { Feature, Image } from 'write-excel-file/node';
import {
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
} from 'write-excel-file/utility';
import { listReasonMarks } from '#domain/form/reason-marks.ts';
import { formatMessage } from '#domain/messages.ts';
import type { Evidence } from '#domain/types/answers.ts';
import { type CellChoice, renderChoices } from '#render/report/xlsx/choices.ts';
import { describeKindOfEvidence } from '#render/report/wording/labels.ts';
import type { Form } from './form.ts';
import { listOwnFields } from './own-fields.ts';

/** Columns with a list, from 0: of the sheets of the start, of questions and of evidence. */
const columns = { own: 1, answer: 8, lowestLevel: 11, question: 0, kind: 1 } as const;

/** Rows of the sheet of evidence that have lists. */
const evidenceRows = 200;

const kinds: readonly Evidence['kind'][] = ['artifact', 'affirmation', 'declaration', 'instance'];

/** Makes a list of values for cells, with what somebody is told who writes anything else. */
function makeChoice(form: Form, cells: readonly string[], values: readonly string[]): CellChoice {
  return {
    cells,
    source: values,
    refusal: formatMessage(form.model.messages, 'form.workbookAllowed', { values: values.join(', ') }),
  };
}

/** Returns the address of the cells of a column from one row to another, both from 1. */
function getColumn(column: number, first: number, last: number): string {
  return `${getCellAddress(first - 1, column)}:${getCellAddress(last - 1, column)}`;
}

/** Offers what can be answered: one list for all questions with the same answers. */
function offerAnswers(form: Form): CellChoice[] {
  const rows = new Map<string, string[]>();
  for (const [index, question] of form.questions.entries()) {
    const values = ['0', '1', '2', '3', '4', '?', ...listReasonMarks(question)].join(',');
    rows.set(values, [...(rows.get(values) ?? []), getCellAddress(index + 1, columns.answer)]);
  }
  return [...rows].map(([values, cells]) => makeChoice(form, cells, values.split(',')));
}

/**
 * Returns a feature that offers lists of values in the cells of the sheets.
 *
 * @param firstOwn row of the first field of the start, from 1
 */
export function offerChoices(form: Form, firstOwn: number): Feature<Image['content']> {
  const { questions } = form;
  const { messages } = form.model;
  const customers = listOwnFields(form).findIndex(({ name }) => name === 'context.customers');
  const lastQuestion = questions.length + 1;
  const sheet = `'${messages['form.sheetQuestions'].replaceAll("'", "''")}'`;
  const names = kinds.map((kind) => describeKindOfEvidence(kind, messages));
  const sheets: readonly (readonly CellChoice[])[] = [
    customers === -1
      ? []
      : [
          makeChoice(
            form,
            [getCellAddress(firstOwn - 1 + customers, columns.own)],
            ['both', 'new', 'existing'],
          ),
        ],
    [
      ...offerAnswers(form),
      makeChoice(form, [getColumn(columns.lowestLevel, 2, lastQuestion)], ['0', '1', '2', '3']),
    ],
    [
      { cells: [getColumn(columns.question, 2, evidenceRows)], source: `${sheet}!$A$2:$A$${lastQuestion}` },
      makeChoice(form, [getColumn(columns.kind, 2, evidenceRows)], names),
    ],
  ];
  const order = getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet') ?? [];
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => {
            const element = renderChoices(sheets[sheetIndex] ?? []);
            return element === undefined
              ? xml
              : insertElementMarkupAccordingToOrderOfSiblings(xml, element, order, 'worksheet');
          },
        },
      },
    },
  };
}
