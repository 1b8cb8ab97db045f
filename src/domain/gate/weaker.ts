/** What settings allow that earlier ones did not: nobody may weaken the gate without a word. */
import { parseDuration } from '#domain/calendar.ts';
import type { RuleDescription } from './check-report.ts';
import type { Floors } from './floors.ts';
import { type Settings, getSeverity } from './settings.ts';

/** Returns the floors of scores that are stricter than others. */
export function pickStricterFloors(floors: Floors, others: Floors): Floors {
  const pick = (key: 'minScore' | 'minInPlace' | 'minCoverage'): Partial<Floors> => {
    const floor = floors[key];
    return floor === undefined || floor <= (others[key] ?? 0) ? {} : { [key]: floor };
  };
  return {
    failSeverity: 'never',
    minElement: new Map(
      [...floors.minElement].filter(([id, floor]) => floor > (others.minElement.get(id) ?? 0)),
    ),
    ...pick('minScore'),
    ...pick('minInPlace'),
    ...pick('minCoverage'),
  };
}

const ranks = { off: 0, info: 1, warning: 2, error: 3, never: 4 } as const;

/** Converts a duration to days, with months and years of mean length. */
function toDays(duration: string): number {
  const [years, months, weeks, days] = parseDuration(duration) ?? [0, 0, 0, 0];
  return Math.round((years + months / 12) * 365.25 + weeks * 7 + days);
}

/** Maximum number of checks that are named. */
const namedChecks = 3;

/** Lists the checks whose findings are less severe than before. */
function listMilderChecks(
  then: Settings,
  now: Settings,
  rules: readonly Pick<RuleDescription, 'id' | 'severity'>[],
): string[] {
  const milder = rules.flatMap(({ id, severity }) => {
    const [before, after] = [getSeverity(then, id, severity), getSeverity(now, id, severity)];
    return ranks[after] < ranks[before] ? [`${id}: ${before} → ${after}`] : [];
  });
  const more = milder.length - namedChecks;
  return more > 0 ? [...milder.slice(0, namedChecks), `${more} more checks`] : milder;
}

/** Describes a change of a limit. */
const describe = (what: string, then: string | number, now: string | number | undefined): string =>
  `${what}: ${then} → ${now ?? 'none'}`;

/** Lists limits that count from above, and are higher now or gone. */
function listHigherLimits(then: Settings, now: Settings): string[] {
  const higher: string[] = [];
  for (const key of ['maxWarnings', 'maxDrop'] as const) {
    const [before, after] = [then.floors[key], now.floors[key]];
    if (before !== undefined && (after ?? Infinity) > before) higher.push(describe(key, before, after));
  }
  const [before, after] = [then.maxEvidenceAge, now.maxEvidenceAge];
  if (before !== undefined && (after === undefined || toDays(after) > toDays(before)))
    higher.push(describe('maxEvidenceAge', before, after));
  return higher;
}

/** Lists floors that are lower now or gone. */
function listLowerFloors({ floors: then }: Settings, { floors: now }: Settings): string[] {
  const { minScore, minInPlace, minCoverage, minElement } = pickStricterFloors(then, now);
  return [
    ...(minScore === undefined ? [] : [describe('floors.score', minScore, now.minScore)]),
    ...[...minElement].map(([id, floor]) => describe(`floors.elements.${id}`, floor, now.minElement.get(id))),
    ...(minInPlace === undefined ? [] : [describe('floors.inPlace', minInPlace, now.minInPlace)]),
    ...(minCoverage === undefined ? [] : [describe('floors.coverage', minCoverage, now.minCoverage)]),
  ];
}

/** Lists what settings allow that earlier ones did not, each as `setting: before → now`. */
export function listWeaker(
  then: Settings,
  now: Settings,
  rules: readonly Pick<RuleDescription, 'id' | 'severity'>[],
): string[] {
  const [before, after] = [then.floors.failSeverity, now.floors.failSeverity];
  return [
    ...(ranks[after] > ranks[before] ? [describe('failSeverity', before, after)] : []),
    ...listLowerFloors(then, now),
    ...listHigherLimits(then, now),
    ...(then.against !== undefined && now.against !== then.against
      ? [describe('against', then.against, now.against)]
      : []),
    ...(then.baseline === undefined && now.baseline !== undefined
      ? [describe('baseline', 'none', now.baseline)]
      : []),
    ...(then.staleBaseline === 'fail' && now.staleBaseline !== 'fail'
      ? [describe('staleBaseline', 'fail', now.staleBaseline)]
      : []),
    ...listMilderChecks(then, now, rules),
  ];
}
