import type { Answer, AnswersDocument, Evidence } from '#domain/types/answers.ts';

/**
 * What somebody filled in, by the name of the field. Names are made by `nameField`, or are those of `ownFields`. An
 * empty field has an empty text or is missing.
 */
export type Fields = Readonly<Record<string, string>>;

/** Fields that belong to no question. */
export const ownFields = [
  'organization',
  'name',
  'startedOn',
  'opening.first',
  'opening.again',
  'closing',
  'context.sellers',
  'context.managers',
  'context.customers',
  'context.spread',
  'context.revenue',
  'context.profit',
  'context.share',
] as const;

/** A field that belongs to no question. */
export type OwnField = (typeof ownFields)[number];

/** Fields of a question besides its evidence. `case` is what the respondent tells at level 3 or 4. */
const questionParts = ['choice', 'on', 'note', 'lowest.level', 'lowest.where', 'case', 'case.on'] as const;

/** A field of a question. */
export type QuestionPart = (typeof questionParts)[number];

/** Fields of a piece of evidence. */
export const evidenceParts = ['kind', 'date', 'what', 'ref', 'seenBy'] as const;

/** A field of a piece of evidence. */
export type EvidencePart = (typeof evidenceParts)[number];

/** Most pieces of evidence of an answer. */
export const mostEvidence = 50;

/** Returns the name of a field of a question. */
export function nameField(question: string, part: QuestionPart): string {
  return `${question}/${part}`;
}

/** Returns the name of a field of a piece of evidence, by its place from 0. */
export function nameEvidenceField(question: string, place: number, part: EvidencePart): string {
  return `${question}/evidence/${place}/${part}`;
}

/** The start of a choice that says why a question does not apply. */
export const notApplicablePrefix = 'not-applicable:';

/** Returns the choice that an answer is: its level, `unknown`, or the reason why the question does not apply. */
function toChoice({ level, notApplicable }: Answer): string {
  if (level !== undefined) return String(level);
  return notApplicable === undefined ? 'unknown' : `${notApplicablePrefix}${notApplicable}`;
}

/** Whether a piece of evidence is a case as the form asks for it: with a date and a description alone. */
function isCase({ kind, ref, seenBy }: Evidence): boolean {
  return kind === 'instance' && ref === undefined && seenBy === undefined;
}

function* listAnswerFields(id: string, answer: Answer): Generator<[string, string | undefined]> {
  const { lowest, note, answeredOn, evidence = [] } = answer;
  yield [nameField(id, 'choice'), toChoice(answer)];
  yield [nameField(id, 'on'), answeredOn];
  yield [nameField(id, 'note'), note];
  yield [nameField(id, 'lowest.level'), lowest && String(lowest.level)];
  yield [nameField(id, 'lowest.where'), lowest?.where];
  // The case comes first when the answer is put together again, so only a first one goes there.
  const [first] = evidence;
  const told = first !== undefined && isCase(first) ? first : undefined;
  yield [nameField(id, 'case'), told?.what];
  yield [nameField(id, 'case.on'), told?.date];
  for (const [place, piece] of evidence.slice(told === undefined ? 0 : 1).entries()) {
    for (const part of evidenceParts) yield [nameEvidenceField(id, place, part), piece[part]];
  }
}

/** Returns the fields of a form that answers fill. */
export function toFields(document: AnswersDocument): Fields {
  const { context, opening, respondent, organization } = document;
  const own: Record<OwnField, string | number | undefined> = {
    organization: organization.name,
    name: respondent.name,
    startedOn: document.startedOn,
    'opening.first': opening?.first,
    'opening.again': opening?.again,
    closing: document.closing,
    'context.sellers': context?.sellers,
    'context.managers': context?.managers,
    'context.customers': context?.customers,
    'context.spread': context?.spread,
    'context.revenue': context?.baseline?.revenue,
    'context.profit': context?.baseline?.profit,
    'context.share': context?.baseline?.share,
  };
  const entries = [
    ...Object.entries(own),
    ...Object.entries(document.answers).flatMap(([id, answer]) => [...listAnswerFields(id, answer)]),
  ];
  return Object.fromEntries(
    entries.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, String(value)]])),
  );
}
