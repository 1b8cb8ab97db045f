import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { checks } from '#checks/index.ts';
import { runChecks } from '#checks/run-checks.ts';
import { type Read, readDocument } from '#document/read.ts';
import { assess } from '#domain/assess.ts';
import { type Cause, bridgeAnswers, bridgeOutcomes, causeInWords } from '#domain/bridge.ts';
import { UsageError } from '#domain/errors.ts';
import type { Movement } from '#domain/gate.ts';
import type { Model } from '#domain/model.ts';
import { settle } from '#domain/numbers.ts';
import type { Answer, AnswersDocument } from '#domain/types/answers.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';
import { writtenLens } from '#domain/written.ts';
import { readBytes } from '#io/files.ts';
import { fileAt, repositoryRoot } from '#io/git.ts';
import { type CheckedFile, factsFor } from './check-files.ts';
import type { Context } from './context.ts';

/** What changed against an earlier state. */
export interface Comparison {
  readonly movements: readonly Movement[];
  /** One line for each cause of a lost or won point. */
  readonly changes: readonly string[];
  readonly notes: readonly string[];
}

/** An earlier state of a file. */
interface Earlier {
  readonly bytes: Uint8Array;
  /** What it is called: a file, or a revision. */
  readonly name: string;
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

/** The earlier state of a file: the file that was named, else the same path in a revision of the repository. */
async function earlierOf(context: Context, against: string, file: CheckedFile): Promise<Earlier | undefined> {
  const path = context.path(against);
  if (await isFile(path)) return { bytes: await readBytes(path, against), name: against };
  if (file.path === undefined) return undefined;
  const root = await repositoryRoot(dirname(file.path));
  if (root === undefined) {
    throw new UsageError(
      `${JSON.stringify(against)} is no file, and this is no git repository.`,
      'Give --against a file or a git revision.',
    );
  }
  const bytes = await fileAt(root, against, file.path);
  return bytes === undefined ? undefined : { bytes, name: against };
}

function lines(
  file: string,
  name: string,
  before: number | null,
  now: number | null,
  causes: readonly Cause[],
): string[] {
  const inWords = (score: number | null): string => (score === null ? 'unknown' : score.toFixed(1));
  const change =
    before === null || now === null ? '' : ` (${now >= before ? '+' : ''}${(now - before).toFixed(1)})`;
  return [
    `${file} against ${name}: ${inWords(before)} → ${inWords(now)}${change}`,
    ...causes.map((cause) => `  ${causeInWords(cause)}`),
  ];
}

/** What moved a declared system: the passing of time first, then what was declared otherwise. */
async function compareSystem(
  file: CheckedFile,
  system: SystemDocument,
  read: Read<SystemDocument>,
  name: string,
  model: Model,
  asOf: string,
): Promise<Comparison | undefined> {
  if (!read.ok) return undefined;
  const old = read.document.value;
  const facts = await factsFor(old, file.path, asOf);
  const then = old.reviewedOn !== undefined && old.reviewedOn < asOf ? old.reviewedOn : asOf;
  const atItsTime = runChecks(checks, old, { ...facts, asOf: then, history: undefined }).outcomes;
  const today = runChecks(checks, old, { ...facts, history: undefined }).outcomes;
  const now = runChecks(checks, system, {
    ...(await factsFor(system, file.path, asOf)),
    history: undefined,
  }).outcomes;
  const before = writtenLens(model, atItsTime).overall;
  const after = writtenLens(model, now).overall;
  const expired = (old.waivers ?? []).filter(
    ({ until }) => until !== undefined && until >= then && until < asOf,
  );
  const causes = [
    ...bridgeOutcomes(model, atItsTime, today, 'the date alone'),
    ...bridgeOutcomes(model, today, now, 'a declaration'),
    ...expired.map(({ rule, path }): Cause => ({
      what: `the waiver of ${rule ?? ''} at ${path ?? ''} expired`,
      points: null,
    })),
  ];
  return {
    movements: [{ file: file.file, before, now: after }],
    changes: lines(file.file, name, before, after, causes),
    notes: [],
  };
}

/** What moved answers: each answer that differs. The shown score moves with the age of evidence too. */
function compareAnswers(
  file: CheckedFile,
  answers: AnswersDocument,
  read: Read<AnswersDocument>,
  name: string,
  model: Model,
  asOf: string,
): Comparison | undefined {
  if (!read.ok) return undefined;
  const old = read.document.value;
  const before = assess(model, old, undefined, asOf);
  const now = assess(model, answers, undefined, asOf);
  const started = old.startedOn ?? asOf;
  const aged = settle(
    (before.shown.overall ?? 0) -
      (assess(model, old, undefined, started < asOf ? started : asOf).shown.overall ?? 0),
  );
  return {
    movements: [{ file: file.file, before: before.score, now: now.score }],
    changes: [
      ...lines(file.file, name, before.score, now.score, bridgeAnswers(model, old, answers, asOf)),
      ...(aged === 0 ? [] : [`  evidence that aged since ${started}: ${aged.toFixed(1)} on the shown score`]),
    ],
    notes: [],
  };
}

/** What moved answers against a report: the model or the tool first, then each answer that differs. */
function compareReport(
  file: CheckedFile,
  answers: AnswersDocument,
  report: ReportDocument,
  name: string,
  model: Model,
  asOf: string,
): Comparison {
  const given = report.elements.flatMap(({ practices }) => practices).flatMap(({ questions }) => questions);
  const old: AnswersDocument = {
    ...answers,
    scope: report.summary.scope,
    answers: Object.fromEntries(
      given.flatMap(({ id, state, level, reason }): [string, Answer][] => {
        if (level !== null) return [[id, { level }]];
        if (state === 'unknown') return [[id, { unknown: true }]];
        return reason === undefined ? [] : [[id, { notApplicable: reason }]];
      }),
    ),
  };
  const before = report.summary.score;
  const rescored = assess(model, old, undefined, asOf).score;
  const now = assess(model, answers, undefined, asOf).score;
  const same = report.model.digest === model.digest;
  const points =
    before === null || rescored === null ? null : settle(Math.round((rescored - before) * 10) / 10);
  const causes = [
    ...(points === 0 || same
      ? []
      : [
          {
            what: `the model: ${report.model.id} ${report.model.version} → ${model.id} ${model.version}, other content`,
            points,
          },
        ]),
    ...bridgeAnswers(model, old, answers, asOf),
  ];
  return {
    movements: [{ file: file.file, before, now }],
    changes: lines(file.file, name, before, now, causes),
    notes: [],
  };
}

/** Compares every checked file that has a score with its earlier state, and names the cause of every point. */
export async function compareWith(
  context: Context,
  against: string,
  files: readonly CheckedFile[],
  model: Model,
): Promise<Comparison> {
  const { asOf } = context;
  const found: Comparison[] = [];
  const notes: string[] = [];
  for (const file of files) {
    const { document } = file;
    if (document === undefined || document.kind === 'report') continue;
    const earlier = await earlierOf(context, against, file);
    if (earlier === undefined) {
      notes.push(`${file.file} is not in ${against}, so there is nothing to compare it with.`);
      continue;
    }
    const { bytes, name } = earlier;
    const asReport = readDocument('report', name, bytes);
    let comparison: Comparison | undefined;
    if (document.kind === 'sales-system') {
      comparison = await compareSystem(
        file,
        document.value,
        readDocument('sales-system', name, bytes),
        name,
        model,
        asOf,
      );
    } else if (asReport.ok)
      comparison = compareReport(file, document.value, asReport.document.value, name, model, asOf);
    else
      comparison = compareAnswers(
        file,
        document.value,
        readDocument('answers', name, bytes),
        name,
        model,
        asOf,
      );
    if (comparison === undefined)
      notes.push(
        `${file.file} could not be compared with ${name}: that state of it cannot be read as the same kind.`,
      );
    else found.push(comparison);
  }
  return {
    movements: found.flatMap(({ movements }) => movements),
    changes: found.flatMap(({ changes }) => changes),
    notes: [...notes, ...found.flatMap((one) => one.notes)],
  };
}
