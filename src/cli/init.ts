import { lstat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { readDocument } from '#document/read.ts';
import { InterruptedError, InvalidDocumentError, UsageError } from '#domain/errors.ts';
import { type Learned, learnFrom } from '#domain/scaffold.ts';
import type { Outcome } from '#domain/verdict.ts';
import type { Asker } from '#io/asker.ts';
import { listenForEnding } from '#io/ending.ts';
import { readBytes, readBytesIfThere } from '#io/files.ts';
import { repositoryRoot } from '#io/git.ts';
import { announceColor, colorLevel } from '#io/host.ts';
import { plainAsker } from '#io/plain-asker.ts';
import { type FileToWrite, requireReplaceable, writeTogether } from '#io/write-together.ts';
import { baselineFile } from '#render/scaffold/config.ts';
import { filesToWrite } from '#render/scaffold/index.ts';
import type { CiSystem } from '#render/scaffold/workflow.ts';
import { type CommonOptions, type Context, makeContext, shellWord, shownPath } from './context.ts';
import { type InitAnswers, askInit, unitsIn } from './init-questions.ts';
import { makePainter } from './painter.ts';
import { schemaUrl, version } from './schemas.ts';
import { loadShippedModel } from './shipped-model.ts';

/** Options of `init`. */
export interface InitOptions extends CommonOptions {
  readonly organization?: string;
  readonly ci?: CiSystem | 'none';
  readonly from?: string;
  readonly dir: string;
  readonly yes?: true;
  readonly plain?: true;
  readonly force?: true;
}

/** Where the files go. */
interface Place {
  /** Absolute path of the folder of the declared system. */
  readonly folder: string;
  /** The root of its repository; the folder itself outside of one. */
  readonly root: string;
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

async function placeOf(context: Context, dir: string): Promise<Place> {
  const folder = context.path(dir);
  const there = await lstat(folder).catch(() => undefined);
  if (there === undefined || !there.isDirectory()) {
    throw new UsageError(`There is no folder ${dir}.`, 'Make it first; nothing was written.');
  }
  const root = (await repositoryRoot(folder)) ?? folder;
  const below = relative(root, folder);
  // Through a link the folder can lie outside the repository that git sees.
  if (below.startsWith('..')) return { folder, root: folder };
  if (/\$\{\{|\p{Cc}/u.test(below)) {
    throw new UsageError(`A CI workflow cannot name the folder ${dir}.`, 'Give it a plain name.');
  }
  return { folder, root };
}

async function readLearned(context: Context, file: string): Promise<Learned> {
  const read = readDocument('answers', file, await readBytes(context.path(file), file));
  if (read.ok) return learnFrom(read.document.value);
  throw new InvalidDocumentError(read.findings, new Map(read.text === undefined ? [] : [[file, read.text]]));
}

/** What is taken where nobody says otherwise. */
async function likelyAnswers(
  place: Place,
  options: InitOptions,
  learned: Learned | undefined,
): Promise<InitAnswers> {
  const name = options.organization ?? learned?.organization;
  const usesGitlab =
    (await isThere(join(place.root, '.gitlab-ci.yml'))) || (await isThere(join(place.root, '.gitlab')));
  return {
    organization:
      name === undefined
        ? { name: basename(place.folder) || 'Unnamed organization', isAssumed: true }
        : { name, isAssumed: false },
    roles: [],
    units: unitsIn(learned?.unit?.replaceAll(',', ' ') ?? '').filter(({ id }) => id !== ''),
    ci: options.ci ?? (usesGitlab ? 'gitlab' : 'github'),
  };
}

/** The files of the scaffold that are not on disk as they are to be. */
async function changesOf(
  context: Context,
  place: Place,
  answers: InitAnswers,
  learned: Learned | undefined,
): Promise<FileToWrite[]> {
  const files = filesToWrite({
    ...answers,
    learned,
    folder: relative(place.root, place.folder).split(sep).join('/'),
    hasPipeline: await isThere(join(place.root, '.gitlab-ci.yml')),
    version,
    schemaUrl,
  });
  const changes: FileToWrite[] = [];
  for (const [name, text] of files) {
    const path = join(place.folder, name);
    const shown = shownPath(context.host, path);
    const isSame =
      (await isThere(path)) &&
      (await lstat(path)).isFile() &&
      Buffer.from((await readBytesIfThere(path, shown)) ?? []).toString() === text;
    if (!isSame) changes.push({ path, name: shown, text });
  }
  return changes;
}

/** Throws where the new file would not be valid: it would be a fault of ours, and nothing is written. */
function requireValid(changes: readonly FileToWrite[]): void {
  for (const { path, name, text } of changes) {
    const kind = { 'sales-system.yaml': 'sales-system', '.sales-audit.yaml': 'config' } as const;
    const key = basename(path);
    if (key !== 'sales-system.yaml' && key !== '.sales-audit.yaml') continue;
    const read = readDocument(kind[key], name, new TextEncoder().encode(text));
    if (!read.ok) throw new TypeError(`init wrote an invalid ${name}: ${JSON.stringify(read.findings)}`);
  }
}

/** The files that may be written: new ones, and those that somebody agreed to replace. */
async function agreedTo(
  changes: readonly FileToWrite[],
  asker: Asker | undefined,
  options: InitOptions,
): Promise<readonly FileToWrite[]> {
  if (options.force) return changes;
  const there = await Promise.all(changes.map(({ path }) => isThere(path)));
  const taken = changes.filter((_, index) => there[index]);
  if (asker === undefined) {
    if (taken.length === 0) return changes;
    throw new UsageError(
      `${taken.map(({ name }) => name).join(', ')} ${taken.length === 1 ? 'is' : 'are'} there already.`,
      'Nothing was written. --force replaces what is there.',
    );
  }
  const kept = new Set<FileToWrite>();
  for (const file of taken) {
    if (!(await asker.confirm(`${file.name} is there already. Replace it?`))) kept.add(file);
  }
  return changes.filter((file) => !kept.has(file));
}

/**
 * After the files are written: keeps today's findings as the baseline, so that the first push is green. The
 * findings are not printed, only how many there are.
 *
 * @param dir absolute path of the folder of the declared system
 */
export async function afterInit(context: Context, dir: string): Promise<void> {
  const { runCheck } = await import('./check.ts');
  const inside = await makeContext({ ...context.host, cwd: dir }, { asOf: context.asOf });
  const shown = shownPath(context.host, join(dir, baselineFile));
  const quiet: Context = {
    ...inside,
    print: async () => undefined,
    tell: (text) => context.tell(text.replace(baselineFile, () => shown)),
  };
  await runCheck(quiet, [], {
    format: 'text',
    output: [],
    minElement: [],
    config: join(dir, '.sales-audit.yaml'),
    updateBaseline: true,
  });
}

/** What `init` did. */
interface Written {
  readonly written: readonly FileToWrite[];
  /** Whether notes of an interview stand in the system. */
  readonly hasNotes: boolean;
  readonly hasBaseline: boolean;
}

/** Says what to do with what was written. */
async function tellNext(
  context: Context,
  place: Place,
  answers: InitAnswers,
  { written, hasNotes, hasBaseline }: Written,
): Promise<void> {
  const { host } = context;
  const system = shownPath(host, join(place.folder, 'sales-system.yaml'));
  const there = relative(host.cwd, place.folder);
  const pipeline = join(place.root, '.gitlab-ci.yml');
  const includes = answers.ci === 'gitlab' && !written.some(({ path }) => path === pipeline);
  const steps = [
    ...(answers.organization.isAssumed ? [`Put the name of your organization into ${system}.`] : []),
    ...(hasNotes
      ? [`${system} repeats notes of the interview: take out what is not for everyone who reads it.`]
      : []),
    `Open ${system} and begin with philosophy: write down only what is true today.`,
    `See what is missing: ${there === '' ? '' : `cd ${shellWord(there)} && `}${host.invocation} check`,
    ...(includes ? [`In ${shownPath(host, pipeline)}: include: [{local: .gitlab/sales-audit.yml}]`] : []),
    `Commit the files.${hasBaseline ? ' The gate passes today, and fails where something new is missing.' : ''}`,
  ];
  await context.tell(`\nNext:\n${steps.map((step, index) => `  ${index + 1}. ${step}`).join('\n')}\n`);
}

async function write(
  context: Context,
  place: Place,
  answers: InitAnswers,
  files: { readonly learned: Learned | undefined; readonly asker: Asker | undefined },
  options: InitOptions,
): Promise<void> {
  const changes = await changesOf(context, place, answers, files.learned);
  requireValid(changes);
  const baseline = join(place.folder, baselineFile);
  const own = { path: baseline, name: shownPath(context.host, baseline), text: '' };
  // Replacing the baseline is asked for like every other file, though the check writes it.
  await requireReplaceable(own);
  const candidates = (await isThere(baseline)) ? [...changes, own] : changes;
  const agreed = await agreedTo(candidates, files.asker, options);
  const toWrite = agreed.filter((file) => file !== own);
  await writeTogether(toWrite);
  const lines = toWrite.map(({ name }) => `Wrote ${name}`);
  await context.tell(lines.length === 0 ? 'Nothing was written.\n' : `${lines.join('\n')}\n`);

  const config = join(place.folder, '.sales-audit.yaml');
  const keepsConfig =
    changes.some(({ path }) => path === config) && !toWrite.some(({ path }) => path === config);
  const keepsBaseline = candidates.includes(own) && !agreed.includes(own);
  if (keepsConfig) {
    await context.tell(
      `Your settings were kept, so no baseline was written: \`${context.host.invocation} check --baseline ${baselineFile} --update-baseline\` does.\n`,
    );
  } else if (!keepsBaseline) await afterInit(context, place.folder);
  await tellNext(context, place, answers, {
    written: toWrite,
    hasNotes: (files.learned?.remarks.length ?? 0) > 0,
    hasBaseline: !keepsConfig && !keepsBaseline,
  });
}

/** Scaffolds the declared system, the settings of its gate and the CI workflow, and keeps a first baseline. */
export async function init(context: Context, options: InitOptions): Promise<Outcome> {
  const { host } = context;
  const canAsk = host.stdin.isTTY || options.plain === true;
  if (!options.yes && !canAsk) {
    throw new UsageError(
      'There is no terminal to ask in.',
      'Pass --yes to take what the flags and the folder say, or --plain to answer by lines. Nothing was written.',
    );
  }
  const { organization } = options;
  if (organization !== undefined && (organization.trim() === '' || organization.length > 300)) {
    throw new UsageError('--organization takes a name of 1 to 300 characters.');
  }
  const place = await placeOf(context, options.dir);
  const learned = options.from === undefined ? undefined : await readLearned(context, options.from);
  if (learned !== undefined && organization !== undefined && learned.organization !== organization) {
    throw new UsageError(
      `${options.from} holds the answers of ${JSON.stringify(learned.organization)}, not of ${JSON.stringify(organization)}.`,
      'Leave out --organization, or give other answers. Nothing was written.',
    );
  }
  const likely = await likelyAnswers(place, options, learned);
  if (options.yes) {
    await write(context, place, likely, { learned, asker: undefined }, options);
    return { end: 'done' };
  }

  const isRich = !options.plain && host.stderr.isTTY && host.env['TERM'] !== 'dumb';
  announceColor(colorLevel(options.color ?? 'auto', host.env, host.stderr));
  const ending = listenForEnding(host, isRich);
  let asker: (Asker & { close?(): void }) | undefined;
  try {
    const { words } = await loadShippedModel();
    const painter = makePainter(context.canvas('stderr').theme, words);
    asker = isRich
      ? (await import('#io/rich-asker.ts')).richAsker(host, ending.signal, painter, words)
      : plainAsker(host, ending.signal, painter, words);
    const given = { organization: organization ?? learned?.organization, ci: options.ci };
    const answers = await askInit(asker, given, likely);
    await write(context, place, answers, { learned, asker }, options);
    return { end: 'done' };
  } catch (error) {
    if (!(error instanceof InterruptedError)) throw error;
    await context.tell('\nNothing was written.\n');
    return { end: 'interrupted', by: error.by };
  } finally {
    asker?.close?.();
    ending.dispose();
    host.stdin.pause();
  }
}
