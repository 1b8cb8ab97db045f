import pMap from 'p-map';
import { readAnyDocument } from '#document/read.ts';
import type { Sourced } from '#document/sourced.ts';
import type { Model } from '#domain/model.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';
import type { Outcome } from '#domain/verdict.ts';
import { readBytes } from '#io/files.ts';
import { answerMessages } from '#io/helper-process.ts';
import { checkSystem } from '../check-system.ts';
import { loadShippedModel } from '../shipped-model.ts';
import { type Answer, type Share, sent } from './messages.ts';

/** Files that a helper looks at side by side: each may wait for git, and there are other helpers. */
const filesAtOnce = 2;

/**
 * Checks the declared systems of a share. Any other document, a file that cannot be read, and whatever goes wrong is
 * left to the process that asks: it knows what the files have to do with each other, and whom to tell.
 */
async function answerOf({ asOf, files }: Share, model: Model): Promise<Answer> {
  return pMap(
    files,
    async ({ path, file }) => {
      try {
        const opened = await readAnyDocument(file, await readBytes(path ?? '', file));
        if (opened.kind !== 'sales-system' || !opened.read.ok) return null;
        const document = opened.read.document as Sourced<SystemDocument>;
        return sent(await checkSystem(document, path, model, asOf));
      } catch {
        return null;
      }
    },
    { concurrency: filesAtOnce },
  );
}

/** Checks files for another run of this program. */
export async function helpCheck(): Promise<Outcome> {
  const model = await loadShippedModel();
  await answerMessages((share) => answerOf(share as Share, model));
  return { end: 'done' };
}
