import type { CheckResult, Facts, History, Revision } from '#checks/define-check.ts';

/** A revision and its predecessor. */
export interface Step {
  readonly before: Revision;
  readonly after: Revision;
}

/** Lists each revision except the first with its predecessor, oldest first. */
export function listSteps({ revisions }: History): Step[] {
  return revisions.slice(1).map((after, index) => ({ before: revisions[index] as Revision, after }));
}

/** Names a revision in a sentence. */
export function nameRevision({ commit, date }: Revision): string {
  return commit === 'working copy' ? `the working copy (${date})` : `commit ${commit} (${date})`;
}

/** Runs a check on the history, and notes which part of it is not available. */
export function runOverHistory(facts: Facts, run: (history: History) => CheckResult): CheckResult {
  const { history } = facts;
  if (history === undefined) {
    return {
      subjects: 0,
      failures: [],
      note: 'There is no git history here, so checks of what changed were skipped.',
    };
  }
  const result = run(history);
  const { lacks, revisions } = history;
  if (lacks === undefined) return result;
  const from = revisions[0]?.date;
  const unseen = `changes${from === undefined ? '' : ` before ${from}`} could not be checked`;
  const notes = {
    answer: `git did not answer in time: ${unseen}.`,
    shallow: `This clone is shallow: ${unseen}. Fetch the full history to check them too.`,
    partial: `This clone lacks the contents of older commits: ${unseen}. Fetch them to check them too.`,
    limit: `Only the latest ${revisions.length - 1} versions of the file are read: ${unseen}.`,
  };
  return { ...result, note: notes[lacks] };
}
