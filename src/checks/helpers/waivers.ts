import { countDaysBetween } from '#domain/calendar.ts';
import { groupBy } from '#domain/groups.ts';
import type { Waiver } from '#domain/types/sales-system.ts';
import type { Failure } from '#checks/define-check.ts';

/** What a waiver can be held against. */
export interface Waivable {
  /** Id of the check that found it. */
  readonly check: string;
  /** JSON pointer to the place. */
  readonly path?: string;
  /** The place by `identityOf`, which survives a change of order. */
  readonly identity?: string;
}

/** A finding with the waiver that accepts it for a time. */
export interface Waived<F extends Waivable> {
  readonly finding: F;
  readonly waiver: Waiver;
}

/** What every waiver has to say. */
const waiverKeys = ['rule', 'path', 'reason', 'owner', 'until'] as const;

/** The keys that a waiver leaves out. */
export function findMissing(waiver: Waiver): readonly string[] {
  return waiverKeys.filter((key) => waiver[key] === undefined);
}

/**
 * What no waiver can accept: a fault of the waivers themselves, which would let one waiver excuse another
 * for good, and a document that cannot be read.
 */
const neverWaived = /^(?:waiver|document)\//;

/** Whether what a check finds may be accepted, by a waiver or in a baseline. */
export function isAcceptable(check: string): boolean {
  return !neverWaived.test(check);
}

/** The root of a document is the empty pointer, which a waiver has to write as `/`. */
function pointerFrom(path: string): string {
  return path === '/' ? '' : path;
}

/** Whether a waiver speaks of a finding, by its rule and its place. */
function speaksOf({ rule, path }: Waiver, { check, path: pointer, identity }: Waivable): boolean {
  if (rule !== check || path === undefined || !isAcceptable(check)) return false;
  const place = pointerFrom(path);
  return place === pointer || place === identity;
}

/** Whether a waiver holds on a day: it is complete, and its last day is not over. */
function holdsOn(waiver: Waiver, asOf: string): boolean {
  const { until } = waiver;
  return findMissing(waiver).length === 0 && until !== undefined && countDaysBetween(asOf, until) >= 0;
}

/**
 * Parts findings into those that stand and those that a waiver accepts for a time. The order is kept; of
 * several waivers for one finding, the first counts.
 *
 * @param asOf the day, YYYY-MM-DD, on which a waiver has to hold
 */
export function applyWaivers<F extends Waivable>(
  findings: readonly F[],
  waivers: readonly Waiver[],
  asOf: string,
): { readonly open: readonly F[]; readonly waived: readonly Waived<F>[] } {
  const holding = groupBy(
    waivers.filter((waiver) => holdsOn(waiver, asOf)),
    ({ rule }) => rule,
  );
  const open: F[] = [];
  const waived: Waived<F>[] = [];
  for (const finding of findings) {
    const waiver = holding.get(finding.check)?.find((each) => speaksOf(each, finding));
    if (waiver === undefined) open.push(finding);
    else waived.push({ finding, waiver });
  }
  return { open, waived };
}

/**
 * Failures of `waiver/unused`: the waivers, expired ones included, whose finding is no longer there. One
 * without a rule or a path is `waiver/incomplete` instead.
 *
 * @param findings everything that was found, before any waiver was applied
 * @param ran ids of the checks that could judge; a waiver for any other is left alone. Every check without it
 */
export function findUnusedWaivers(
  waivers: readonly Waiver[],
  findings: readonly Waivable[],
  ran?: ReadonlySet<string>,
): readonly Failure[] {
  const found = groupBy(findings, ({ check }) => check);
  return waivers.flatMap((waiver, index) => {
    const { rule, path } = waiver;
    if (rule === undefined || path === undefined || ran?.has(rule) === false) return [];
    if ((found.get(rule) ?? []).some((finding) => speaksOf(waiver, finding))) return [];
    return [
      {
        path: ['waivers', index],
        message: `The waiver of \`${rule}\` at \`${path}\` accepts nothing: there is no such finding, and a later one would slip through unseen.`,
        fix: isAcceptable(rule)
          ? 'Remove the waiver; or correct its `path`, if the finding only moved.'
          : `Remove the waiver: what \`${rule}\` finds cannot be waived.`,
      },
    ];
  });
}
