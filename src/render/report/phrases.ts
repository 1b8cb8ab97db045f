/** Phrases shared by all renderings of a report. */
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

/** Explains an empty list of gaps: every practice is at its target, or none was scored. */
export function describeNoGaps({ elements }: ReportDocument, words: Words): string {
  const scored = elements.some(({ practices }) => practices.some(({ score }) => score !== null));
  return words[scored ? 'report.noGaps' : 'report.nothingScored'];
}

/**
 * Returns a lookup from ids of elements, blocks, practices and questions to names. An unknown id is returned
 * unchanged.
 */
export function makeNameLookup(report: ReportDocument): (id: string) => string {
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

/** Describes the reason for a pattern, with names instead of ids. */
export function describeBecause(because: string, report: ReportDocument, words: Words): string {
  const [, check, fails] = /^(\S+\/\S+) (?:(fails)|passes)$/.exec(because) ?? [];
  if (check !== undefined) {
    return formatMessage(words, fails === undefined ? 'report.checkPasses' : 'report.checkFails', { check });
  }
  const [id = '', ...rest] = because.split(' ');
  const name = id === 'balance' ? words['report.balance'] : makeNameLookup(report)(id);
  const values = rest.map((part) => part.replace(/(?<=\d)\.(?=\d)/g, words['report.decimal']));
  return [name, ...values].join(' ');
}

/** Formats the date of a piece of evidence. */
export function formatDate({ date }: Evidence, words: Words): string {
  return date === undefined ? words['report.undated'] : formatMessage(words, 'report.datedOn', { date });
}

/**
 * Returns a reference that is safe to link; undefined for paths and for schemes other than http and https.
 */
export function makeLinkable(ref: string): string | undefined {
  return /^https?:\/\/[^\s/?#@\\]+(?:[/?#]\S*)?$/iu.test(ref) ? ref : undefined;
}

/** Lists how much was asked and answered, then the counts of unknown, open and stale items. */
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

/** Lists the limits of a report, one line each: its scope and whether it is provisional. */
export function describeLimits(report: ReportDocument, words: Words): readonly string[] {
  return [
    describeScope(report, words).join(' · '),
    ...(report.summary.provisional ? [words['summary.provisional']] : []),
  ];
}

/**
 * Returns why a question does not apply: the wording of the model if available, otherwise the id of the
 * reason.
 */
export function describeReason({ reason = '' }: QuestionResult, model: Model | undefined): string {
  return model?.notApplicableReasons.find(({ id }) => id === reason)?.means ?? reason;
}

/** Formats the place of a finding: file, line and column, as far as known. */
export function formatPlace({ file, line, column }: Finding): string {
  return [file, line, column].filter((part) => part !== undefined).join(':');
}

/**
 * Explains how the result was computed and its limits, one paragraph each. Names thresholds only if the model
 * is available.
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

/** Describes a source: a declared system by its path, answers by role and respondent if known. */
export function describeSource({ kind, path, role, respondent }: Source, words: Words): string {
  if (kind === 'sales-system') return formatMessage(words, 'report.sourceSystem', { path });
  const seat = role === undefined ? undefined : words[`role.${role}`];
  return seat !== undefined && respondent !== undefined
    ? formatMessage(words, 'report.sourcesNamed', { role: seat, name: respondent })
    : formatMessage(words, 'report.sources', { role: seat ?? respondent ?? path });
}

/** Returns the name of an id of the report. */
type NameOf = (id: string) => string;

/** Returns the title of a move: its practice with the element in parentheses, or the element alone. */
export function renderMoveTitle({ name, practice, element }: Move, nameOf: NameOf): string {
  return practice === null ? name : `${name} (${nameOf(element)})`;
}

/** Describes which practices have to be closed first. */
export function describeWaits(blockedBy: readonly string[], nameOf: NameOf, words: Words): string {
  return blockedBy.length === 0
    ? words['report.nothingBlocks']
    : formatMessage(words, 'report.waitsFor', { names: blockedBy.map(nameOf).join(', ') });
}

/** Lists the details of a recommendation with their labels, in reading order. */
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

/** Practices below one heading. */
export interface PracticeGroup {
  /** Name of the element and, if any, of the block. */
  readonly name: string;
  readonly practices: readonly PracticeResult[];
}

/** Groups the practices of a report by element and block, in order. Empty groups are omitted. */
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
