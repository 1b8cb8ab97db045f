import { isDate } from '#domain/calendar.ts';
import { getPastDate } from '#domain/dates.ts';
import {
  addEvidence,
  describeEvidence,
  replaceEvidence,
  setDissent,
  setNote,
  toNotApplicable,
} from '#domain/interview/interview.ts';
import type { Model, Question } from '#domain/model.ts';
import type { Answer, Evidence } from '#domain/types/answers.ts';
import { formatMessage } from '#domain/messages.ts';
import type { TextRequest } from '#io/terminal/asker.ts';
import { escapeLine, escapeLines } from '#render/escape.ts';
import { describeKind } from '#render/terminal/help.ts';
import type { Interview, Save } from '#app/interview/state.ts';

/** Most characters of each text. */
export const limits = { what: 2000, ref: 2000, seenBy: 300, note: 10_000 } as const;

/** Returns the message for a text that is too long, else undefined. */
export function findLengthFault(text: string, limit: number, model: Model): string | undefined {
  if (text.length <= limit) return undefined;
  return formatMessage(model.messages, 'intake.tooLong', { length: text.length, limit });
}

const kinds = ['artifact', 'affirmation', 'declaration', 'instance'] as const;

/** Asks for a piece of evidence, or for changes to one, and saves it. An empty description cancels. */
async function askEvidence(
  { asker, model, today }: Interview,
  before: Evidence | undefined,
  save: (evidence: Evidence) => Promise<void>,
): Promise<void> {
  const { messages } = model;
  const kind = await asker.choose({
    message: messages['evidence.kind'],
    choices: kinds
      .map((value) => ({ name: `${value}: ${describeKind(value, model)}`, value }))
      .toSorted((a, b) => Number(b.value === before?.kind) - Number(a.value === before?.kind)),
  });
  const makeLimit = (limit: number) => (text: string) => findLengthFault(text, limit, model);
  const ask = (
    message: string,
    initial: string | undefined,
    request: Partial<TextRequest>,
  ): Promise<string> => asker.text({ message, ...(initial !== undefined && { initial }), ...request });
  const what = await ask(messages['evidence.what'], before?.what, {
    isLong: true,
    validate: makeLimit(limits.what),
  });
  if (what === '') return;
  const date = await ask(messages['evidence.date'], before?.date, {
    validate: (text) => {
      if (text === '') return undefined;
      if (!isDate(text)) return formatMessage(messages, 'evidence.dateWrong', { example: today });
      if (getPastDate(text, today) !== undefined) return undefined;
      return formatMessage(messages, 'evidence.dateOutOfRange', { today });
    },
  });
  const ref = await ask(messages['evidence.ref'], before?.ref, { validate: makeLimit(limits.ref) });
  await ask(messages['evidence.seenBy'], before?.seenBy, {
    validate: makeLimit(limits.seenBy),
    save: (seenBy) =>
      save({
        kind,
        ...(date !== '' && { date }),
        what,
        ...(ref !== '' && { ref }),
        ...(seenBy !== '' && { seenBy }),
      }),
  });
}

/** Asks which piece of evidence to change; null for a new one. */
async function askWhichEvidence(
  { asker, model }: Interview,
  evidence: readonly Evidence[],
): Promise<number | null> {
  if (evidence.length === 0) return null;
  return asker.choose<number | null>({
    message: model.messages['evidence.which'],
    choices: [
      { name: model.messages['evidence.add'], value: null },
      ...evidence.map((each, index) => ({ name: escapeLine(describeEvidence(each)), value: index })),
    ],
  });
}

/** Adds a piece of evidence to an answer, or changes or removes one. */
export async function changeEvidence(interview: Interview, answer: Answer, save: Save): Promise<void> {
  const { asker, model } = interview;
  const { messages } = model;
  const all = answer.evidence ?? [];
  const place = await askWhichEvidence(interview, all);
  if (place === null) {
    await askEvidence(interview, undefined, (evidence) => save(addEvidence(answer, evidence)));
    return;
  }
  const before = all[place];
  if (before === undefined) return;
  const next = await asker.choose({
    message: formatMessage(messages, 'evidence.change', { evidence: escapeLine(describeEvidence(before)) }),
    choices: [
      { name: messages['evidence.edit'], value: 'edit' },
      { name: messages['evidence.remove'], value: 'remove' },
      { name: messages['evidence.keep'], value: 'keep' },
    ] as const,
    save: async (chosen) => {
      if (chosen === 'remove') await save(replaceEvidence(answer, place, undefined));
    },
  });
  if (next === 'edit') {
    await askEvidence(interview, before, (evidence) => save(replaceEvidence(answer, place, evidence)));
  }
}

/** Asks for a text about an answer, and saves it. An empty text keeps the old one, and `-` removes it. */
async function askAbout(
  { asker, model }: Interview,
  message: string,
  before: string | undefined,
  save: (text: string) => Promise<void>,
): Promise<void> {
  await asker.text({
    message,
    ...(before !== undefined && { hint: escapeLines(before).join('\n') }),
    isLong: true,
    validate: (typed) => findLengthFault(typed, limits.note, model),
    save: (text) => save(text === '-' ? '' : text || (before ?? '')),
  });
}

/** Asks for a note, or for the reason of a team, which is one, and saves it. */
export async function askNote(
  interview: Interview,
  answer: Answer,
  save: Save,
  message: 'note.ask' | 'reason.ask' = 'note.ask',
): Promise<void> {
  const text = interview.model.messages[message];
  await askAbout(interview, text, answer.note, (note) => save(setNote(answer, note)));
}

/** Asks who sees an answer of a team differently, and saves it. */
export async function askDissent(interview: Interview, answer: Answer, save: Save): Promise<void> {
  const text = interview.model.messages['dissent.ask'];
  await askAbout(interview, text, answer.dissent, (dissent) => save(setDissent(answer, dissent)));
}

/** Asks why a question does not apply, and saves that answer. */
export async function askNotApplicable(
  { asker, model, today }: Interview,
  question: Question,
  save: Save,
): Promise<void> {
  const { messages } = model;
  const reasons = model.notApplicableReasons.filter(({ id }) => question.notApplicableReasons.includes(id));
  const reason = await asker.choose({
    message: messages['notApplicable.reason'],
    choices: reasons.map(({ id, means }) => ({ name: means, value: id })),
  });
  await asker.text({
    message: messages['notApplicable.why'],
    isLong: true,
    validate: (text) => findLengthFault(text, limits.note, model),
    save: (why) => save(toNotApplicable(reason, why, today)),
  });
}
