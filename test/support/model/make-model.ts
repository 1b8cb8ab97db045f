import type { Element, Model, Practice, Question, ScoringRules } from '#domain/model.ts';
import type { Messages } from '#domain/messages.ts';
import { designRules } from './design-rules.ts';

/** A question to make. Everything but its id has a default. */
type QuestionSpec = Partial<Omit<Question, 'id'>> & { readonly id: string };

/** A practice to make. A number of questions means plain ones, `q1`, `q2` and so on. */
export interface PracticeSpec {
  readonly id: string;
  readonly weight?: number;
  readonly target?: number;
  readonly dependsOn?: string[];
  readonly questions?: number | readonly QuestionSpec[];
}

/** A block to make. */
interface BlockSpec {
  readonly id: string;
  readonly weight?: number;
  readonly practices: readonly PracticeSpec[];
}

/** An element to make, with practices or with blocks. */
export interface ElementSpec {
  readonly id: string;
  /** Default: bookend for the first and the last element. */
  readonly position?: Element['position'];
  readonly practices?: readonly PracticeSpec[];
  readonly blocks?: readonly BlockSpec[];
}

const messages: Partial<Messages> = {
  'report.and': '{names} and {last}',
  'sentence.provenOne': 'proven: {names};',
  'sentence.provenMany': 'proven: {names};',
  'sentence.claimedOne': 'claimed: {names};',
  'sentence.claimedMany': 'claimed: {names};',
  'sentence.partialOne': 'partial: {names};',
  'sentence.partialMany': 'partial: {names};',
  'sentence.missingOne': 'missing: {names};',
  'sentence.missingMany': 'missing: {names};',
  'sentence.unknown': 'unknown: {names};',
  'sentence.notAsked': 'not asked: {names};',
  'sentence.disputed': 'disputed: {names};',
  'surprise.declared': '{ask} {said} But declared: {found}',
  'surprise.declaredUnnamed': '{ask} {said} But declared.',
  'surprise.shown': '{ask} {said} But shown: {shown}',
  'surprise.shownNothing': '{ask} {said} But nothing is shown.',
  'plan.becauseClose': '{score} of {target}, worth {points}',
  'plan.becauseCloseUnscored': '{score} of {target}',
  'plan.becauseFindOut': 'ask about {element}',
  'plan.becauseProve': '{said} said, {shown} shown',
  'plan.becauseProveNothing': '{said} said, nothing shown',
  'interview.level': 'level {level}',
  'interview.unknown': 'unknown',
  'interview.notApplicable': 'does not apply: {reason}',
};

function makeQuestion(home: Pick<Question, 'element' | 'block' | 'practice'>, spec: QuestionSpec): Question {
  const id = `${home.element}.${home.practice}.${spec.id}`;
  return {
    ask: { leader: `Ask ${id}?` },
    why: 'Because.',
    bestAnsweredBy: 'seller',
    disprovedBy: [],
    quick: false,
    weight: 1,
    kind: 'felt',
    mayNotApply: true,
    changedIn: '1.0.0',
    notApplicableReasons: ['out-of-scope'],
    evidenceMaxAge: designRules.evidenceMaxAge,
    guessFor: [],
    levels: [0, 1, 2, 3, 4].map((level) => ({ label: `Label ${level}`, means: `${id} at ${level}` })),
    probe: `Who did ${id} last?`,
    evidence: [{ kind: 'artifact', what: `Record of ${id}` }],
    redFlags: ['A sign'],
    recommendations: [[0, 1], [2], [3]].map((levels) => ({
      levels,
      do: `Raise ${id} from ${levels.join(' or ')}`,
      owner: 'Owner',
      effort: '1 day (estimate)',
      days30: 'First',
      days60: 'Second',
      days90: 'Third',
      effectAfter: 'A quarter (estimate)',
      evidenceOfDone: 'Done',
      successMeasure: 'Measured',
    })),
    ...spec,
    ...home,
    id,
  };
}

function makePractice(element: string, block: string | null, spec: PracticeSpec): Practice {
  const { questions = 1 } = spec;
  const specs =
    typeof questions === 'number'
      ? Array.from({ length: questions }, (_, index): QuestionSpec => ({ id: `q${index + 1}` }))
      : questions;
  return {
    id: spec.id,
    element,
    block,
    name: `Name of ${spec.id}`,
    about: `About ${spec.id}`,
    order: 0,
    weight: spec.weight ?? 1,
    target: spec.target ?? designRules.target,
    dependsOn: spec.dependsOn ?? [],
    questions: specs.map((question) => makeQuestion({ element, block, practice: spec.id }, question)),
  };
}

/** Makes a model of elements, with the default scoring rules. */
export function makeModel(elements: readonly ElementSpec[], rules: Partial<ScoringRules> = {}): Model {
  return {
    id: 'test-model',
    version: '1.0.0',
    title: 'Test model',
    language: 'en',
    extends: [],
    wording: {},
    digest: `sha256:${'0'.repeat(64)}`,
    patterns: [],
    readings: [],
    sources: [],
    claims: [],
    retired: [],
    removed: [],
    scoring: { ...designRules, ...rules },
    scale: {
      instruction: 'Pick the highest sentence that is true.',
      levels: [0, 1, 2, 3, 4].map((level) => ({ name: `Level ${level}`, means: `Means ${level}` })),
      windows: [{ says: 'this quarter', means: 'The last three months.' }],
    },
    terms: [],
    elements: elements.map(({ id, position, blocks = [] }, index) => ({
      id,
      name: `Name of ${id}`,
      asks: `asks ${id}`,
      about: `About ${id}`,
      position: position ?? (index === 0 || index === elements.length - 1 ? 'bookend' : 'middle'),
      blocks: blocks.map((block) => ({
        id: block.id,
        name: `Name of ${block.id}`,
        weight: block.weight ?? 1,
      })),
    })),
    practices: elements.flatMap(({ id, practices = [], blocks = [] }) => [
      ...practices.map((practice) => makePractice(id, null, practice)),
      ...blocks.flatMap((block) => block.practices.map((practice) => makePractice(id, block.id, practice))),
    ]),
    notApplicableReasons: [{ id: 'out-of-scope', means: 'Not covered.' }],
    messages: messages as Messages,
  };
}

/** Makes a model of one element, `e`, with practices. */
export function makeOneElementModel(
  practices: readonly PracticeSpec[],
  rules: Partial<ScoringRules> = {},
): Model {
  return makeModel([{ id: 'e', practices }], rules);
}

/** Makes a model of four elements, `a` to `d`, each with one practice (`a1` to `d1`) of one question. */
export function makeFourElementModel(): Model {
  return makeModel(['a', 'b', 'c', 'd'].map((id) => ({ id, practices: [{ id: `${id}1` }] })));
}
