import { type Model, type Question, type Role, roles } from '#domain/model.ts';
import { getWording } from '#domain/scoring/questionnaire.ts';
import type { QuestionsList } from '#domain/types/questions.ts';
import { type Column, renderTable } from '#render/csv.ts';
import type { Separator } from '#render/report/choices.ts';
import { listTerms, listUsedTerms } from '#domain/terms.ts';
import { escapeLine } from '#render/escape.ts';
import { hang, wrap } from '#render/terminal/layout.ts';
import type { Theme } from '#render/terminal/theme.ts';

/** Converts questions and all practices of the model to data for other tools, in asking order. */
export function toQuestionsData(model: Model, questions: readonly Question[]): QuestionsList {
  return {
    model: { id: model.id, version: model.version, digest: model.digest },
    questions: questions.map((question) => ({
      id: question.id,
      element: question.element,
      block: question.block,
      practice: question.practice,
      ask: question.ask,
      askAccountManagers: question.askAccountManagers ?? null,
      quick: question.quick,
      weight: question.weight,
      kind: question.kind,
      bestAnsweredBy: question.bestAnsweredBy,
      guessFor: question.guessFor,
      mayNotApply: question.mayNotApply,
      notApplicableReasons: question.notApplicableReasons,
      evidenceMaxAge: question.evidenceMaxAge,
      disprovedBy: question.disprovedBy,
      why: question.why,
      levels: question.levels,
      probe: question.probe,
      terms: listTerms(question, model.terms).map(({ id }) => id),
      evidence: question.evidence,
      redFlags: question.redFlags,
      recommendations: question.recommendations,
    })),
    terms: listUsedTerms(questions, model.terms).map(({ id, term, counts, doesNotCount }) => ({
      id,
      term,
      counts,
      doesNotCount,
    })),
    practices: model.practices.map((practice) => ({
      id: practice.id,
      element: practice.element,
      block: practice.block,
      name: practice.name,
      about: practice.about,
      weight: practice.weight,
      target: practice.target,
      dependsOn: practice.dependsOn,
    })),
  };
}

/** Makes the columns of the table of questions. Their names are a contract: other programs read them. */
function makeColumns(model: Model): readonly Column<Question>[] {
  return [
    ['id', ({ id }) => id],
    ['element', ({ element }) => element],
    ['block', ({ block }) => block],
    ['practice', ({ practice }) => model.practices.find(({ id }) => id === practice)?.name ?? practice],
    ['quick', ({ quick }) => quick],
    ['weight', ({ weight }) => weight],
    ['kind', ({ kind }) => kind],
    ['bestAnsweredBy', ({ bestAnsweredBy }) => bestAnsweredBy],
    [
      'mayNotApply',
      ({ mayNotApply, notApplicableReasons }) => (mayNotApply ? notApplicableReasons.join(' ') : null),
    ],
    ...roles.map((role): Column<Question> => [`ask.${role}`, ({ ask }) => ask[role]]),
    ['ask.accountManagers', ({ askAccountManagers }) => askAccountManagers],
    ...[0, 1, 2, 3, 4].flatMap((level): Column<Question>[] => [
      [`level${level}.label`, ({ levels }) => levels[level]?.label],
      [`level${level}`, ({ levels }) => levels[level]?.means],
    ]),
    ['probe', ({ probe }) => probe],
    ['why', ({ why }) => why],
    ['redFlags', ({ redFlags }) => redFlags.join(' ')],
  ];
}

/** Renders a table with a row for each question, for a spreadsheet. */
export function renderQuestionsCsv(
  model: Model,
  questions: readonly Question[],
  separator?: Separator,
): string {
  return renderTable(makeColumns(model), questions, separator);
}

/** Says how many questions are listed, and how many of them are in the quick set. */
function describeCount(count: number, quick: number): string {
  if (count === 1)
    return quick === 1 ? '1 question, in the quick set (*).' : '1 question, not in the quick set.';
  return `${count} questions, ${quick === 0 ? 'none' : quick} of them in the quick set (*).`;
}

/** Renders questions as a list in the wording of a role. Quick ones are starred. */
export function renderQuestions(
  model: Model,
  questions: readonly Question[],
  role: Role,
  { width, theme }: { width: number; theme: Theme },
): string {
  const lines: string[] = [];
  for (const element of model.elements) {
    const own = questions.filter((question) => question.element === element.id);
    if (own.length === 0) continue;
    lines.push(theme.strong(escapeLine(`${element.name}: ${element.asks}`)), '');
    for (const question of own) {
      lines.push(
        ...hang(question.quick ? '* ' : '  ', theme.accent(question.id), width),
        ...wrap(escapeLine(getWording(question, role)), width - 4).map((line) => `    ${line}`),
      );
    }
    lines.push('');
  }
  const quick = questions.filter(({ quick: starred }) => starred).length;
  lines.push(theme.faint(describeCount(questions.length, quick)), '');
  return lines.join('\n');
}
