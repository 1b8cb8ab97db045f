import { groupBy } from '#domain/groups.ts';
import { type Model, type Question, type Role, listQuestions, roles } from '#domain/model.ts';
import { makeQuestionnaire } from '#domain/scoring/questionnaire.ts';
import type { Answer, AnswersDocument } from '#domain/types/answers.ts';

/** One person who answered, or answers that a team agreed on. */
export interface Respondent {
  /** Number within the role, for one report: `seller-3`. Says nothing about the file. */
  readonly id: string;
  readonly answers: AnswersDocument;
}

/** Several respondents of one audit. */
export interface Audience {
  /** Everyone who answered, in an order that does not depend on that of their files. */
  readonly respondents: readonly Respondent[];
  /** Answers that a team agreed on; undefined without any. */
  readonly agreed: AnswersDocument | undefined;
  /** Questions that at least one respondent was asked, in asking order. */
  readonly asked: readonly Question[];
  readonly isAsked: (respondent: Respondent, question: Question) => boolean;
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Orders and numbers respondents: by role, unit, name and then content. Of several answers that a team agreed on, the
 * latest count.
 */
export function gatherAudience(model: Model, documents: readonly AnswersDocument[]): Audience {
  const sorted = documents
    .filter(({ agreed }) => agreed === undefined)
    .map((answers) => ({ answers, content: JSON.stringify(answers) }))
    .toSorted(
      ({ answers: { respondent: a }, content: left }, { answers: { respondent: b }, content: right }) =>
        roles.indexOf(a.role) - roles.indexOf(b.role) ||
        compareTexts(a.unit ?? '', b.unit ?? '') ||
        compareTexts(a.name ?? '', b.name ?? '') ||
        compareTexts(left, right),
    )
    .map(({ answers }) => answers);
  const byRole = groupBy(sorted, ({ respondent }) => respondent.role);
  const respondents = [...byRole].flatMap(([role, people]) =>
    people.map((answers, index) => ({ id: `${role}-${index + 1}`, answers })),
  );
  const questionnaires = new Map<string, ReadonlySet<string>>();
  const getAsked = ({ respondent: { role }, scope = 'full' }: AnswersDocument): ReadonlySet<string> => {
    const key = `${role} ${scope}`;
    const known = questionnaires.get(key);
    if (known !== undefined) return known;
    const ids = new Set(makeQuestionnaire(model, role, scope).map(({ id }) => id));
    questionnaires.set(key, ids);
    return ids;
  };
  return {
    respondents,
    agreed: documents
      .filter(({ agreed }) => agreed !== undefined)
      .toSorted((a, b) => compareTexts(a.agreed?.on ?? '', b.agreed?.on ?? ''))
      .at(-1),
    asked: listQuestions(model).filter(({ id }) =>
      respondents.some(({ answers }) => getAsked(answers).has(id)),
    ),
    isAsked: ({ answers }, { id }) => getAsked(answers).has(id),
  };
}

/** Returns the respondents of a role who were asked a question. */
export function listAsked(
  { respondents, isAsked }: Audience,
  role: Role,
  question: Question,
): readonly Respondent[] {
  return respondents.filter((each) => each.answers.respondent.role === role && isAsked(each, question));
}

/** Returns the answer of a respondent, if there is one. */
export function getAnswerOf({ answers }: Respondent, { id }: Question): Answer | undefined {
  return Object.hasOwn(answers.answers, id) ? answers.answers[id] : undefined;
}
