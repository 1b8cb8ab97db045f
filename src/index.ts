/**
 * The functions behind the command line, for programs that want the same results without a process.
 *
 * @module
 */
export { type Assessment, type AssessedQuestion, type AnswerState, assess } from './domain/assess.ts';
export { type Gap, findGaps } from './domain/gaps.ts';
export type { Lens } from './domain/lens.ts';
export type { Block, Element, Model, Practice, Question, Role } from './domain/model.ts';
export { type Move, type Plan, makePlan } from './domain/plan.ts';
export { type Scope, questionnaireFor, wordingFor } from './domain/questionnaire.ts';
export { type ReportInput, buildReport } from './domain/report.ts';
export type { Answer, AnswersDocument, Evidence } from './domain/types/answers.ts';
export type { Finding, ReportDocument, Source } from './domain/types/report.ts';
export type { CheckOutcome } from './domain/written.ts';
export { loadShippedModel } from './cli/shipped-model.ts';
