/** How every rendering of a report says things: whole numbers, names for ids, states in words. */
import type { Model } from '#domain/model.ts';
import { whatIsNotKnown } from '#domain/not-known.ts';
import { roundTo } from '#domain/numbers.ts';
import type {
  Evidence,
  Finding,
  Gap,
  Move,
  QuestionResult,
  ReportDocument,
  Status,
} from '#domain/types/report.ts';
import { type Words, say } from '#domain/words.ts';

/** A score of 0 to 100 as people are shown it: whole, and a word where it is not known. */
export function wholeScore(score: number | null, words: Words): string {
  return score === null ? words['report.unknownScore'] : String(roundTo(score, 0));
}

/** A number with at most one digit after the point, as the language writes it. */
function oneDigit(value: number, words: Words): string {
  return String(roundTo(value, 1)).replace('.', words['report.decimal']);
}

/** A difference between scores, or points: whole, and one digit where that would say nothing. */
export function wholePoints(points: number, words: Words): string {
  const whole = roundTo(points, 0);
  return whole === 0 ? oneDigit(points, words) : String(whole);
}

/** What closing a gap adds to the overall score; a dash while there is no overall score. */
export function gainInWords({ points }: Gap, { summary }: ReportDocument, words: Words, dash = '–'): string {
  return summary.score === null ? dash : wholePoints(points, words);
}

/** Why there is no list of gaps: every practice is at its target, or none could be scored. */
export function noGapsInWords({ elements }: ReportDocument, words: Words): string {
  const scored = elements.some(({ practices }) => practices.some(({ score }) => score !== null));
  return words[scored ? 'report.noGaps' : 'report.nothingScored'];
}

/** A share of 0 to 1 in whole percent; null counts as nothing. */
export function percent(share: number | null): number {
  return roundTo((share ?? 0) * 100, 0);
}

/** Status of an element in words. */
export function statusInWords(status: Status, words: Words): string {
  const names = {
    'in-place': words['status.inPlace'],
    partial: words['status.partial'],
    neglected: words['status.neglected'],
    unknown: words['status.unknown'],
    'not-asked': words['status.notAsked'],
  } satisfies Record<Status, string>;
  return names[status];
}

/** What a move is called. */
export function moveInWords(move: Move['move'], words: Words): string {
  const names = {
    close: words['plan.close'],
    'find-out': words['plan.findOut'],
    prove: words['plan.prove'],
  } satisfies Record<Move['move'], string>;
  return names[move];
}

/** State of an answer in words. */
export function stateInWords(state: QuestionResult['state'], words: Words): string {
  const names = {
    answered: words['report.stateAnswered'],
    unknown: words['report.stateUnknown'],
    'not-applicable': words['report.stateNotApplicable'],
    unanswered: words['report.stateUnanswered'],
  } satisfies Record<QuestionResult['state'], string>;
  return names[state];
}

/** Kind of evidence in words. */
export function kindInWords(kind: Evidence['kind'], words: Words): string {
  const names = {
    declaration: words['report.kindDeclaration'],
    affirmation: words['report.kindAffirmation'],
    artifact: words['report.kindArtifact'],
  } satisfies Record<Evidence['kind'], string>;
  return names[kind];
}

/** Severity of a finding in words. */
export function severityInWords(severity: Finding['severity'], words: Words): string {
  const names = {
    error: words['report.severityError'],
    warning: words['report.severityWarning'],
    info: words['report.severityInfo'],
  } satisfies Record<Finding['severity'], string>;
  return names[severity];
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
export function becauseInWords(because: string, report: ReportDocument, words: Words): string {
  const [, check, fails] = /^(\S+\/\S+) (?:(fails)|passes)$/.exec(because) ?? [];
  if (check !== undefined) {
    return say(words, fails === undefined ? 'report.checkPasses' : 'report.checkFails', { check });
  }
  const [id = '', ...rest] = because.split(' ');
  const name = id === 'balance' ? words['report.balance'] : namesIn(report)(id);
  const values = rest.map((part) => part.replace(/(?<=\d)\.(?=\d)/g, words['report.decimal']));
  return [name, ...values].join(' ');
}

/** What the balance says, in a sentence: levels, -4 to 4, with one digit. */
export function balanceInWords(balance: number | null, words: Words): string {
  if (balance === null) return words['report.balanceUnknown'];
  const levels = Math.abs(balance);
  if (roundTo(levels, 1) === 0) return words['report.balanceEven'];
  return say(words, balance > 0 ? 'report.balanceMiddle' : 'report.balanceBookends', {
    levels: oneDigit(levels, words),
  });
}

/** When a piece of evidence came about, in words. */
export function dateInWords({ date }: Evidence, words: Words): string {
  return date === undefined ? words['report.undated'] : say(words, 'report.datedOn', { date });
}

/** An address that a rendering may link to; undefined for a path and for every scheme but http and https. */
export function linkable(ref: string): string | undefined {
  return /^https?:\/\/[^\s/?#@\\]+(?:[/?#]\S*)?$/iu.test(ref) ? ref : undefined;
}

/** The scores of a part with the name of each lens. What nothing is known of has no number, or is left out. */
export function lensNumbers(
  { said, written, shown }: Readonly<Record<'said' | 'written' | 'shown', number | null>>,
  words: Words,
): readonly { readonly number: string | undefined; readonly name: string }[] {
  const whole = (score: number): string => wholeScore(score, words);
  return [
    said === null
      ? { number: undefined, name: words['report.unknownScore'] }
      : { number: whole(said), name: words['summary.said'] },
    ...(written === null ? [] : [{ number: whole(written), name: words['summary.written'] }]),
    shown === null
      ? { number: undefined, name: words['summary.nothingShown'] }
      : { number: whole(shown), name: words['summary.shown'] },
  ];
}

/** A part with its three scores in a sentence, for who cannot see a picture of it. */
export function lensSentence(
  {
    name,
    said,
    written,
    shown,
  }: Readonly<Record<'said' | 'written' | 'shown', number | null>> & {
    readonly name: string;
  },
  words: Words,
): string {
  return say(words, 'chart.element', {
    name,
    said: wholeScore(said, words),
    written: wholeScore(written, words),
    shown: wholeScore(shown, words),
  });
}

/** How much was asked and answered, and how much of that is not known, in parts: the scope, then what is counted. */
export function scopeInWords(report: ReportDocument, words: Words): readonly string[] {
  const { asked, outOf, scope, coverage } = report.summary;
  const { unknown, unanswered, stale, hasEvidence } = whatIsNotKnown(report);
  return [
    say(words, scope === 'quick' ? 'summary.quick' : 'summary.questions', { asked, outOf }),
    say(words, 'summary.answered', { percent: percent(coverage) }),
    ...(unknown.length === 0 ? [] : [say(words, 'report.countUnknown', { count: unknown.length })]),
    ...(unanswered.length === 0 ? [] : [say(words, 'report.countOpen', { count: unanswered.length })]),
    ...(stale.length === 0 ? [] : [say(words, 'report.countStale', { count: stale.length })]),
    ...(hasEvidence ? [] : [words['report.countNoEvidence']]),
  ];
}

/** What limits a report, a line each: a short set of questions, too few answers, what could change, aged proof. */
export function limitsInWords(report: ReportDocument, words: Words): readonly string[] {
  return [
    scopeInWords(report, words).join(' · '),
    ...(report.summary.provisional ? [words['summary.provisional']] : []),
  ];
}

/** Why a question does not apply: in the words of the model where it is at hand, else the id of the reason. */
export function reasonInWords({ reason = '' }: QuestionResult, model: Model | undefined): string {
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
export function methodInWords(words: Words, model: Model | undefined): readonly string[] {
  const scoring = model?.scoring;
  return [
    words['report.methodWhat'],
    words['report.methodScore'],
    ...(scoring === undefined
      ? [words['report.methodLensesShort']]
      : [
          say(words, 'report.methodStatus', {
            inPlace: oneDigit(scoring.inPlaceAt, words),
            floor: oneDigit(scoring.neglectedBelow, words),
            known: percent(scoring.knownFromCoverage),
          }),
          say(words, 'report.methodLenses', {
            declaration: scoring.evidenceCaps.declaration,
            affirmation: scoring.evidenceCaps.affirmation,
            artifact: scoring.evidenceCaps.artifact,
          }),
        ]),
    words['report.methodOrder'],
    words['report.methodLimits'],
  ];
}
