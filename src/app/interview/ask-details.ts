import { isDate } from '#domain/calendar.ts';
import { getPastDate } from '#domain/dates.ts';
import { toNotApplicable } from '#domain/interview.ts';
import type { Model, Question } from '#domain/model.ts';
import type { Answer, Evidence } from '#domain/types/answers.ts';
import { formatMessage } from '#domain/messages.ts';
import { escapeLine } from '#render/escape.ts';
import { describeKind } from '#render/terminal/help.ts';
import type { Interview } from './state.ts';

const limits = { what: 2000, ref: 2000, seenBy: 300, note: 10_000 } as const;

/** Returns the message for a text that is too long, else undefined. */
export function findLengthFault(text: string, limit: number, model: Model): string | undefined {
  if (text.length <= limit) return undefined;
  return formatMessage(model.messages, 'intake.tooLong', { length: text.length, limit });
}

/** Asks for a piece of evidence. Returns undefined if the person enters none. */
export async function askEvidence({ asker, model, today }: Interview): Promise<Evidence | undefined> {
  const { messages } = model;
  const kind = await asker.choose(
    messages['evidence.kind'],
    (['artifact', 'affirmation', 'declaration'] as const).map((value) => ({
      name: `${value}: ${describeKind(value, model)}`,
      value,
    })),
  );
  const limited = (limit: number) => (text: string) => findLengthFault(text, limit, model);
  const what = await asker.text({ message: messages['evidence.what'], validate: limited(limits.what) });
  if (what === '') return undefined;
  const date = await asker.text({
    message: messages['evidence.date'],
    validate: (text) => {
      if (text === '') return undefined;
      if (!isDate(text)) return formatMessage(messages, 'evidence.dateWrong', { example: today });
      if (getPastDate(text, today) !== undefined) return undefined;
      return formatMessage(messages, 'evidence.dateOutOfRange', { today });
    },
  });
  const ref = await asker.text({ message: messages['evidence.ref'], validate: limited(limits.ref) });
  const seenBy = await asker.text({ message: messages['evidence.seenBy'], validate: limited(limits.seenBy) });
  return {
    kind,
    ...(date !== '' && { date }),
    what,
    ...(ref !== '' && { ref }),
    ...(seenBy !== '' && { seenBy }),
  };
}

/** Asks for a note. An empty answer keeps the old one, and `-` removes it. */
export async function askNote({ asker, model }: Interview, before: string | undefined): Promise<string> {
  const { messages } = model;
  const hint = before === undefined ? undefined : escapeLine(before);
  const text = await asker.text({
    message: messages['note.ask'],
    ...(hint !== undefined && { hint }),
    validate: (typed) => findLengthFault(typed, limits.note, model),
  });
  if (text === '-') return '';
  return text === '' ? (before ?? '') : text;
}

/** Asks why a question does not apply. */
export async function askNotApplicable(
  { asker, model, today }: Interview,
  question: Question,
): Promise<Answer> {
  const { messages } = model;
  const reasons = model.notApplicableReasons.filter(({ id }) => question.notApplicableReasons.includes(id));
  const reason = await asker.choose(
    messages['notApplicable.reason'],
    reasons.map(({ id, means }) => ({ name: means, value: id })),
  );
  const why = await asker.text({
    message: messages['notApplicable.why'],
    validate: (text) => findLengthFault(text, limits.note, model),
  });
  return toNotApplicable(reason, why, today);
}
