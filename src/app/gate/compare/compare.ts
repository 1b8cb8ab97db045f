import { UsageError } from '#domain/errors.ts';
import type { Model } from '#domain/model.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';
import { dropOutdated } from '#app/answers/read-answers.ts';
import { readAnyAgainst } from '#app/read-document.ts';
import type { Sourced } from '#document/read/sourced.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import type { CheckedFile } from '#app/findings/checked-file.ts';
import type { Context } from '#app/context.ts';
import { compareAnswers, compareSystem } from './compare-document.ts';
import { compareSystemWithReport, compareWithReport } from './compare-report.ts';
import type { Compared, Comparison } from './comparison.ts';
import { type Against, type EarlierState, openEarlier } from './earlier.ts';
import { makeExplainModel } from './earlier-model.ts';
import { makeFindEarlierSettings } from './earlier-settings.ts';
import { explainUnscored, findLost } from './lost.ts';
import type { Wanted } from './wanted.ts';
import { type SettingsPlace, listMissesOfOldPath, noteWeakened } from './weakened.ts';

/** A document that has a score of its own. */
type ScoredDocument = Exclude<NonNullable<CheckedFile['document']>, { readonly kind: 'report' }>;

const nothing: Comparison = { movements: [], changes: [], uncompared: [], misses: [], notes: [] };

/** Compares a file with its earlier state. Returns undefined if that has faults, or no score of the same kind. */
async function compareOne(
  file: CheckedFile,
  document: ScoredDocument,
  { bytes, name }: EarlierState,
  maxDrop: number | undefined,
  model: Model,
  asOf: string,
): Promise<Comparison | undefined> {
  const compared: Compared = { file: file.file, name, maxDrop };
  const { kind, read } = await readAnyAgainst(name, bytes, model);
  if (!read.ok) return undefined;
  if (kind === 'report') {
    const past = read.document.value as ReportDocument;
    if (document.kind === 'answers') return compareWithReport(compared, document.value, past, model, asOf);
    if (past.summary.declared === null) return undefined;
    return compareSystemWithReport(compared, file.outcomes, past, model);
  }
  if (kind !== document.kind) return undefined;
  if (document.kind === 'answers') {
    const { counted } = dropOutdated(read.document as Sourced<AnswersDocument>, model);
    return compareAnswers(compared, document.value, counted, model, asOf);
  }
  const earlier = read.document.value as SystemDocument;
  return compareSystem(compared, file.path, document.value, earlier, model, asOf);
}

/** Finds the stricter limit of a file: that of its path today, and that of the path that it had. */
async function findMaxDrop(
  { getSettings }: Wanted,
  paths: readonly (string | undefined)[],
): Promise<number | undefined> {
  const settings = await Promise.all(
    paths.flatMap((path) => (path === undefined ? [] : [getSettings(path)])),
  );
  const given = settings.flatMap(({ floors }) => floors.maxDrop ?? []);
  return given.length === 0 ? undefined : Math.min(...given);
}

/** Makes what comes of a file that has no earlier state. Throws a UsageError if that of a limited score is unknown. */
function makeNew(file: CheckedFile, name: string, maxDrop: number | undefined): Comparison {
  const isNameless = file.path === undefined;
  const why = isNameless
    ? `Standard input has no name in ${name}, so there is nothing to compare it with.`
    : `${file.file} is not in ${name}, so there is nothing to compare it with.`;
  if (isNameless && maxDrop !== undefined) throw new UsageError(why, 'Name it with --stdin-filename.');
  const limit = maxDrop === undefined ? '' : ' Its drop is limited, but could not be measured.';
  return { ...nothing, notes: [`${why}${limit}`] };
}

/** Notes revisions that are compared with themselves, which explains why nothing moved. */
function listCheckedOut(states: readonly (EarlierState | undefined)[]): string[] {
  const revisions = new Set(states.flatMap((state) => state?.revision ?? []));
  return [...revisions]
    .filter(({ isCheckedOut }) => isCheckedOut)
    .map(
      ({ name }) =>
        `${name} is the commit that is checked out, so what is committed is compared with itself.`,
    );
}

/** Compares every checked file that has a score with its earlier state, and names the cause of every point. */
export async function compareWith(
  context: Context,
  against: Against,
  files: readonly CheckedFile[],
  model: Model,
  wanted: Wanted,
): Promise<Comparison> {
  const earlier = openEarlier(context, against);
  const findEarlierSettings = makeFindEarlierSettings(context, wanted.config);
  const explainModel = makeExplainModel(context, model, wanted.model, findEarlierSettings);
  const states: (EarlierState | undefined)[] = [];
  const found: Comparison[] = [];
  const misses: string[] = [];
  const places: SettingsPlace[] = [];
  for (const file of files) {
    const { document } = file;
    const state = await earlier.read(file.path);
    states.push(state);
    misses.push(...(await listMissesOfOldPath(context, file, state, wanted)));
    const revision = file.path === undefined ? undefined : await earlier.findRevision(file.path);
    if (file.path !== undefined && revision !== undefined)
      places.push({ file: file.file, path: file.path, revision, earlierPath: state?.path ?? file.path });
    const maxDrop = await findMaxDrop(wanted, [context.resolvePath(file.file), state?.path]);
    const addReason = (why: string | undefined): void => {
      if (why !== undefined)
        found.push({ ...nothing, uncompared: [{ file: file.file, why: `${file.file} ${why}`, maxDrop }] });
    };
    if (document === undefined || document.kind === 'report') {
      addReason(await explainUnscored(state, model));
    } else if (state === undefined) {
      found.push(makeNew(file, against.given, maxDrop));
    } else {
      const other = `could not be compared with ${state.name}:`;
      const comparison = await compareOne(file, document, state, maxDrop, model, context.asOf);
      if (comparison === undefined) addReason(`${other} that state of it has no score of the same kind.`);
      else found.push(comparison);
      const why = maxDrop === undefined ? undefined : await explainModel(state);
      if (why !== undefined) addReason(`${other} ${why}`);
    }
  }
  const isAnswerable = !wanted.isOnlyInput || states.includes(undefined);
  const lost = isAnswerable
    ? await findLost(context, earlier, files, model, findEarlierSettings, wanted)
    : [];
  const movements = found.flatMap((comparison) => comparison.movements);
  const hasMoved = movements.some(({ before, now }) => before !== now);
  return {
    movements,
    changes: found.flatMap(({ changes }) => changes),
    uncompared: [...found.flatMap(({ uncompared }) => uncompared), ...lost],
    misses,
    notes: [
      ...found.flatMap(({ notes }) => notes),
      ...(await noteWeakened(places, findEarlierSettings, wanted)),
      ...(hasMoved ? [] : listCheckedOut(states)),
    ],
  };
}
