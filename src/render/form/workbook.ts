import writeWorkbook, { type CellObject, type Row } from 'write-excel-file/node';
import { listReasonMarks } from '#domain/form/reason-marks.ts';
import { evidenceParts, nameField, notApplicablePrefix, toFields } from '#domain/form/fields.ts';
import { estimateMinutes, getAnswer } from '#domain/interview/interview.ts';
import { formatMessage } from '#domain/messages.ts';
import type { Question } from '#domain/model.ts';
import { listUsedTerms } from '#domain/terms.ts';
import { escapeLines } from '#render/escape.ts';
import { ownAccent } from '#render/report/charts/accent.ts';
import { fontName } from '#render/report/office/colors.ts';
import { settleArchive } from '#render/report/office/settle-archive.ts';
import { measureRow } from '#render/report/xlsx/tables.ts';
import { describeKindOfEvidence } from '#render/report/wording/labels.ts';
import { describeTerm } from '#render/terminal/help.ts';
import { type Form, describeGroup } from './form.ts';
import { getStartFields, listOwnFields } from './own-fields.ts';
import { offerChoices } from './workbook-choices.ts';

/** Row of the first field on the first sheet, from 1. */
const firstOwn = 7;

/** Rows for evidence that are ready to fill in. The sheet takes more. */
const emptyEvidenceRows = 20;

/** A cell with text, which is never a formula. Hidden characters are made visible. */
function makeCell(text: string | undefined, style: Partial<CellObject> = {}): CellObject {
  const base = { alignVertical: 'top', wrap: true, ...style } as const;
  if (text === undefined || text === '') return base as CellObject;
  return { ...base, type: String, value: escapeLines(text).join('\n'), format: '@' } as CellObject;
}

const bold = { fontWeight: 'bold' } as const;
const head = (text: string): CellObject => makeCell(text, { ...bold, backgroundColor: '#e7ebf0' });
/** The head of a column to fill in. */
const fillHead = (text: string): CellObject =>
  makeCell(text, { ...bold, backgroundColor: ownAccent.light, textColor: '#ffffff' });
const makeSmallCell = (text: string): CellObject =>
  makeCell(text, { textColor: '#8a94a3', fontSize: 8, wrap: false });
/** A cell to fill in. */
const makeBlankCell = (text = ''): CellObject =>
  makeCell(text, { borderColor: '#8a94a3', borderStyle: 'thin' });

function makeStart(form: Form): Row[] {
  const { model, start, questions } = form;
  const { messages } = model;
  const own = getStartFields(form);
  const count = questions.length;
  const { answers: _answers, context: _context, opening: _opening, closing: _closing, ...rest } = start;
  const sheet = messages['form.sheetQuestions'];
  return [
    [makeCell(messages['report.title'], { ...bold, fontSize: 16, wrap: false })],
    [makeCell(formatMessage(messages, 'form.welcome', { count, minutes: estimateMinutes(count) }))],
    [makeCell(formatMessage(messages, 'form.workbookHow', { sheet }))],
    [makeCell(describeGroup(form), bold)],
    [makeCell(model.scale.instruction)],
    [],
    ...listOwnFields(form).map(({ name, label, hint }): Row => [
      makeCell(hint === undefined ? label : `${label} ${hint}`),
      makeBlankCell(own[name]),
      makeSmallCell(name),
    ]),
    [],
    [
      makeCell(messages['form.workbookReference'], { textColor: '#8a94a3' }),
      makeSmallCell(JSON.stringify({ language: model.language, head: rest })),
      makeSmallCell('head'),
    ],
  ];
}

/** Lists the other answers to a question: why it may not apply, with what to write. */
function listReasons({ model }: Form, question: Question): string {
  const marks = listReasonMarks(question);
  return marks
    .map((mark, index) => {
      const id = question.notApplicableReasons[index];
      const reason = model.notApplicableReasons.find((each) => each.id === id)?.means ?? id ?? '';
      return `${mark}: ${formatMessage(model.messages, 'form.notApplicable', { reason })}`;
    })
    .join('\n');
}

function makeQuestion(form: Form, question: Question, index: number): Row {
  const answer = getAnswer(form.start, question);
  const fields = answer === undefined ? {} : toFields({ ...form.start, answers: { [question.id]: answer } });
  const choice = fields[nameField(question.id, 'choice')] ?? '';
  const reason = question.notApplicableReasons.indexOf(choice.replace(notApplicablePrefix, ''));
  const shown = choice === 'unknown' ? '?' : (listReasonMarks(question)[reason] ?? choice);
  return [
    { ...makeCell(undefined), type: Number, value: index + 1 },
    makeCell(question.ask[form.role] ?? question.ask.leader, bold),
    ...question.levels.map(({ label, means }) => makeCell(`${label}: ${means}`)),
    makeCell(listReasons(form, question)),
    makeBlankCell(shown),
    makeBlankCell(),
    makeBlankCell(answer?.note),
    makeBlankCell(fields[nameField(question.id, 'lowest.level')]),
    makeBlankCell(fields[nameField(question.id, 'lowest.where')]),
    makeCell(question.probe),
    makeSmallCell([question.id, choice, answer?.answeredOn ?? ''].join(' ').trim()),
  ].map((each) => ({ bottomBorderStyle: 'thin', bottomBorderColor: '#d3d9e1', ...each }));
}

function makeQuestions(form: Form): Row[] {
  const { messages } = form.model;
  return [
    [
      head(''),
      head(messages['form.workbookQuestion']),
      ...[0, 1, 2, 3, 4].map((level) => head(String(level))),
      head(messages['form.workbookOr']),
      fillHead(messages['form.workbookAnswer']),
      fillHead(messages['form.workbookCase']),
      fillHead(messages['form.note']),
      fillHead(messages['lowest.level']),
      fillHead(messages['lowest.where']),
      head(messages['help.probe']),
      head(messages['form.workbookReference']),
    ],
    ...form.questions.map((question, index) => makeQuestion(form, question, index)),
  ];
}

function makeEvidence(form: Form): Row[] {
  const { messages } = form.model;
  const given = form.questions.flatMap((question, index) =>
    (getAnswer(form.start, question)?.evidence ?? []).map((piece): Row => [
      makeBlankCell(String(index + 1)),
      ...evidenceParts.map((part) =>
        makeBlankCell(part === 'kind' ? describeKindOfEvidence(piece.kind, messages) : piece[part]),
      ),
    ]),
  );
  return [
    [
      fillHead(messages['form.workbookQuestion']),
      fillHead(messages['form.workbookKind']),
      fillHead(messages['form.evidenceDate']),
      fillHead(messages['form.evidenceWhat']),
      fillHead(messages['form.evidenceRef']),
      fillHead(messages['form.evidenceSeenBy']),
    ],
    ...given,
    ...Array.from({ length: emptyEvidenceRows }, (): Row => Array.from({ length: 6 }, () => makeBlankCell())),
  ];
}

/** Makes every row as high as its texts need: no program works that out by itself. */
function fitRows(rows: readonly Row[], widths: readonly number[]): Row[] {
  return rows.map((row) => {
    const texts = row.map((each) => {
      const { value, wrap } = (each ?? {}) as CellObject;
      return wrap === true && typeof value === 'string' ? value : undefined;
    });
    const height = measureRow(texts, widths);
    return row.map((each) => ({ ...(each as CellObject), height }));
  });
}

/** A sheet whose rows show their texts whole. */
function makeSheet(sheet: string, rows: readonly Row[], widths: readonly number[]) {
  return { sheet, data: fitRows(rows, widths), columns: widths.map((width) => ({ width })) };
}

/**
 * Renders a form as a workbook to fill in, which `import` reads.
 *
 * @param today day that the dates in the file are, YYYY-MM-DD
 */
export async function renderFormWorkbook(form: Form, today: string): Promise<Uint8Array> {
  const { model, questions } = form;
  const { messages } = model;
  const words = listUsedTerms(questions, model.terms).map((term): Row => [
    makeCell(describeTerm(term, messages)),
  ]);
  const landscape = { orientation: 'landscape' } as const;
  const workbook = await writeWorkbook(
    [
      { ...makeSheet('Start', makeStart(form), [70, 60, 6]), showGridLines: false },
      {
        ...makeSheet(
          messages['form.sheetQuestions'],
          makeQuestions(form),
          [4, 36, 22, 22, 22, 22, 22, 22, 14, 30, 30, 12, 20, 30, 10],
        ),
        stickyRowsCount: 1,
        stickyColumnsCount: 2,
        ...landscape,
      },
      {
        ...makeSheet(messages['form.sheetEvidence'], makeEvidence(form), [10, 24, 14, 50, 40, 24]),
        stickyRowsCount: 1,
        ...landscape,
      },
      { ...makeSheet(messages['form.sheetWords'], words, [110]), showGridLines: false },
    ],
    { fontFamily: fontName, fontSize: 10, features: [offerChoices(form, firstOwn)] },
  ).toBuffer();
  return settleArchive(workbook, today);
}
