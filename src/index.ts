/**
 * The functions behind the command line, for programs that want the same results without a process.
 *
 * - The input is text, the output is typed values. Problems in a text are returned, with line, column and a fix, and
 *   never thrown. Errors that no text can cause, such as an unknown format, are thrown.
 * - There is no clock: pass the date of a result as `asOf`. The same arguments give the same result. A file is read
 *   only if its path is given, nothing is written, and the network is not used.
 * - Functions that compute are synchronous. Functions that read, check or render are asynchronous, because they load
 *   their code on first use: importing the package is cheap.
 * - Scores are 0 to 100, levels 0 to 4, coverage 0 to 1; `null` means "unknown", which is never 0. Dates are
 *   `YYYY-MM-DD`, durations ISO 8601.
 *
 * Contents, in the order in which a program uses them:
 *
 * - Models: {@linkcode loadShippedModel}, {@linkcode loadModel}, {@linkcode makeQuestionnaire}, {@linkcode getWording}
 * - Reading: {@linkcode readAnswers}, {@linkcode readSystem}, {@linkcode readReport}, {@linkcode readConfig},
 *   {@linkcode unwrap}, {@linkcode locate}
 * - Scoring: {@linkcode score}, {@linkcode combine} for several respondents, or step by step
 *   {@linkcode computeOutcomes}, {@linkcode assess}, {@linkcode findGaps}, {@linkcode makePlan}, {@linkcode buildReport}
 * - Checking: {@linkcode check}
 * - Rendering: {@linkcode render}, {@linkcode makeBrand}
 * - Documents: {@linkcode AnswersDocument}, {@linkcode SystemDocument}, {@linkcode ReportDocument},
 *   {@linkcode ConfigDocument}, and all types of each kind of document in {@linkcode Answers}, {@linkcode System},
 *   {@linkcode Report}, {@linkcode Content}
 *
 * ## Example
 *
 * `examples/library/audit.mjs`, which the tests run against the packed package:
 *
 * {@includeCode ../examples/library/audit.mjs}
 *
 * @module
 */

// Models
export { loadShippedModel, shippedOverlays } from './app/model/shipped-model.ts';
export { type LoadModelOptions, type ModelResult, type ModelText, loadModel } from './api/model.ts';
export { makeQuestionnaire, getWording } from './api/questionnaire.ts';
export type { Scope } from './domain/scoring/questionnaire.ts';
export type { Block, Element, Model, ModelReference, Practice, Question, Role } from './domain/model.ts';
export type {
  ElementDefinition,
  PracticeDefinition,
  QuestionDefinition,
  RecommendationDefinition,
  WordingRules,
} from './domain/types/model.ts';
export type { MessageKey, Messages } from './domain/messages.ts';

// Reading
export {
  type AnswersResult,
  type ReadAnswersOptions,
  type ReadConfigOptions,
  type ReadOptions,
  type ReadResult,
  type Unreadable,
  readAnswers,
  readConfig,
  readReport,
  readSystem,
} from './api/read.ts';
export { unwrap } from './api/unwrap.ts';
export { locate } from './api/locate.ts';
export type { Position } from './document/read/positions.ts';
export type { Sourced, Text } from './api/text.ts';

// Scoring
export { type ScoreOptions, score } from './api/score.ts';
export { type CombineOptions, combine } from './api/combine.ts';
export { assess, buildReport, findGaps, makePlan } from './api/steps.ts';
export type { AnswerState, AssessedQuestion, Assessment } from './domain/scoring/assess.ts';
export type { AssessedVoices, Distances } from './domain/scoring/assessed-voices.ts';
export { type OutcomesOptions, computeOutcomes } from './api/outcomes.ts';
export type { Gap } from './domain/plan/gaps.ts';
export type { Move, Plan } from './domain/plan/plan.ts';
export type { ReportInput } from './domain/report/report.ts';
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
export type { Brand, Chart, Length, Paper, Separator, Table, TextFormat } from './render/report/choices.ts';

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
export type * as Config from './domain/types/config.ts';
export type * as Answers from './domain/types/answers.ts';
export type * as Content from './domain/types/model.ts';
export type * as Report from './domain/types/report.ts';
export type * as System from './domain/types/sales-system.ts';

// Other
export { isDate } from './domain/calendar.ts';
export { version } from './app/version.ts';
