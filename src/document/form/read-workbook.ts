import readSheets, { type CellValue, type Sheet } from 'read-excel-file/node';
import { type EvidencePart, type Fields, evidenceParts, nameField } from '#domain/form/fields.ts';
import type { Model, Question } from '#domain/model.ts';
import { type FormFault, FormReader } from './form-reader.ts';

/** A form in a workbook: its sheets, and the head that it carries. */
export interface WorkbookForm {
  readonly sheets: readonly Sheet[];
  /** The head of the answers file, as it was written. */
  readonly head: unknown;
  /** Language of its texts. */
  readonly language: string | undefined;
}

/** Most bytes of a workbook when it is unpacked. A form has less than a hundredth of it. */
const mostUnpacked = 64 * 1024 * 1024;

/** Adds up the sizes that the directory of a ZIP archive gives. */
function measureUnpacked(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let sum = 0;
  for (let at = 0; at + 28 <= bytes.length; at += 1)
    if (bytes[at] === 0x50 && view.getUint32(at, true) === 0x02014b50) sum += view.getUint32(at + 24, true);
  return sum;
}

/** Returns the text of a cell. A date is written as YYYY-MM-DD. */
function toText(value: CellValue | null | undefined): string {
  if (value === null || value === undefined) return '';
  // The library gives a Date, which its type calls a number.
  const date = value as unknown as { toISOString?(): string };
  return date.toISOString?.().slice(0, 10) ?? String(value);
}

/** Names a cell as a spreadsheet does. */
function nameCell(sheet: string, row: number, column: number): string {
  return `${sheet}!${String.fromCodePoint(65 + column)}${row + 1}`;
}

/** Opens a workbook. Returns undefined for one that is not a form, or cannot be opened. */
export async function openWorkbook(bytes: Uint8Array): Promise<WorkbookForm | undefined> {
  if (measureUnpacked(bytes) > mostUnpacked) return undefined;
  try {
    const sheets = await readSheets(new Blob([Uint8Array.from(bytes)]) as Parameters<typeof readSheets>[0], {
      trim: false,
    });
    for (const { data } of sheets) {
      const row = data.find((cells) => cells[2] === 'head');
      if (row === undefined) continue;
      const { language, head } = JSON.parse(toText(row[1])) as { language?: string; head?: unknown };
      return { sheets, head, language };
    }
    return undefined;
  } catch {
    return undefined;
  }
}

/** Columns of the sheet of questions. */
const columns = { answer: 8, case: 9, note: 10, lowestLevel: 11, lowestWhere: 12, reference: 14 } as const;

/** Reads what was filled in. */
export function readWorkbook(
  { sheets }: WorkbookForm,
  model: Model,
  questions: readonly Question[],
  today: string,
): { fields: Fields; faults: readonly FormFault[] } {
  const reader = new FormReader(model, today);
  const [own, asked, evidence] = [
    'Start',
    model.messages['form.sheetQuestions'],
    model.messages['form.sheetEvidence'],
  ].map((name) => sheets.find(({ sheet }) => sheet === name));
  for (const [row, cells] of (own?.data ?? []).entries()) {
    const name = toText(cells[2]).trim();
    if (FormReader.isOwn(name)) reader.putOwn(name, toText(cells[1]), nameCell('Start', row, 1));
  }
  if (asked === undefined)
    reader.reject(model.messages['form.sheetQuestions'], 'The sheet with the questions is missing.');
  const byId = new Map(questions.map((question) => [question.id, question]));
  for (const [row, cells] of (asked?.data ?? []).slice(1).entries()) {
    const nameColumn = (column: number): string => nameCell(asked?.sheet ?? '', row + 1, column);
    const read = (column: number): string => toText(cells[column]);
    const [id = '', choice = '', on = ''] = read(columns.reference).trim().split(' ');
    const question = byId.get(id);
    if (question === undefined) {
      for (const column of [
        columns.answer,
        columns.case,
        columns.note,
        columns.lowestLevel,
        columns.lowestWhere,
      ])
        if (read(column).trim() !== '')
          reader.reject(
            nameColumn(column),
            `The row belongs to no question of the form: ${JSON.stringify(read(column))}.`,
          );
      continue;
    }
    reader.putChoice(question, read(columns.answer), nameColumn(columns.answer));
    reader.putText(nameField(id, 'case'), read(columns.case), nameColumn(columns.case));
    reader.putText(nameField(id, 'note'), read(columns.note), nameColumn(columns.note));
    reader.putLowestLevel(question, read(columns.lowestLevel), nameColumn(columns.lowestLevel));
    reader.putText(nameField(id, 'lowest.where'), read(columns.lowestWhere), nameColumn(columns.lowestWhere));
    reader.dateAnswer(id, { choice, on });
  }
  for (const [row, cells] of (evidence?.data ?? []).slice(1).entries()) {
    const nameColumn = (column: number): string => nameCell(evidence?.sheet ?? '', row + 1, column);
    const number = toText(cells[0]).trim();
    const parts = evidenceParts.map((part, index) => [
      part,
      { text: toText(cells[index + 1]), place: nameColumn(index + 1) },
    ]);
    const texts = Object.fromEntries(parts) as Record<EvidencePart, { text: string; place: string }>;
    const question = questions[Number(number) - 1];
    const said = evidenceParts.map((part) => texts[part].text.trim()).filter((text) => text !== '');
    if (said.length === 0) continue;
    if (question === undefined)
      reader.reject(
        nameColumn(0),
        `${JSON.stringify(number)} is not the number of a question: ${JSON.stringify(said.join(' | '))}.`,
      );
    else reader.putEvidence(question.id, texts);
  }
  return { fields: reader.finish(questions), faults: reader.faults };
}
