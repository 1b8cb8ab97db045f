import { type AssessedQuestion, type Assessment, computeCoverage } from './scoring/assess.ts';
import { type Term, listTerms } from './explain-terms.ts';
import { type Gap, countModelDependents, findGaps } from './plan/gaps.ts';
import { getBlockKey, listPractices } from './scoring/roll-up.ts';
import {
  type Block,
  type Element,
  type Model,
  type Pattern,
  type Practice,
  type Question,
  type Recommendation,
  listQuestions,
  selectRecommendation,
} from './model.ts';

/** Anything that `explain` can explain, found by its id. */
export type Subject =
  | { readonly kind: 'question'; readonly question: Question }
  | { readonly kind: 'practice'; readonly practice: Practice }
  | { readonly kind: 'block'; readonly element: Element; readonly block: Block }
  | { readonly kind: 'element'; readonly element: Element }
  | { readonly kind: 'pattern'; readonly pattern: Pattern }
  | { readonly kind: 'recommendation'; readonly question: Question; readonly recommendation: Recommendation }
  | { readonly kind: 'overall' | 'balance' | 'coverage' };

/** Lists every id that can be explained. `findSubject` also accepts aliases for some of them. */
export function listExplainableIds(model: Model): readonly string[] {
  return [
    'overall',
    'balance',
    'coverage',
    ...model.elements.flatMap(({ id, blocks }) => [id, ...blocks.map((block) => getBlockKey(id, block.id))]),
    ...model.practices.map(({ id }) => id),
    ...model.patterns.map(({ id }) => id),
    ...listQuestions(model).map(({ id }) => id),
  ];
}

/**
 * Finds the subject with an id; undefined if there is none. Also accepts `element.practice` for a practice,
 * and a question with a level for a recommendation, as in `philosophy.stated-purpose.heard@2`.
 */
export function findSubject(model: Model, id: string): Subject | undefined {
  if (id === 'overall' || id === 'balance' || id === 'coverage') return { kind: id };
  const question = listQuestions(model).find((each) => each.id === id);
  if (question !== undefined) return { kind: 'question', question };
  const [asked, level] = id.split('@');
  const owner = listQuestions(model).find((each) => each.id === asked);
  if (owner !== undefined && /^[0-4]$/.test(level ?? '')) {
    const recommendation = selectRecommendation(owner, Number(level));
    if (recommendation !== undefined) return { kind: 'recommendation', question: owner, recommendation };
  }
  const pattern = model.patterns.find((each) => each.id === id);
  if (pattern !== undefined) return { kind: 'pattern', pattern };
  const practice = model.practices.find((each) => each.id === id || `${each.element}.${each.id}` === id);
  if (practice !== undefined) return { kind: 'practice', practice };
  for (const element of model.elements) {
    if (element.id === id) return { kind: 'element', element };
    const block = element.blocks.find((each) => getBlockKey(element.id, each.id) === id);
    if (block !== undefined) return { kind: 'block', element, block };
  }
  return undefined;
}

/** Scores of a subject in every lens; null = unknown. */
export type LensScores = Readonly<Record<'said' | 'shown' | 'declared' | 'low' | 'high', number | null>>;

/** Returns the scores of a block, an element or the whole; null for the other subjects. */
function getScores(assessment: Assessment, subject: Subject): LensScores {
  const getScore = (lens: keyof LensScores): number | null => {
    const { blocks, elements, overall } = assessment[lens];
    if (subject.kind === 'overall') return overall;
    if (subject.kind === 'element') return elements.get(subject.element.id) ?? null;
    if (subject.kind !== 'block') return null;
    return blocks.get(getBlockKey(subject.element.id, subject.block.id)) ?? null;
  };
  return {
    said: getScore('said'),
    shown: getScore('shown'),
    declared: getScore('declared'),
    low: getScore('low'),
    high: getScore('high'),
  };
}

/** The arithmetic behind a score: the terms of its mean, the coverage, and the gap, if any. */
export interface Arithmetic {
  /** Empty for a practice, whose terms are its questions, and for a subject that is not a mean. */
  readonly terms: readonly Term[];
  /** The scores that the terms give. */
  readonly scores: LensScores;
  /** The asked questions below the subject. */
  readonly asked: readonly AssessedQuestion[];
  /** Share, 0..1, of the applicable questions in `asked` that have a level; null if none applies. */
  readonly coverage: number | null;
  /** Only for a practice below its target. */
  readonly gap: Gap | undefined;
  /** Rank of the gap, from 1; undefined without a gap. */
  readonly rank: number | undefined;
  /** Number of practices that depend on the practice, directly or indirectly. */
  readonly dependents: number;
}

/** Computes the arithmetic behind the scores of a subject. Both lists are empty for a pattern. */
export function computeArithmetic(assessment: Assessment, subject: Subject): Arithmetic {
  const { model } = assessment;
  const selectAsked = (holds: (question: Question) => boolean): AssessedQuestion[] =>
    assessment.asked.filter(({ question }) => holds(question));
  const make = (
    terms: readonly Term[],
    asked: readonly AssessedQuestion[],
    practice?: Practice,
  ): Arithmetic => {
    const gaps = practice === undefined ? [] : findGaps(assessment);
    const index = gaps.findIndex((each) => each.practice.id === practice?.id);
    return {
      terms,
      scores: getScores(assessment, subject),
      asked,
      coverage: computeCoverage(asked),
      gap: gaps[index],
      rank: index < 0 ? undefined : index + 1,
      dependents: practice === undefined ? 0 : (countModelDependents(model).get(practice.id) ?? 0),
    };
  };
  const listPracticeTerms = (list: readonly Practice[]): Term[] =>
    listTerms(
      assessment,
      'practices',
      list.map(({ id, weight }) => ({ key: id, weight })),
      ({ practice }) => practice,
    );
  switch (subject.kind) {
    case 'question':
    case 'recommendation':
      return make(
        [],
        selectAsked(({ id }) => id === subject.question.id),
      );
    case 'pattern':
      return make([], []);
    case 'practice':
      return make(
        [],
        selectAsked(({ practice }) => practice === subject.practice.id),
        subject.practice,
      );
    case 'block': {
      const { element, block } = subject;
      const asked = selectAsked((question) => question.element === element.id && question.block === block.id);
      return make(listPracticeTerms(listPractices(model, element.id, block.id)), asked);
    }
    case 'element': {
      const { element } = subject;
      const asked = selectAsked((question) => question.element === element.id);
      if (element.blocks.length === 0)
        return make(listPracticeTerms(listPractices(model, element.id)), asked);
      const blocks = element.blocks.map(({ id, weight }) => ({ key: getBlockKey(element.id, id), weight }));
      const getKey = (question: Question): string => getBlockKey(question.element, question.block ?? '');
      return make(listTerms(assessment, 'blocks', blocks, getKey), asked);
    }
    case 'overall':
    case 'balance':
    case 'coverage':
      return make(
        listTerms(
          assessment,
          'elements',
          model.elements.map(({ id }) => ({ key: id, weight: 1 })),
          ({ element }) => element,
        ),
        selectAsked(() => true),
      );
  }
}
