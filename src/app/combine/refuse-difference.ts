import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { readDocument } from '#document/read/read-document.ts';
import { findKind } from '#document/schema/kind-sniffer.ts';
import { UsageError } from '#domain/errors.ts';
import type { ReportDocument, Source } from '#domain/types/report.ts';
import { readBytesIfThere } from '#io/files.ts';
import { isCandidateName } from '#io/discover.ts';
import { isSystemPath } from '#io/write/write-targets.ts';
import { normalizeName } from '#domain/answers/normalize-name.ts';

/** Returns the source of a report that represents all sellers. */
function findSellers({ sources }: ReportDocument): Source | undefined {
  return sources.find(({ kind, role, agreed }) => kind === 'answers' && role === 'seller' && agreed !== true);
}

/** Says how a report shows other groups of the same sellers; undefined if the two reveal nothing. */
function describeDifference(report: ReportDocument, other: ReportDocument): string | undefined {
  const [own, theirs] = [findSellers(report), findSellers(other)];
  const isSame =
    normalizeName(report.organization.name) === normalizeName(other.organization.name) &&
    report.model.id === other.model.id;
  if (!isSame || report.voices === undefined || other.voices === undefined) return undefined;
  if (own === undefined || theirs === undefined) return undefined;
  if (own.digest !== theirs.digest) return 'with different answers of sellers';
  return report.voices.minGroup === other.voices.minGroup
    ? undefined
    : `with groups of ${other.voices.minGroup} or more`;
}

/**
 * Refuses to write a report of several respondents beside another one of the same organization that shows other groups
 * of sellers: the difference of the two could show what a single seller said. Writing over the other one is fine.
 *
 * @param path absolute path of the file to write
 * @throws UsageError if there is such a report in its folder
 */
export async function refuseDifference(path: string, name: string, report: ReportDocument): Promise<void> {
  if (findSellers(report) === undefined || isSystemPath(path)) return;
  const folder = dirname(path);
  const names = await readdir(folder).catch((): string[] => []);
  for (const beside of names.filter((each) => isCandidateName(each) && each !== basename(path))) {
    const bytes = await readBytesIfThere(join(folder, beside), beside).catch(() => undefined);
    if (bytes === undefined || findKind(Buffer.from(bytes).toString('utf8')) !== 'report') continue;
    const read = await readDocument('report', beside, bytes);
    const difference = read.ok ? describeDifference(report, read.document.value) : undefined;
    if (difference === undefined) continue;
    throw new UsageError(
      `${beside}, in the same folder as ${name}, is a report of ${report.organization.name} ${difference}. Comparing the two could reveal what a single seller said.`,
      `Overwrite it with -o, or remove it first. Nothing was changed.`,
    );
  }
}
