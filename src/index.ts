/**
 * The functions behind the command line, for programs that want the same results without a process.
 *
 * - Texts come in, typed values come out. What is wrong in a text is a result, with line, column and a fix, and never
 *   an exception; what no text can cause, such as a format that does not exist, throws.
 * - There is no clock: the day that a result speaks for is given as `asOf`, so the same arguments give the same
 *   result. No file is looked at unless its path is given, nothing is written, and no network is used.
 * - What computes is synchronous. What reads, checks or draws is asynchronous, because its part is loaded when it is
 *   first used: importing the package costs next to nothing.
 * - Scores are 0 to 100, levels 0 to 4, coverage 0 to 1; `null` is "not known", which is never 0. Dates are
 *   `YYYY-MM-DD`, durations ISO 8601.
 *
 * What there is, in the order in which a program uses it:
 *
 * - Models: {@linkcode loadShippedModel}, {@linkcode loadModel}, {@linkcode questionnaireFor}, {@linkcode wordingFor}
 * - Reading: {@linkcode readAnswers}, {@linkcode readSystem}, {@linkcode readReport}, {@linkcode readConfig}
 * - Scoring: {@linkcode score}, or in single steps {@linkcode computeOutcomes}, {@linkcode assess}, {@linkcode findGaps},
 *   {@linkcode makePlan}, {@linkcode buildReport}
 * - Checking: {@linkcode check}
 * - Rendering: {@linkcode render}, {@linkcode makeBrand}
 * - Documents: {@linkcode AnswersDocument}, {@linkcode SystemDocument}, {@linkcode ReportDocument}, {@linkcode ConfigDocument}, and
 *   all types of a kind of document in {@linkcode Answers}, {@linkcode System}, {@linkcode Report},
 *   {@linkcode Content}
 *
 * ## Example
 *
 * `examples/library/audit.mjs`, which the tests run with the packed package:
 *
 * {@includeCode ../examples/library/audit.mjs}
 *
 * @module
 */

// The model
export { loadShippedModel, shippedOverlays } from './app/model/shipped-model.ts';
export { type ModelResult, type ModelText, loadModel } from './api/model.ts';
export { questionnaireFor, wordingFor } from './domain/scoring/questionnaire.ts';
export type { Scope } from './domain/scoring/questionnaire.ts';
export type { Block, Element, Model, Practice, Question, Role } from './domain/model.ts';
export type {
  ElementDefinition,
  PracticeDefinition,
  QuestionDefinition,
  RecommendationDefinition,
} from './domain/types/model.ts';
export type { WordKey, Words } from './domain/messages.ts';

// Reading documents
export {
  type AnswersResult,
  type ReadAnswersOptions,
  type ReadOptions,
  type ReadResult,
  type Unreadable,
  readAnswers,
  readConfig,
  readReport,
  readSystem,
} from './api/read.ts';
export type { Sourced, Text } from './api/text.ts';

// Scoring
export { type ScoreOptions, score } from './api/score.ts';
export { type AnswerState, type AssessedQuestion, type Assessment, assess } from './domain/scoring/assess.ts';
export { type OutcomesOptions, computeOutcomes } from './api/outcomes.ts';
export { type Gap, findGaps } from './domain/plan/gaps.ts';
export { type Move, type Plan, makePlan } from './domain/plan/plan.ts';
export { type ReportInput, buildReport } from './domain/report/report.ts';
export type { Lens } from './domain/scoring/roll-up.ts';
export type { CheckOutcome } from './domain/scoring/declared-lens.ts';

// Checking
export { type CheckInput, type CheckOptions, check } from './api/check.ts';
export type {
  CheckResult,
  CheckedFinding,
  ElementScore,
  FileScore,
  SuppressedFinding,
  Suppression,
} from './domain/types/check.ts';

// Rendering
export { type RenderOptions, render } from './api/render.ts';
export { type BrandOptions, type BrandResult, makeBrand } from './api/brand.ts';
export type { Accent } from './render/report/charts/accent.ts';
export type { Brand, Chart, Paper, Table, TextFormat } from './render/report/choices.ts';

// Documents
export type { Answer, AnswersDocument, Evidence } from './domain/types/answers.ts';
export type { ConfigDocument } from './domain/types/config.ts';
export type {
  ElementResult,
  Finding,
  PracticeResult,
  QuestionResult,
  ReportDocument,
  Source,
  Summary,
} from './domain/types/report.ts';
export type { SystemDocument } from './domain/types/sales-system.ts';
export type * as Answers from './domain/types/answers.ts';
export type * as Content from './domain/types/model.ts';
export type * as Report from './domain/types/report.ts';
export type * as System from './domain/types/sales-system.ts';

// The rest
export { isDate } from './domain/calendar.ts';
export { version } from './app/version.ts';
