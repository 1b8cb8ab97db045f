import { dirname } from 'node:path';
import { checks } from '#checks/index.ts';
import type { AnswersCheck, Check, Facts, Failure, History, Revision } from '#checks/define-check.ts';
import { identityOf } from '#checks/identity.ts';
import { referencesOf } from '#checks/references.ts';
import { runChecks } from '#checks/run-checks.ts';
import { type OpenedFile, openDocument, openFile } from '#document/open.ts';
import { type Sourced, findingAt } from '#document/sourced.ts';
import { assess } from '#domain/assess.ts';
import type { FileScores, GatedFinding } from '#domain/check-report.ts';
import type { Model } from '#domain/model.ts';
import { pointsOf } from '#domain/points.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { Finding, ReportDocument } from '#domain/types/report.ts';
import type { SystemDocument, Waiver } from '#domain/types/sales-system.ts';
import { type CheckOutcome, writtenLens } from '#domain/written.ts';
import { fileHistory, repositoryRoot } from '#io/git.ts';
import { referenceStates } from '#io/references.ts';

/** A file to check, as it was read. */
export interface CheckedInput {
  /** Absolute path; undefined for standard input. */
  readonly path: string | undefined;
  /** The file as it is shown. */
  readonly file: string;
  /** The bytes of the file. Asked for when it is its turn, so that not all files are held at once. */
  readonly read: () => Promise<Uint8Array>;
}

/** What checking one file gave, before waivers, baseline and gate. */
export interface CheckedFile {
  readonly file: string;
  readonly path: string | undefined;
  readonly text: string | undefined;
  readonly findings: readonly GatedFinding[];
  readonly notes: readonly string[];
  readonly scores: FileScores | undefined;
  readonly outcomes: readonly CheckOutcome[];
  /** Waivers that the file itself has. */
  readonly waivers: readonly Waiver[];
  /** Ids of the checks that could not judge, because there was no or not all of the history. */
  readonly unjudged: ReadonlySet<string>;
  /** A failure that was found over the whole file, as the gate sees it. */
  readonly place: (check: Check, failure: Failure) => GatedFinding;
  readonly document:
    | { readonly kind: 'sales-system'; readonly value: SystemDocument }
    | { readonly kind: 'answers'; readonly value: AnswersDocument }
    | { readonly kind: 'report'; readonly value: ReportDocument }
    | undefined;
}

/** A finding of the schema or the limits as the gate sees it. */
function gated(finding: Finding, file: string): GatedFinding {
  return {
    ...finding,
    file,
    path: finding.path ?? '',
    line: finding.line ?? 1,
    column: finding.column ?? 1,
    points: null,
    element: null,
    identity: finding.path ?? '',
    dueTo: null,
  };
}

/** A failure of a check as the gate sees it. */
function gatedFailure(
  document: Sourced<unknown>,
  check: Check,
  failure: Failure,
  points: { readonly points: number; readonly element: string } | undefined,
): GatedFinding {
  const { message, fix, at, path, missing } = failure;
  const severity = failure.severity ?? check.severity;
  const place = findingAt(document, path, { check: check.id, severity, message, fix }, at ?? 'value');
  return {
    ...gated(place, document.file),
    points: points?.points ?? null,
    element: points?.element ?? null,
    identity: identityOf(document.value, path, missing),
    dueTo: failure.dueTo ?? null,
  };
}

/** Facts about the world around a declared system. */
export async function factsFor(
  system: SystemDocument,
  path: string | undefined,
  asOf: string,
): Promise<Facts> {
  if (path === undefined) return { asOf, paths: new Map(), history: undefined };
  const folder = dirname(path);
  const root = await repositoryRoot(folder);
  const references = referencesOf(system).map(({ value }) => value);
  const paths = referenceStates(references, root ?? folder);
  return { asOf, paths, history: root === undefined ? undefined : await historyOf(root, path, system, asOf) };
}

async function historyOf(root: string, path: string, system: SystemDocument, asOf: string): Promise<History> {
  const { revisions, shallow, truncated } = await fileHistory(root, path);
  const past: Revision[] = [];
  for (const { commit, date, text } of revisions) {
    const read = await openDocument('sales-system', path, text);
    // A commit in which the file could not be read says nothing.
    if (read.ok) past.push({ commit, date, system: read.document.value });
  }
  return {
    revisions: [...past, { commit: 'working copy', date: asOf, system }],
    shallow: shallow || truncated,
  };
}

function systemScores(model: Model, file: string, outcomes: readonly CheckOutcome[]): FileScores {
  const lens = writtenLens(model, outcomes);
  return {
    file,
    kind: 'sales-system',
    score: lens.overall,
    scoreWithoutSuppressed: null,
    shown: null,
    coverage: null,
    inPlace: null,
    elements: model.elements.map(({ id, name }) => ({ id, name, score: lens.elements.get(id) ?? null })),
  };
}

async function checkSystem(
  document: Sourced<SystemDocument>,
  input: CheckedInput,
  model: Model,
  asOf: string,
): Promise<CheckedFile> {
  const facts = await factsFor(document.value, input.path, asOf);
  const { outcomes, found, notes } = runChecks(checks, document.value, facts);
  const outside = facts.history === undefined && input.path !== undefined;
  return {
    file: input.file,
    path: input.path,
    text: document.text,
    findings: found.map(({ check, failure }) =>
      gatedFailure(document, check, failure, pointsOf(model, outcomes, check.id, failure.mends)),
    ),
    notes: [
      ...notes.map((note) => `${input.file}: ${note}`),
      ...(outside && notes.length === 0
        ? [`${input.file}: outside a git repository, so its history was not looked at.`]
        : []),
    ],
    scores: systemScores(model, input.file, outcomes),
    outcomes,
    waivers: document.value.waivers ?? [],
    unjudged: new Set(
      facts.history === undefined || facts.history.shallow
        ? checks
            .filter((check) => check.over === 'sales-system' && check.needsHistory === true)
            .map(({ id }) => id)
        : [],
    ),
    place: (check, failure) => gatedFailure(document, check, failure, undefined),
    document: {
      kind: 'sales-system',
      get value() {
        return document.value;
      },
    },
  };
}

function checkAnswersFile(
  document: Sourced<AnswersDocument>,
  input: CheckedInput,
  model: Model,
  asOf: string,
  failingChecks: ReadonlySet<string> | undefined,
): CheckedFile {
  const facts: Facts = { asOf, paths: new Map(), history: undefined };
  const own = checks.filter((check): check is AnswersCheck => check.over === 'answers');
  const findings = own.flatMap((check) =>
    check
      .run(document.value, { model, facts, failingChecks })
      .failures.map((failure) => gatedFailure(document, check, failure, undefined)),
  );
  const assessment = assess(model, document.value, undefined, asOf);
  return {
    file: input.file,
    path: input.path,
    text: document.text,
    findings,
    notes: [],
    scores: {
      file: input.file,
      kind: 'answers',
      score: assessment.score,
      scoreWithoutSuppressed: null,
      shown: assessment.shown.overall,
      coverage: assessment.coverage,
      inPlace: assessment.inPlace,
      elements: model.elements.map(({ id, name }) => ({
        id,
        name,
        score: assessment.said.elements.get(id) ?? null,
      })),
    },
    outcomes: [],
    waivers: [],
    unjudged: new Set(),
    place: (check, failure) => gatedFailure(document, check, failure, undefined),
    document: {
      kind: 'answers',
      get value() {
        return document.value;
      },
    },
  };
}

function broken(input: CheckedInput, findings: readonly Finding[], text: string | undefined): CheckedFile {
  return {
    file: input.file,
    path: input.path,
    text,
    findings: findings.map((finding) => gated(finding, input.file)),
    notes: [],
    scores: undefined,
    outcomes: [],
    waivers: [],
    unjudged: new Set(),
    place: (check, { message, fix }) =>
      gated({ check: check.id, severity: check.severity, message, fix }, input.file),
    document: undefined,
  };
}

/** Which files of a run a file is checked beside. */
export interface Surroundings {
  readonly model: Model;
  readonly asOf: string;
  /** Ids of the checks that fail over the one declared system of an organization; undefined without one. */
  readonly failingChecksOf: (organization: string) => ReadonlySet<string> | undefined;
}

/** Checks one file that was opened: limits, syntax, schema, and the checks of its kind. */
export async function checkOpened(
  input: CheckedInput,
  { kind, read }: OpenedFile,
  { model, asOf, failingChecksOf }: Surroundings,
): Promise<CheckedFile> {
  if (!read.ok) return broken(input, read.findings, read.text);
  const { document } = read;
  if (kind === 'sales-system') return checkSystem(document as Sourced<SystemDocument>, input, model, asOf);
  if (kind === 'answers') {
    const answers = document as Sourced<AnswersDocument>;
    const failing = failingChecksOf(answers.value.organization.name);
    return checkAnswersFile(answers, input, model, asOf, failing);
  }
  if (kind === 'report') {
    const { checkReport } = await import('./check-report-file.ts');
    const findings = await checkReport(document as Sourced<ReportDocument>, input.path, model);
    return {
      ...broken(input, findings, document.text),
      document: { kind: 'report', value: document.value as ReportDocument },
    };
  }
  return broken(input, [], document.text);
}

/** Reads and checks one file. */
export async function checkFile(input: CheckedInput, surroundings: Surroundings): Promise<CheckedFile> {
  return checkOpened(input, await openFile(input.file, await input.read()), surroundings);
}
