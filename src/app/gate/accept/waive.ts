import { patchYaml } from '#document/edit/patch.ts';
import { readDocument } from '#document/read/read-document.ts';
import { applyWaivers } from '#checks/queries/waivers.ts';
import { suggest } from '#document/schema/suggest.ts';
import { isDate } from '#domain/calendar.ts';
import { describeFurthest, findDateFault } from '#domain/dates.ts';
import { UsageError } from '#domain/errors.ts';
import { type CheckReport, formatCount, isAcceptable } from '#domain/gate/check-report.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';
import { readBytes } from '#io/files.ts';
import { writeFiles } from '#io/write/write-files.ts';
import type { Context } from '#app/context.ts';

/** Options of `check` that accept findings for a while. */
export interface WaiveOptions {
  readonly waive?: string;
  readonly reason?: string;
  readonly owner?: string;
  readonly until?: string;
}

type Waiver = NonNullable<SystemDocument['waivers']>[number];

/** What is to be accepted: the open findings of a check, at a place and below it or everywhere. */
export interface Acceptance {
  readonly check: string;
  readonly path: string | undefined;
  readonly reason: string;
  readonly owner: string;
  /** Last day, YYYY-MM-DD. */
  readonly until: string;
}

function requireText(flag: string, text: string | undefined): string {
  if (text !== undefined && text.trim() !== '') return text;
  throw new UsageError(
    `--waive needs ${flag}.`,
    'A waiver needs a reason (--reason), an owner (--owner) and an end date (--until).',
  );
}

/** Returns options without those that accept findings. */
export function withoutAcceptance<O extends WaiveOptions>(options: O): Omit<O, keyof WaiveOptions> {
  const { waive: _waive, reason: _reason, owner: _owner, until: _until, ...rest } = options;
  return rest;
}

/**
 * Reads the options that accept findings; undefined without `--waive`. Throws a UsageError if they are incomplete, or if
 * there is no file to write to.
 */
export function parseAcceptance(
  options: WaiveOptions,
  paths: readonly string[],
  asOf: string,
): Acceptance | undefined {
  const { waive } = options;
  if (waive === undefined) {
    const alone = (['reason', 'owner', 'until'] as const).find((key) => options[key] !== undefined);
    if (alone === undefined) return undefined;
    throw new UsageError(
      `--${alone} works only with --waive.`,
      'Name the check to accept with --waive CHECK.',
    );
  }
  if (paths.includes('-')) {
    throw new UsageError('--waive cannot write to standard input.', 'Name the file instead of -.');
  }
  const [, check = '', path] = /^([^=]*)(?:=(.*))?$/s.exec(waive) ?? [];
  const until = requireText('--until', options.until);
  if (!isDate(until) || until < asOf || findDateFault(until, 'waiver', asOf) !== undefined) {
    throw new UsageError(
      `--until takes a date from today to at most ${describeFurthest('waiver')} ahead, not ${JSON.stringify(until)}.`,
      'Write it as YYYY-MM-DD.',
    );
  }
  if (path !== undefined && !path.startsWith('/')) {
    throw new UsageError(
      `The place in --waive starts with a slash, not ${JSON.stringify(path)}.`,
      'Write --waive CHECK=/PLACE, such as process/seller-only-exit=/process/stages/demo.',
    );
  }
  return {
    check,
    path,
    reason: requireText('--reason', options.reason),
    owner: requireText('--owner', options.owner),
    until,
  };
}

/** Finds the waivers to write, by file. Throws a UsageError if there is nothing to accept. */
function findWaivers({ findings, scores, asOf }: CheckReport, acceptance: Acceptance): Map<string, Waiver[]> {
  const { check, path, ...decision } = acceptance;
  if (!isAcceptable(check)) {
    throw new UsageError(`Nothing accepts ${check}.`, 'Correct what it found instead.');
  }
  const systems = new Set(scores.flatMap(({ file, kind }) => (kind === 'sales-system' ? [file] : [])));
  const open = findings.filter(({ file }) => systems.has(file));
  const makeWaiver = (place: string): Waiver => ({ rule: check, path: place, ...decision });
  const waivers = new Map<string, Waiver[]>();
  if (path === undefined) {
    for (const { file, check: found, identity } of open) {
      if (found !== check) continue;
      waivers.set(file, [...(waivers.get(file) ?? []), makeWaiver(identity === '' ? '/' : identity)]);
    }
  } else {
    const waiver = makeWaiver(path);
    for (const { finding } of applyWaivers(open, [waiver], asOf).waived) waivers.set(finding.file, [waiver]);
  }
  if (waivers.size > 0) return waivers;
  const place = path === undefined ? '' : ` at ${path}`;
  const near = suggest(
    check,
    open.map((finding) => finding.check),
  );
  throw new UsageError(
    `No declared system has an open finding of ${JSON.stringify(check)}${place}.`,
    near === undefined || near === check
      ? 'A run with --verbose shows every open finding with its place.'
      : `Did you mean ${near}?`,
  );
}

/**
 * Writes waivers for the open findings of a check into the declared systems that they are about. Comments and layout
 * stay. All files are written, or none. Throws a UsageError if there is nothing to accept.
 */
export async function writeWaivers(
  context: Context,
  report: CheckReport,
  acceptance: Acceptance,
): Promise<void> {
  const waivers = [...findWaivers(report, acceptance)];
  const written = await Promise.all(
    waivers.map(async ([name, added]) => {
      const path = context.resolvePath(name);
      const read = await readDocument('sales-system', name, await readBytes(path, name));
      if (!read.ok) throw new UsageError(`${name} changed while it was checked.`, 'Run the command again.');
      const { text, value } = read.document;
      const next = { ...value, waivers: [...(value.waivers ?? []), ...added] };
      return { path, name, text: patchYaml(text, next) };
    }),
  );
  await writeFiles(written);
  for (const [name, added] of waivers) {
    const count = formatCount(added.length, 'waiver', 'waivers');
    await context.notify(`Wrote ${count} to ${name}, until ${acceptance.until}.\n`);
  }
}
