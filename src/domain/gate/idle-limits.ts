/** Limits that applied to nothing: the gate must not pass as if it had judged them. */
import type { Override } from '#domain/types/config.ts';
import { type FileScores, type Unread, formatCount } from './check-report.ts';
import type { Overrides } from './settings.ts';

/** Limits that need a file with a score, or answers. */
export interface Limits {
  readonly floors?: Override['floors'] | undefined;
  readonly maxEvidenceAge?: string | undefined;
}

/** Returns the limits that the command line sets. */
export function getGivenLimits(commandLine: Overrides): Limits {
  const { minScore, minElement = new Map<string, number>(), minInPlace, minCoverage } = commandLine;
  return {
    floors: {
      elements: Object.fromEntries(minElement),
      ...(minScore !== undefined && { score: minScore }),
      ...(minInPlace !== undefined && { inPlace: minInPlace }),
      ...(minCoverage !== undefined && { coverage: minCoverage }),
    },
    ...(commandLine.maxEvidenceAge !== undefined && { maxEvidenceAge: commandLine.maxEvidenceAge }),
  };
}

/** Returns the numbers by key whose key another map does not have. */
function omitKeys(from: Readonly<Record<string, number>>, others: object): Record<string, number> {
  return Object.fromEntries(Object.entries(from).filter(([key]) => !Object.hasOwn(others, key)));
}

/** Returns the limits of one list that another one does not replace. */
export function subtractLimits(
  { floors = {}, maxEvidenceAge }: Limits,
  { floors: otherFloors = {}, maxEvidenceAge: otherAge }: Limits,
): Limits {
  const { elements = {}, ...rest } = floors;
  const { elements: otherElements = {}, ...others } = otherFloors;
  return {
    floors: { ...omitKeys(rest, others), elements: omitKeys(elements, otherElements) },
    ...(otherAge === undefined && { maxEvidenceAge }),
  };
}

/**
 * Lists the limits that no checked file can miss, because none has what they are about. If a file that could not be read
 * may have it, the fault of that file is the reason to fail, and these limits are not listed.
 */
export function listIdleLimits(
  scores: readonly FileScores[],
  unread: ReadonlySet<Unread>,
  { floors = {}, maxEvidenceAge }: Limits,
): string[] {
  const { score, elements = {}, inPlace, coverage } = floors;
  const forScores: string[] = [
    ...(score === undefined ? [] : [`the minimum score of ${score}`]),
    ...Object.entries(elements).map(([id, floor]) => `the minimum score of ${floor} for ${id}`),
  ];
  const forAnswers: string[] = [
    ...(inPlace === undefined
      ? []
      : [`the minimum of ${formatCount(inPlace, 'element', 'elements')} in place`]),
    ...(coverage === undefined ? [] : [`the minimum coverage of ${coverage}`]),
    ...(maxEvidenceAge === undefined ? [] : [`the maximum age of evidence of ${maxEvidenceAge}`]),
  ];
  const mayBeAnswers = unread.has('answers') || unread.has('unknown');
  const hasAnswers = mayBeAnswers || scores.some(({ kind }) => kind === 'answers');
  return [
    ...(scores.length > 0 || mayBeAnswers || unread.has('sales-system')
      ? []
      : forScores.map((limit) => `No file with a score was checked, so ${limit} was not applied.`)),
    ...(hasAnswers ? [] : forAnswers.map((limit) => `No answers were checked, so ${limit} was not applied.`)),
  ];
}
