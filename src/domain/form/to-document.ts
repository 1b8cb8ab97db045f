import type { Answer, AnswersDocument, Context, Evidence } from '#domain/types/answers.ts';
import {
  type EvidencePart,
  type Fields,
  type OwnField,
  type QuestionPart,
  evidenceParts,
  mostEvidence,
  nameEvidenceField,
  nameField,
  notApplicablePrefix,
} from './fields.ts';

/** Returns an object without the keys whose text is empty. */
function dropEmpty<T extends object>(object: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== '' && value !== undefined),
  ) as Partial<T>;
}

/** Reads a field: without white space around it, and without halves of characters, which no file can hold. */
function readText(fields: Fields, name: string): string {
  return (fields[name] ?? '').trim().replace(/\p{Cs}/gu, '\ufffd');
}

/** Reads a number that a field must hold. Returns undefined for anything else. */
function readCount(fields: Fields, name: OwnField): number | undefined {
  const text = readText(fields, name);
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}

function readEvidence(fields: Fields, id: string, place: number): Evidence | undefined {
  const read = (part: EvidencePart): string => readText(fields, nameEvidenceField(id, place, part));
  const what = read('what');
  if (what === '') return undefined;
  return {
    kind: (read('kind') || 'artifact') as Evidence['kind'],
    ...dropEmpty({ date: read('date') }),
    what,
    ...dropEmpty({ ref: read('ref'), seenBy: read('seenBy') }),
  };
}

/** Returns whether a piece of evidence says anything besides its kind. */
export function isEvidenceFilled(fields: Fields, id: string, place: number): boolean {
  return evidenceParts.some(
    (part) => part !== 'kind' && readText(fields, nameEvidenceField(id, place, part)) !== '',
  );
}

function listEvidence(fields: Fields, id: string): Evidence[] {
  const told = readText(fields, nameField(id, 'case'));
  const on = readText(fields, nameField(id, 'case.on'));
  const evidence = Array.from({ length: mostEvidence }, (_, place) => readEvidence(fields, id, place));
  return [
    ...(told !== '' ? [{ kind: 'instance' as const, ...dropEmpty({ date: on }), what: told }] : []),
    ...evidence.filter((piece) => piece !== undefined),
  ].slice(0, mostEvidence);
}

/**
 * Puts an answer together from its fields. Returns undefined if nothing was chosen.
 *
 * @param before the answer that the form began with, for what no field shows
 */
function toAnswer(fields: Fields, id: string, before: Answer | undefined): Answer | undefined {
  const read = (part: QuestionPart): string => readText(fields, nameField(id, part));
  const choice = read('choice');
  if (choice === '') return undefined;
  const {
    level: _level,
    unknown: _unknown,
    notApplicable: _reason,
    lowest: _lowest,
    evidence: _evidence,
    note: _note,
    answeredOn: _on,
    ...rest
  } = before ?? {};
  const last = { ...dropEmpty({ note: read('note'), answeredOn: read('on') }), ...rest };
  if (choice.startsWith(notApplicablePrefix))
    return { notApplicable: choice.slice(notApplicablePrefix.length), ...last };
  const level = choice === 'unknown' ? undefined : Number(choice);
  const evidence = listEvidence(fields, id);
  const end = { ...(evidence.length > 0 && { evidence }), ...last };
  if (level === undefined) return { unknown: true, ...end };
  const lowest = { level: read('lowest.level'), where: read('lowest.where') };
  const isLower = lowest.level !== '' && Number(lowest.level) < level && lowest.where !== '';
  return { level, ...(isLower && { lowest: { ...lowest, level: Number(lowest.level) } }), ...end };
}

function toContext(fields: Fields): Context | undefined {
  const read = (name: OwnField): string => readText(fields, name);
  const baseline = dropEmpty({
    revenue: read('context.revenue'),
    profit: read('context.profit'),
    share: read('context.share'),
  });
  const context = dropEmpty({
    sellers: readCount(fields, 'context.sellers'),
    managers: readCount(fields, 'context.managers'),
    customers: read('context.customers') as Context['customers'],
    spread: read('context.spread'),
    baseline: Object.keys(baseline).length === 0 ? undefined : baseline,
  });
  return Object.keys(context).length === 0 ? undefined : (context as Context);
}

/**
 * Puts answers together from the fields of a form, with the keys in the order in which the interview writes them.
 *
 * @param start the answers that the form began with, for what no field shows
 * @param questions ids of the questions on the form, in asking order; other answers stay as they were
 */
export function toDocument(
  fields: Fields,
  start: AnswersDocument,
  questions: readonly string[],
): AnswersDocument {
  const read = (name: OwnField): string => readText(fields, name);
  const { organization, respondent, model, scope, kind, schemaVersion, ...rest } = start;
  const {
    context: _context,
    opening: _opening,
    closing: _closing,
    startedOn: _on,
    answers,
    ...others
  } = rest;
  const { role, name: _name, ...identity } = respondent;
  const context = toContext(fields);
  const opening = dropEmpty({ first: read('opening.first'), again: read('opening.again') });
  const asked = new Set(questions);
  const given = questions.flatMap((id) => {
    const answer = toAnswer(fields, id, answers[id]);
    return answer === undefined ? [] : [[id, answer] as const];
  });
  return {
    kind,
    schemaVersion,
    model,
    organization: { name: read('organization') || organization.name },
    respondent: { role, ...dropEmpty({ name: read('name') }), ...identity },
    ...others,
    ...dropEmpty({ startedOn: read('startedOn') }),
    ...(scope !== undefined && { scope }),
    ...(context !== undefined && { context }),
    ...(Object.keys(opening).length > 0 && { opening }),
    answers: Object.fromEntries([...Object.entries(answers).filter(([id]) => !asked.has(id)), ...given]),
    ...dropEmpty({ closing: read('closing') }),
  };
}
