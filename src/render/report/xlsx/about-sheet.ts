/** The last sheet of a workbook: the result, its limits, and the values that the status of an action can have. */
import type { Row, SheetData } from 'write-excel-file/node';
import { formatMessage } from '#domain/messages.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import type { ReportContext } from '#render/report/context.ts';
import { describeSource } from '#render/report/cover.ts';
import { writeFileTitle } from '#render/report/office/office-wording.ts';
import { listLeftOut } from '#render/report/voices/left-out.ts';
import { describeAgreed, describeWhoAnswered } from '#render/report/voices/people.ts';
import { writePerceptionTitle } from '#render/report/voices/perception.ts';
import { describePlanGain } from '#render/report/wording/gain.ts';
import { listSurprise, renderHeadline } from '#render/report/wording/headline.ts';
import { describeLimits, describeMethod } from '#render/report/wording/phrases.ts';
import { makeCell, measureRow } from './tables.ts';

/** Width of the sheet, in characters. */
export const aboutWidth = 100;

/** Lists the values that the status of an action can have. */
export function listProgress({ messages }: ReportContext): readonly string[] {
  return [
    messages['office.notStarted'],
    messages['office.inProgress'],
    messages['office.done'],
    messages['office.dropped'],
  ];
}

/** Lists who answered, what differs most, and what is left out; nothing for one person. */
function describeVoices(report: ReportDocument, { messages }: ReportContext): readonly string[] {
  const { voices } = report;
  if (voices === undefined) return [];
  return [
    describeWhoAnswered(voices, messages),
    `${writePerceptionTitle(report, voices, messages)}.`,
    messages['voices.gapAbout'],
    describeAgreed(voices, messages) ?? '',
    ...listLeftOut(voices, messages).map(({ text }) => text),
    messages['voices.otherAbout'],
  ].filter((line) => line !== '');
}

/** Makes the rows of the last sheet: the result, its limits, and the values of the status below each other. */
export function makeAbout(
  report: ReportDocument,
  context: ReportContext,
): { rows: SheetData; firstValue: number } {
  const { messages, model, brand } = context;
  const { sources } = report;
  const title = writeFileTitle(report, messages);
  const lines = [
    ...renderHeadline(report, messages),
    ...listSurprise(report, messages),
    ...describePlanGain(report, messages),
    ...describeVoices(report, context),
    ...describeLimits(report, messages),
    ...sources.map((source) => describeSource(source, messages, context.isTechnical)),
    ...(brand.name === undefined ? [] : [formatMessage(messages, 'report.preparedBy', { name: brand.name })]),
    ...describeMethod(report, messages, model),
    messages['office.printed'],
  ];
  const head = (text: string): Row => [{ ...makeCell(text), fontWeight: 'bold' }];
  const before = [
    head(title),
    ...lines.map((line): Row => [{ ...makeCell(line), height: measureRow([line], [aboutWidth]) }]),
    [],
    head(messages['office.progressList']),
  ];
  return {
    rows: [...before, ...listProgress(context).map((value): Row => [makeCell(value)])],
    firstValue: before.length + 1,
  };
}
