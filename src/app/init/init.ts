import { basename, join } from 'node:path';
import { InterruptedError, UsageError } from '#domain/errors.ts';
import type { Model } from '#domain/model.ts';
import { type Learned, prefillFrom } from '#domain/prefill-system.ts';
import type { Outcome } from '#domain/verdict.ts';
import type { Asker } from '#io/terminal/asker.ts';
import { findGitFault } from '#io/git/git.ts';
import { listenForEnding } from '#io/interruption.ts';
import { readBytes } from '#io/files.ts';
import { announceColor, canRedraw, detectColorLevel } from '#io/host.ts';
import { makePlainAsker } from '#io/terminal/plain-asker.ts';
import { writeFiles } from '#io/write/write-files.ts';
import { requireWritable } from '#io/write/write-targets.ts';
import { baselineFile } from './templates/config.ts';
import { renderCheckCommand, printNextSteps, writeBaseline } from './first-baseline.ts';
import { type Context, formatPath } from '#app/context.ts';
import { askToReplace, planChanges, requireValid } from './files.ts';
import { type InitOptions, type Place, findPlace, isThere } from './target-folder.ts';
import { detectCi } from './detect-ci.ts';
import { type InitAnswers, askInit, parseUnits } from './questions.ts';
import { makePainter } from '#app/interview/question-screen.ts';
import { noteOutdated } from '#app/answers/input.ts';
import { readCarried } from '#app/answers/read-answers.ts';
import { requireName } from '#app/require-name.ts';
import { selectModel } from '#app/model/select-model.ts';

/** Reads what an interview learned. Leaves out answers to questions that changed since, and says so on stderr. */
async function readLearned(context: Context, file: string, model: Model): Promise<Learned> {
  const carried = await readCarried(file, await readBytes(context.resolvePath(file), file), model);
  await noteOutdated(context, carried);
  return prefillFrom(carried.counted);
}

/** Derives default answers from the options, the folder and the interview. */
async function deriveAnswers(
  place: Place,
  options: InitOptions,
  learned: Learned | undefined,
): Promise<InitAnswers> {
  const name = options.organization ?? learned?.organization;
  const ci = options.ci ?? (await detectCi(place.root));
  return {
    organization:
      name === undefined
        ? { name: basename(place.folder) || 'Unnamed organization', isAssumed: true }
        : { name, isAssumed: false },
    roles: [],
    units: parseUnits(learned?.unit?.replaceAll(',', ' ') ?? '').filter(({ id }) => id !== ''),
    ci,
  };
}

async function write(
  context: Context,
  place: Place,
  answers: InitAnswers,
  files: {
    readonly learned: Learned | undefined;
    readonly asker: Asker | undefined;
    readonly model: Model;
  },
  options: InitOptions,
): Promise<void> {
  const changes = await planChanges(context, place, answers, files.learned);
  await requireValid(changes, files.model);
  const baseline = join(place.folder, baselineFile);
  const own = { path: baseline, name: formatPath(context.host, baseline), text: '' };
  // Replacing the baseline is asked for like every other file, though the check writes it.
  await requireWritable(own);
  const candidates = (await isThere(baseline)) ? [...changes, own] : changes;
  const agreed = await askToReplace(candidates, files.asker, options);
  const toWrite = agreed.filter((file) => file !== own);
  await writeFiles(toWrite);
  const lines = toWrite.map(({ name }) => `Wrote ${name}`);
  await context.notify(lines.length === 0 ? 'Nothing was written.\n' : `${lines.join('\n')}\n`);

  const config = join(place.folder, '.sales-audit.yaml');
  const keepsConfig =
    changes.some(({ path }) => path === config) && !toWrite.some(({ path }) => path === config);
  const keepsBaseline = candidates.includes(own) && !agreed.includes(own);
  if (keepsConfig) {
    const command = renderCheckCommand(context, place, ['--baseline', baselineFile, '--update-baseline']);
    await context.notify(
      `Your settings were not replaced, so no baseline was written. Write one with: ${command}\n`,
    );
  } else if (!keepsBaseline) await writeBaseline(context, place.folder);
  await printNextSteps(context, place, answers, {
    written: toWrite,
    hasNotes: (files.learned?.remarks.length ?? 0) > 0,
    hasBaseline: !keepsConfig && !keepsBaseline,
    hasUnknownCi: answers.ci === 'none' && options.ci === undefined,
  });
}

/** Says why no workflow is written where git does not read the repository, which could name its CI system. */
async function noteUnknownRemote(context: Context, { root }: Place): Promise<void> {
  const fault = await findGitFault(root);
  if (fault === undefined) return;
  await context.notify(
    `git cannot read this repository, so init does not know where your CI runs: ${fault}. For a workflow, pass --ci github or --ci gitlab.\n`,
  );
}

/** Scaffolds the declared system, the settings of its gate, the CI workflow and a first baseline. */
export async function init(context: Context, options: InitOptions): Promise<Outcome> {
  const { host } = context;
  const canAsk = host.stdin.isTTY || options.plain === true;
  if (!options.yes && !canAsk) {
    throw new UsageError(
      'There is no terminal for questions.',
      'Pass --yes to use the options and defaults from the folder, or --plain to answer line by line. Nothing was written.',
    );
  }
  const { organization } = options;
  requireName('--organization', organization);
  const place = await findPlace(context, options.dir);
  const model = await selectModel(context, options);
  const learned = options.from === undefined ? undefined : await readLearned(context, options.from, model);
  if (learned !== undefined && organization !== undefined && learned.organization !== organization) {
    throw new UsageError(
      `${options.from} contains the answers of ${JSON.stringify(learned.organization)}, not of ${JSON.stringify(organization)}.`,
      'Leave out --organization, or give other answers. Nothing was written.',
    );
  }
  const likely = await deriveAnswers(place, options, learned);
  if (options.yes) {
    if (likely.ci === 'none' && options.ci === undefined) await noteUnknownRemote(context, place);
    await write(context, place, likely, { learned, asker: undefined, model }, options);
    return { end: 'done' };
  }

  const isRich = !options.plain && canRedraw(host);
  announceColor(detectColorLevel(options.color ?? 'auto', host.env, host.stderr));
  const ending = listenForEnding(host, isRich);
  let asker: (Asker & { close?(): void }) | undefined;
  try {
    const { messages } = model;
    const painter = makePainter(context.getCanvas('stderr').theme, messages);
    asker = isRich
      ? (await import('#io/terminal/rich-asker.ts')).makeRichAsker(host, ending, painter, messages)
      : makePlainAsker(host, ending.signal, painter, messages);
    const given = { organization: organization ?? learned?.organization, ci: options.ci };
    const answers = await askInit(asker, given, likely);
    await write(context, place, answers, { learned, asker, model }, options);
    return { end: 'done' };
  } catch (error) {
    if (!(error instanceof InterruptedError)) throw error;
    await context.notify('\nNothing was written.\n');
    return { end: 'interrupted', by: error.by };
  } finally {
    asker?.close?.();
    ending.dispose();
    host.stdin.pause();
  }
}
