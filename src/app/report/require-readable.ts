import { readDocument } from '#document/read/read-document.ts';
import { limits } from '#document/read/limits.ts';
import { UsageError } from '#domain/errors.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import { countRespondents } from '#domain/voices/count-respondents.ts';

/** Shorter texts are within the limits of a document. */
const certain = limits.bytes / 4;

/**
 * Throws a UsageError if a report is too large to be read again, because very many people in very many units answered.
 *
 * @param text the report as a YAML document
 */
export async function requireReadable({ voices }: ReportDocument, text: string): Promise<void> {
  if (text.length < certain) return;
  const read = await readDocument('report', 'report', Buffer.from(text));
  if (read.ok) return;
  const [fault] = read.findings;
  const people = voices === undefined ? '' : ` of ${countRespondents(voices)} people`;
  throw new UsageError(
    `The report${people} would be too large to be read again. ${fault?.message ?? ''} Nothing was written.`,
    'Most of it is what each unit answered and, with --with-names, notes. Name larger units in the answers, or combine fewer people.',
  );
}
