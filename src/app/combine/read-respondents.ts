import { groupBy } from '#domain/groups.ts';
import { InterruptedError, InvalidDocumentError, UsageError } from '#domain/errors.ts';
import type { Model } from '#domain/model.ts';
import type { Finding } from '#domain/types/report.ts';
import { dropOutdated } from '#app/answers/read-answers.ts';
import { readInput } from '#app/answers/input.ts';
import type { Context } from '#app/context.ts';
import { computeDigest } from '#app/digest.ts';
import { withProgress } from '#app/progress.ts';
import { normalizeName } from '#domain/answers/normalize-name.ts';
import { readAnswersAgainst } from '#app/read-document.ts';
import { type RespondentSource, isSeller } from './respondent.ts';

/** Most names in one message. */
const mostNamed = 10;

/** Formats a list of names, of which only the first are given. */
function listNames(names: readonly string[]): string {
  const more = names.length - mostNamed;
  return `${names.slice(0, mostNamed).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** A file that was read, with its answers or with what is wrong with it. */
type ReadFile =
  | { readonly ok: true; readonly respondent: RespondentSource; readonly outdated: readonly string[] }
  | { readonly ok: false; readonly findings: readonly Finding[]; readonly text: string | undefined };

async function readFile(context: Context, file: string, model: Model): Promise<ReadFile> {
  const { path, bytes } = await readInput(context, file);
  const read = await readAnswersAgainst(file, bytes, model);
  if (!read.ok) return { ok: false, findings: read.findings, text: read.text };
  const { document, counted, outdated } = dropOutdated(read.document, model);
  const place = path === '-' ? undefined : path;
  const respondent: RespondentSource = {
    file,
    path: place,
    digest: computeDigest(bytes),
    counted,
    source: { document, counted, path: place },
  };
  return {
    ok: true,
    outdated,
    respondent: isSeller(respondent) ? { ...respondent, source: undefined } : respondent,
  };
}

/** Throws an InvalidDocumentError with the faults of all files that have any. */
function requireValid(files: readonly string[], read: readonly ReadFile[]): void {
  const texts = new Map<string, string>();
  const findings = read.flatMap((each, index) => {
    if (each.ok) return [];
    if (each.text !== undefined) texts.set(files[index] ?? '', each.text);
    return each.findings;
  });
  if (findings.length > 0) throw new InvalidDocumentError(findings, texts);
}

/** Throws a UsageError, with a line for each organization, if answers are not all of one. */
function requireOneOrganization(respondents: readonly RespondentSource[]): void {
  const groups = [...groupBy(respondents, ({ counted }) => normalizeName(counted.organization.name))];
  if (groups.length < 2) return;
  const lines = groups.map(([, own]) => {
    const name = own[0]?.counted.organization.name ?? '';
    return `  ${name}: ${listNames(own.map(({ file }) => file))}`;
  });
  throw new UsageError(
    ['The answers are about different organizations, but a report covers only one:', ...lines].join('\n'),
    'Combine the answers of one organization, or correct `organization` in the files.',
  );
}

/** Reports people who answered more than once. */
async function noteRepeated(context: Context, respondents: readonly RespondentSource[]): Promise<void> {
  const people = groupBy(respondents, ({ counted: { agreed, respondent } }) =>
    agreed === undefined && respondent.name !== undefined
      ? `${respondent.role} ${normalizeName(respondent.name)}`
      : undefined,
  );
  for (const own of people.values()) {
    if (own.length < 2) continue;
    const name = own[0]?.counted.respondent.name ?? '';
    await context.notify(
      `Note: ${name} answered more than once, in ${listNames(own.map(({ file }) => file))}; each counts. Leave out all but one if it is the same person.\n`,
    );
  }
}

/** Leaves out copies of a file and files without an answer, and reports both. */
async function leaveOut(
  context: Context,
  respondents: readonly RespondentSource[],
): Promise<readonly RespondentSource[]> {
  const first = new Map<string, RespondentSource>();
  const kept: RespondentSource[] = [];
  for (const each of respondents) {
    const same = first.get(each.digest);
    if (same !== undefined) {
      await context.notify(`Note: ${each.file} is a copy of ${same.file}, so it counts once.\n`);
      continue;
    }
    first.set(each.digest, each);
    if (Object.keys(each.counted.answers).length > 0) kept.push(each);
    else await context.notify(`Note: ${each.file} has no answers yet, so it was left out.\n`);
  }
  return kept;
}

/**
 * Reads the answers of several respondents, with progress. Leaves out copies and files without an answer, and reports
 * them. Throws an InvalidDocumentError with the faults of all files, and a UsageError if the answers are not of one
 * organization.
 */
export async function readRespondents(
  context: Context,
  files: readonly string[],
  model: Model,
): Promise<readonly RespondentSource[]> {
  const run = await withProgress(
    context.host,
    files.length,
    async (pace) => {
      const read: ReadFile[] = [];
      for (const file of files) {
        read.push(await readFile(context, file, model));
        await pace?.(read.length);
      }
      return read;
    },
    'Reading',
  );
  if (!run.ok) throw new InterruptedError(run.by);
  requireValid(files, run.result);
  const read = run.result.filter((each) => each.ok);
  const outdated = new Set(read.flatMap((each) => each.outdated));
  if (outdated.size > 0) {
    await context.notify(
      `Note: these questions changed after some of the answers were given; those answers are left out: ${[...outdated].join(', ')}.\n`,
    );
  }
  const respondents = read.map(({ respondent }) => respondent);
  requireOneOrganization(respondents);
  const kept = await leaveOut(context, respondents);
  await noteRepeated(context, kept);
  if (kept.length === 0) throw new UsageError('None of the files has an answer.', 'Name files with answers.');
  return kept;
}
