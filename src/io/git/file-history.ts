import { readBlobs, runGit, joinPath } from './git-process.ts';
import { findRepositoryAround } from './repository.ts';

/** A state of a file in history: `commit` abbreviated, `date` the day of the commit (YYYY-MM-DD). */
interface FileRevision {
  readonly commit: string;
  readonly date: string;
  readonly text: Uint8Array;
}

/** What could be seen of the history of a file. */
export interface FileHistory {
  /** Committed states, oldest first; the working copy is not among them. */
  readonly revisions: readonly FileRevision[];
  /** Whether the oldest state stands at the edge of a shallow clone, so that older ones may be unseen. */
  readonly shallow: boolean;
  /** Whether older states were left out: over a limit, or their objects are not on this machine. */
  readonly truncated: boolean;
}

/** Newest states of a file that are read. */
const revisionLimit = 500;

/** A commit that touched a path. */
interface Touch {
  readonly commit: string;
  readonly date: string;
  /** Absent for a first commit, and at the edge of a shallow clone. */
  readonly parent: string | undefined;
  /** Content afterwards; undefined where the path was no regular file any more. */
  readonly blob: string | undefined;
  readonly added: boolean;
}

function touchesIn(log: Buffer, path: string): Touch[] {
  const touches: Touch[] = [];
  const tokens = log.toString().split('\0');
  let head: readonly string[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] ?? '';
    const [, mode = '', blob, status] = /^\n:\d+ (\d+) [0-9a-f]+ ([0-9a-f]+) ([A-Z])/.exec(token) ?? [];
    if (status === undefined) {
      head = token.split(' ');
      continue;
    }
    index += 1; // The token after it is the path.
    const [commit = '', date = '', parent] = head;
    if (tokens[index] !== path) continue;
    touches.push({
      commit,
      date: date.slice(0, 10),
      parent: parent || undefined,
      blob: mode.startsWith('100') ? blob : undefined,
      added: status === 'A',
    });
  }
  return touches;
}

/** Answers that hold for every file of a repository, so that git is asked once for all files of a run. */
const renames = new Map<string, Promise<ReadonlyMap<string, string>>>();

/** Forgets what was asked of repositories: a program that runs for long asks anew. */
export function clearHistoryCache(): void {
  renames.clear();
}

/** What a commit renamed: the name before, by the name after. */
async function renamesIn(root: string, parent: string, commit: string): Promise<ReadonlyMap<string, string>> {
  const args = ['diff-tree', '-r', '-z', '-M', '-l1000', '--raw', '--no-abbrev', '--diff-filter=R'];
  const { ok, out } = await runGit(root, [...args, parent, commit]);
  const tokens = out.toString().split('\0');
  const before = new Map<string, string>();
  for (let index = 0; ok && index + 2 < tokens.length; index += 3) {
    before.set(tokens[index + 2] ?? '', tokens[index + 1] ?? '');
  }
  return before;
}

async function nameBefore(
  root: string,
  parent: string,
  commit: string,
  path: string,
): Promise<string | undefined> {
  const key = `${root}\0${parent}\0${commit}`;
  const found = renames.get(key) ?? renamesIn(root, parent, commit);
  renames.set(key, found);
  return (await found).get(path);
}

/**
 * Commits that touched a path, newest first, one more than the limit where there are more. Only the line of
 * first parents: what a branch tried before it was merged never held, and a merge is one step.
 */
async function touchesOf(root: string, path: string): Promise<{ touches: Touch[]; whole: boolean }> {
  const touches: Touch[] = [];
  const args = ['log', '--first-parent', '-m', '--raw', '-z', '--no-abbrev', '--no-renames'];
  let next: { readonly path: string; readonly from: string } | undefined = { path, from: 'HEAD' };
  while (next !== undefined && touches.length <= revisionLimit) {
    const { path: name, from }: { path: string; from: string } = next;
    next = undefined;
    const count = `--max-count=${revisionLimit + 1 - touches.length}`;
    const log = await runGit(root, [...args, count, '--format=tformat:%H %cI %P', from, '--', name]);
    for (const touch of touchesIn(log.out, name)) {
      touches.push(touch);
      if (!touch.added || touch.parent === undefined) continue;
      // `log --follow` would take any similar file for the one before, such as a copied template.
      const before = await nameBefore(root, touch.parent, touch.commit, name);
      if (before === undefined) continue;
      next = { path: before, from: touch.parent };
      break;
    }
    if (!log.ok) return { touches, whole: false };
  }
  return { touches, whole: true };
}

/**
 * Committed states of a file on the line of first parents of HEAD, through renames (copies are other files).
 * Empty where nothing was committed. Never fetches, so what is not on this machine is `truncated`.
 *
 * @param root of the repository, as `repositoryRoot` gives it
 * @param path absolute, or relative to the root
 */
export async function readFileHistory(root: string, path: string): Promise<FileHistory> {
  const name = joinPath(root, path);
  const repository = await findRepositoryAround(root);
  if (name === undefined || repository?.hasCommits !== true)
    return { revisions: [], shallow: false, truncated: false };
  const { touches, whole } = await touchesOf(root, name);
  const newest = touches.slice(0, revisionLimit);
  const oldest = touches.at(-1);
  const states = newest.filter(({ blob }) => blob !== undefined);
  const blobs = await readBlobs(root, [...new Set(states.map(({ blob = '' }) => blob))]);
  const unseen = states.findIndex(({ blob = '' }) => !blobs.has(blob));
  const seen = unseen === -1 ? states : states.slice(0, unseen);
  const revisions = seen.map(({ commit, date, blob = '' }) => {
    return { commit: commit.slice(0, 10), date, text: blobs.get(blob) ?? new Uint8Array() };
  });
  return {
    revisions: revisions.toReversed(),
    shallow: repository.isShallow && oldest?.added === true && oldest.parent === undefined,
    truncated: !whole || unseen !== -1 || touches.length > revisionLimit,
  };
}
