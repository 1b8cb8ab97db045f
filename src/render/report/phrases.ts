/** How every rendering of a report says things: names for ids, what limits it, how it came about. */
import type { Model } from '#domain/model.ts';
import { listUnknowns } from '#domain/not-known.ts';
import type {
  Evidence,
  Finding,
  Move,
  PracticeResult,
  QuestionResult,
  Recommendation,
  ReportDocument,
  Source,
} from '#domain/types/report.ts';
import { type Words, formatMessage } from '#domain/messages.ts';
import { roundToOneDigit, formatPercent } from './numbers.ts';

/** Why there is no list of gaps: every practice is at its target, or none could be scored. */
export function describeNoGaps({ elements }: ReportDocument, words: Words): string {
  const scored = elements.some(({ practices }) => practices.some(({ score }) => score !== null));
  return words[scored ? 'report.noGaps' : 'report.nothingScored'];
}

/** Names of everything in a report by id: elements, blocks, practices. An id that is not there stands for itself. */
export function namesIn(report: ReportDocument): (id: string) => string {
  const names = new Map<string, string>();
  for (const element of report.elements) {
    names.set(element.id, element.name);
    for (const block of element.blocks) names.set(`${element.id}.${block.id}`, block.name);
    for (const practice of element.practices) {
      names.set(practice.id, practice.name);
      for (const question of practice.questions)
        names.set(question.id, `${practice.name}: “${question.ask}”`);
    }
  }
  return (id) => names.get(id) ?? id;
}

/** What set a pattern off, with the names of the report in place of its ids. */
export function describeBecause(because: string, report: ReportDocument, words: Words): string {
  const [, check, fails] = /^(\S+\/\S+) (?:(fails)|passes)$/.exec(because) ?? [];
  if (check !== undefined) {
    return formatMessage(words, fails === undefined ? 'report.checkPasses' : 'report.checkFails', { check });
  }
  const [id = '', ...rest] = because.split(' ');
  const name = id === 'balance' ? words['report.balance'] : namesIn(report)(id);
  const values = rest.map((part) => part.replace(/(?<=\d)\.(?=\d)/g, words['report.decimal']));
  return [name, ...values].join(' ');
}

/** When a piece of evidence came about, in words. */
export function formatDate({ date }: Evidence, words: Words): string {
  return date === undefined ? words['report.undated'] : formatMessage(words, 'report.datedOn', { date });
}

/** An address that a rendering may link to; undefined for a path and for every scheme but http and https. */
export function makeLinkable(ref: string): string | undefined {
  return /^https?:\/\/[^\s/?#@\\]+(?:[/?#]\S*)?$/iu.test(ref) ? ref : undefined;
}

/** How much was asked and answered, and how much of that is not known, in parts: the scope, then what is counted. */
export function describeScope(report: ReportDocument, words: Words): readonly string[] {
  const { asked, outOf, scope, coverage } = report.summary;
  const { unknown, unanswered, stale, hasEvidence } = listUnknowns(report);
  return [
    formatMessage(words, scope === 'quick' ? 'summary.quick' : 'summary.questions', { asked, outOf }),
    formatMessage(words, 'summary.answered', { percent: formatPercent(coverage) }),
    ...(unknown.length === 0 ? [] : [formatMessage(words, 'report.countUnknown', { count: unknown.length })]),
    ...(unanswered.length === 0
      ? []
      : [formatMessage(words, 'report.countOpen', { count: unanswered.length })]),
    ...(stale.length === 0 ? [] : [formatMessage(words, 'report.countStale', { count: stale.length })]),
    ...(hasEvidence ? [] : [words['report.countNoEvidence']]),
  ];
}

/** What limits a report, a line each: a short set of questions, too few answers, what could change, aged proof. */
export function describeLimits(report: ReportDocument, words: Words): readonly string[] {
  return [
    describeScope(report, words).join(' · '),
    ...(report.summary.provisional ? [words['summary.provisional']] : []),
  ];
}

/** Why a question does not apply: in the words of the model where it is at hand, else the id of the reason. */
export function describeReason({ reason = '' }: QuestionResult, model: Model | undefined): string {
  return model?.notApplicableReasons.find(({ id }) => id === reason)?.means ?? reason;
}

/** Where a finding points to: file, line and column, as far as they are known. */
export function placeInWords({ file, line, column }: Finding): string {
  return [file, line, column].filter((part) => part !== undefined).join(':');
}

/**
 * How the result came about and what it cannot tell, a paragraph each. The numbers of the scoring are named
 * only where the model that was used is at hand.
 */
export function describeMethod(words: Words, model: Model | undefined): readonly string[] {
  const scoring = model?.scoring;
  return [
    words['report.methodWhat'],
    words['report.methodScore'],
    ...(scoring === undefined
      ? [words['report.methodLensesShort']]
      : [
          formatMessage(words, 'report.methodStatus', {
            inPlace: roundToOneDigit(scoring.inPlaceAt, words),
            floor: roundToOneDigit(scoring.neglectedBelow, words),
            known: formatPercent(scoring.knownFromCoverage),
          }),
          formatMessage(words, 'report.methodLenses', {
            declaration: scoring.evidenceCaps.declaration,
            affirmation: scoring.evidenceCaps.affirmation,
            artifact: scoring.evidenceCaps.artifact,
          }),
        ]),
    words['report.methodOrder'],
    words['report.methodLimits'],
  ];
}

/** What a report was made from: a declared system by its path, answers by whose they are, as far as that is said. */
export function describeSource({ kind, path, role, respondent }: Source, words: Words): string {
  if (kind === 'sales-system') return formatMessage(words, 'report.sourceSystem', { path });
  const seat = role === undefined ? undefined : words[`role.${role}`];
  return seat !== undefined && respondent !== undefined
    ? formatMessage(words, 'report.sourcesNamed', { role: seat, name: respondent })
    : formatMessage(words, 'report.sources', { role: seat ?? respondent ?? path });
}

/** Name behind an id of the report. */
type NameOf = (id: string) => string;

/** What a move is about: its practice with the element in parentheses, or the element alone. */
export function renderMoveTitle({ name, practice, element }: Move, nameOf: NameOf): string {
  return practice === null ? name : `${name} (${nameOf(element)})`;
}

/** What has to be closed before something can start. */
export function describeWaits(blockedBy: readonly string[], nameOf: NameOf, words: Words): string {
  return blockedBy.length === 0
    ? words['report.nothingBlocks']
    : formatMessage(words, 'report.waitsFor', { names: blockedBy.map(nameOf).join(', ') });
}

/** What a recommendation says beside what to do, each part with its label, in the order in which it is read. */
export function listRecommendationFacts(
  recommendation: Recommendation,
  words: Words,
): readonly (readonly [label: string, text: string])[] {
  return [
    [words['report.owner'], recommendation.owner],
    [words['report.effort'], recommendation.effort],
    [words['report.days30'], recommendation.days30],
    [words['report.days60'], recommendation.days60],
    [words['report.days90'], recommendation.days90],
    [words['report.effectAfter'], recommendation.effectAfter],
    [words['report.doneWhen'], recommendation.evidenceOfDone],
    [words['report.failedWhen'], recommendation.successMeasure],
  ];
}

/** Practices that stand under one heading. */
export interface PracticeGroup {
  /** Name of the element, and of the block where they are in one. */
  readonly name: string;
  readonly practices: readonly PracticeResult[];
}

/** The practices of a report by element and block, in sequence; a heading without any is left out. */
export function groupPractices({ elements }: ReportDocument): readonly PracticeGroup[] {
  return elements
    .flatMap(({ name, blocks, practices }) => {
      const known = new Set(blocks.map(({ id }) => id));
      return [
        { name, practices: practices.filter(({ block }) => block === null || !known.has(block)) },
        ...blocks.map((block) => ({
          name: `${name}: ${block.name}`,
          practices: practices.filter((practice) => practice.block === block.id),
        })),
      ];
    })
    .filter(({ practices }) => practices.length > 0);
}
