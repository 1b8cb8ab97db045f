import type { Context } from '#app/context.ts';
import { UsageError } from '#domain/errors.ts';
import { appendToFile } from '#io/write/write-files.ts';
import { escapeLine } from '#render/escape.ts';

/**
 * Appends text to the job summary of GitHub. A summary that cannot be written is a warning: by
 * GitHub's page "Workflow commands", its upload does not affect the status of the job either.
 *
 * @param file value of `GITHUB_STEP_SUMMARY`
 */
export async function appendJobSummary(context: Context, file: string, text: string): Promise<void> {
  try {
    await appendToFile({ path: context.resolvePath(file), name: file, text });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    await context.notify(`Warning: no job summary. ${escapeLine(error.message)}\n`);
  }
}
