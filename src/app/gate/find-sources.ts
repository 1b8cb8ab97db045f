/** Finds the documents that a report was made from. */
import { dirname, join, relative, resolve, sep } from 'node:path';
import { type AnyDocument, type Sourced, makeFindingAt } from '#document/read/read-document.ts';
import { findKind } from '#document/schema/kind-sniffer.ts';
import type { Model } from '#domain/model.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { Finding, ReportDocument } from '#domain/types/report.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';
import { UsageError } from '#domain/errors.ts';
import { isCandidateName } from '#io/discover.ts';
import { readBytes } from '#io/files.ts';
import { findRepositoryRoot } from '#io/git/git.ts';
import { listRecursively } from '#io/list-files.ts';
import { findReferenceStates } from '#io/references.ts';
import { dropOutdated } from '#app/answers/read-answers.ts';
import type { SystemSource } from '#app/answers/source.ts';
import { normalizeName } from '#domain/answers/normalize-name.ts';
import { type RespondentSource, isSeller } from '#app/combine/respondent.ts';
import { computeDigest } from '#app/digest.ts';
import { readAnyAgainst } from '#app/read-document.ts';

/** Id of the rule for a report that no longer follows from its sources. */
export const outOfDate = 'report/out-of-date';

/** What sources are looked up with. */
export interface Lookup {
  /** Absolute path of the folder of the report; undefined where no file may be looked at. */
  readonly folder: string | undefined;
  readonly model: Model;
  readonly readBefore: ReadBefore;
}

/** Returns a document that the run has already read, or undefined. */
export type ReadBefore = (path: string) => AnyDocument | undefined;

/** Whether a path exists inside the repository of the report: a report may not have other files read for it. */
async function isThere(path: string, folder: string): Promise<boolean> {
  const root = (await findRepositoryRoot(folder)) ?? dirname(folder);
  const inside = relative(root, path).split(sep).join('/') || '.';
  return findReferenceStates([inside], root).get(inside) === 'there';
}

/** Reads a source. Returns undefined if it is missing or outside the repository of the report. */
async function readSource(name: string, path: string, lookup: Lookup): Promise<AnyDocument | undefined> {
  const { folder, model, readBefore } = lookup;
  if (folder === undefined || !(await isThere(path, folder))) return undefined;
  const before = readBefore(path);
  if (before !== undefined) return before;
  try {
    return await readAnyAgainst(name, await readBytes(path), model);
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

function toRespondent(document: Sourced<AnswersDocument>, path: string, model: Model): RespondentSource {
  const { counted } = dropOutdated(document, model);
  return {
    file: document.file,
    path,
    digest: computeDigest(document.text),
    counted,
    source: { document, counted, path },
  };
}

/** Most files to look through for those of sellers. */
const mostFiles = 10_000;

/** Finds the files of all sellers of an organization below a folder. Undefined if the folder is missing. */
async function findSellers(
  folder: string,
  organization: string,
  lookup: Lookup,
): Promise<readonly RespondentSource[] | undefined> {
  if (lookup.folder === undefined || !(await isThere(folder, lookup.folder))) return undefined;
  const sellers = new Map<string, RespondentSource>();
  for (const name of listRecursively(folder, mostFiles).filter(isCandidateName).toSorted()) {
    const path = join(folder, name);
    const before = lookup.readBefore(path);
    const bytes = before === undefined ? await readBytes(path) : undefined;
    if (bytes !== undefined && findKind(Buffer.from(bytes).toString('utf8')) !== 'answers') continue;
    const { kind, read } = before ?? (await readAnyAgainst(name, bytes ?? Buffer.alloc(0), lookup.model));
    if (kind !== 'answers' || !read.ok) continue;
    const found = toRespondent(read.document as Sourced<AnswersDocument>, path, lookup.model);
    const { answers, organization: own } = found.counted;
    const isOwn = normalizeName(own.name) === normalizeName(organization);
    if (isSeller(found) && isOwn && Object.keys(answers).length > 0) sellers.set(found.digest, found);
  }
  return [...sellers.values()];
}

/** The sources of a report that were found, and what is wrong with the others. */
export interface FoundSources {
  /** Answers, of one respondent or several. */
  readonly respondents: readonly RespondentSource[];
  readonly system: SystemSource | undefined;
  /** An info for each missing source. */
  readonly missing: readonly Finding[];
  /** Errors for sources that are not those of the report. */
  readonly changed: readonly Finding[];
}

/** Describes a source that is missing. Without one of several respondents, the answers that are there are not all. */
function makeMissing(document: Sourced<ReportDocument>, index: number, isLost: boolean): Finding {
  const { path = '', files, agreed } = document.value.sources[index] ?? {};
  const place = makeFindingAt(document, ['sources', index, 'path'], {
    check: outOfDate,
    severity: 'info',
    message:
      files === undefined
        ? `The source \`${path}\` is missing, so the report could not be recomputed.`
        : `\`${path}\` has no answers of sellers, so the report could not be recomputed.`,
    fix: 'Restore the source, or score again.',
  });
  if (!isLost) return place;
  const what = agreed === true ? 'what the team agreed on' : 'a respondent';
  return {
    ...place,
    severity: 'error',
    message: `The source \`${path}\` is missing, and other answers of the report are there: ${what} was lost.`,
    fix: 'Restore the file, or combine the answers again.',
  };
}

/**
 * Reads the sources that a report names. One that cannot be read, or is of another kind, counts as found: it is checked
 * on its own. A report may be without its sources, and without the answers of its sellers, which are for nobody else.
 */
export async function findSources(document: Sourced<ReportDocument>, lookup: Lookup): Promise<FoundSources> {
  const respondents: RespondentSource[] = [];
  let system: SystemSource | undefined;
  const missing: number[] = [];
  const changed: Finding[] = [];
  const { sources, organization, voices } = document.value;
  for (const [index, source] of sources.entries()) {
    const { path: name, files } = source;
    const place = lookup.folder === undefined || name === '-' ? undefined : resolve(lookup.folder, name);
    if (place !== undefined && files !== undefined) {
      const sellers = (await findSellers(place, organization.name, lookup)) ?? [];
      respondents.push(...sellers);
      if (sellers.length === 0) missing.push(index);
      else if (sellers.length !== files) {
        changed.push(
          makeFindingAt(document, ['sources', index, 'files'], {
            check: outOfDate,
            severity: 'error',
            message: `The report covers ${files} sellers, but \`${name}\` has the answers of ${sellers.length}: a respondent was ${sellers.length < files ? 'lost' : 'added'}.`,
            fix: 'Restore the files of the sellers, or combine the answers again.',
          }),
        );
      }
      continue;
    }
    const opened = place === undefined ? undefined : await readSource(name, place, lookup);
    if (place === undefined || opened === undefined) {
      missing.push(index);
      continue;
    }
    const { kind, read } = opened;
    if (!read.ok || kind !== source.kind) continue;
    if (source.kind === 'answers')
      respondents.push(toRespondent(read.document as Sourced<AnswersDocument>, place, lookup.model));
    else system = { document: read.document as Sourced<SystemDocument>, path: place };
  }
  const isLost = (index: number): boolean => {
    const { kind, files, path } = sources[index] ?? {};
    return voices !== undefined && respondents.length > 0 && kind === 'answers' && !files && path !== '-';
  };
  return {
    respondents,
    system,
    missing: missing.filter((index) => !isLost(index)).map((index) => makeMissing(document, index, false)),
    changed: [...changed, ...missing.filter(isLost).map((index) => makeMissing(document, index, true))],
  };
}
