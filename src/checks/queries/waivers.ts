import { isAcceptable } from '#domain/gate/check-report.ts';
import { countDaysBetween } from '#domain/calendar.ts';
import { findDateFault } from '#domain/dates.ts';
import { groupBy } from '#domain/groups.ts';
import type { Waiver } from '#domain/types/sales-system.ts';
import type { Failure } from '#checks/define-check.ts';

/** The part of a finding that a waiver is matched with. */
export interface Waivable {
  /** Id of the check. */
  readonly check: string;
  /** JSON pointer to the place. */
  readonly path?: string;
  /** Identity of the place (`computeIdentity`), which is stable when entries are reordered. */
  readonly identity?: string;
}

/** A finding with the waiver that accepts it for a time. */
export interface Waived<F extends Waivable> {
  readonly finding: F;
  readonly waiver: Waiver;
}

/** Required keys of a waiver. */
const waiverKeys = ['rule', 'path', 'reason', 'owner', 'until'] as const;

/** Names a waiver in a sentence. */
export function nameWaiver({ rule, owner }: Waiver): string {
  const what = rule === undefined ? 'A waiver' : `The waiver of \`${rule}\``;
  return owner === undefined ? what : `${what} (owner: ${owner})`;
}

/** Returns the required keys that a waiver lacks. */
export function findMissing(waiver: Waiver): readonly string[] {
  return waiverKeys.filter((key) => waiver[key] === undefined);
}

/**
 * Converts the path of a waiver to a JSON pointer. A waiver writes the root, which is the empty pointer, as
 * `/`.
 */
function toPointer(path: string): string {
  return path === '/' ? '' : path;
}

/** Returns whether a waiver matches a finding by rule, and by its place or one above it. */
function matches({ rule, path }: Waiver, { check, path: pointer, identity }: Waivable): boolean {
  if (rule !== check || path === undefined || !isAcceptable(check)) return false;
  const place = toPointer(path);
  return [pointer, identity].some((own) => own === place || own?.startsWith(`${place}/`) === true);
}

/** Returns whether a waiver is valid on a date: it is complete, and its last day is neither over nor too far ahead. */
function isValidOn(waiver: Waiver, asOf: string): boolean {
  const { until } = waiver;
  if (until === undefined || findMissing(waiver).length > 0) return false;
  return countDaysBetween(asOf, until) >= 0 && findDateFault(until, 'waiver', asOf) === undefined;
}

/**
 * Splits findings into open ones and those that a waiver accepts for a time. Keeps their order. If several
 * waivers match a finding, the first one is used.
 *
 * @param asOf the date, YYYY-MM-DD, on which a waiver has to be valid
 */
export function applyWaivers<F extends Waivable>(
  findings: readonly F[],
  waivers: readonly Waiver[],
  asOf: string,
): { readonly open: readonly F[]; readonly waived: readonly Waived<F>[] } {
  const holding = groupBy(
    waivers.filter((waiver) => isValidOn(waiver, asOf)),
    ({ rule }) => rule,
  );
  const open: F[] = [];
  const waived: Waived<F>[] = [];
  for (const finding of findings) {
    const waiver = holding.get(finding.check)?.find((each) => matches(each, finding));
    if (waiver === undefined) open.push(finding);
    else waived.push({ finding, waiver });
  }
  return { open, waived };
}

/**
 * Finds the failures of `waiver/unused`: waivers, including expired ones, whose finding no longer exists. A
 * waiver without a rule or a path is reported by `waiver/incomplete` instead.
 *
 * @param findings all findings, before any waiver was applied
 * @param ran ids of the checks that were run; waivers for other checks are ignored. Defaults to every check
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
    if ((found.get(rule) ?? []).some((finding) => matches(waiver, finding))) return [];
    return [
      {
        path: ['waivers', index],
        message: `The waiver of \`${rule}\` at \`${path}\` accepts nothing: there is no such finding, and a future one would slip through.`,
        fix: isAcceptable(rule)
          ? 'Remove the waiver, or correct its `path` if the finding only moved.'
          : `Remove the waiver: findings of \`${rule}\` cannot be waived.`,
      },
    ];
  });
}
