import { dirname } from 'node:path';
import { checks } from '#checks/index.ts';
import type { Facts, Failure, History, Revision } from '#checks/define-check.ts';
import { findReferences } from '#checks/queries/references.ts';
import { runChecks } from '#checks/run-checks.ts';
import waiverUnused from '#checks/waiver/unused.ts';
import { findUnusedWaivers } from '#checks/queries/waivers.ts';
import { readDocument } from '#document/read/read-document.ts';
import { findCutTexts } from './cut-text.ts';
import type { Sourced } from '#document/read/sourced.ts';
import { suggest } from '#document/schema/suggest.ts';
import { type FileScores, type GatedFinding, isAcceptable } from '#domain/gate/check-report.ts';
import type { Model } from '#domain/model.ts';
import { computePoints } from '#domain/scoring/points.ts';
import type { SystemDocument, Waiver } from '#domain/types/sales-system.ts';
import { type CheckOutcome, scoreDeclaredLens } from '#domain/scoring/declared-lens.ts';
import { findGitFault, readFileHistory, findRepositoryRoot } from '#io/git/git.ts';
import type { CheckedFile } from './checked-file.ts';
import { lookUpReferences } from './look-up-references.ts';
import { rules } from './rules.ts';
import { toFinding } from './to-finding.ts';

/** Ids of the checks that cannot judge without the history of the file. */
const needHistory = checks
  .filter((check) => check.over === 'sales-system' && check.needsHistory === true)
  .map(({ id }) => id);

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Gathers facts about the files around a declared system, but not about its history.
 *
 * @param path absolute path of its file; undefined where nothing around it may be looked at
 */
export async function gatherPresentFacts(
  system: SystemDocument,
  path: string | undefined,
  asOf: string,
): Promise<Facts> {
  return { asOf, paths: await lookUpReferences(findReferences(system), path), history: undefined };
}

/**
 * Gathers facts about the world around a declared system.
 *
 * @param path absolute path of its file; undefined where nothing around it may be looked at
 * @param text content of the file
 */
export async function gatherFacts(
  system: SystemDocument,
  path: string | undefined,
  asOf: string,
  text?: string,
): Promise<Facts> {
  const present = await gatherPresentFacts(system, path, asOf);
  const root = path === undefined ? undefined : await findRepositoryRoot(dirname(path));
  if (path === undefined || root === undefined || (await findGitFault(root)) !== undefined) return present;
  return { ...present, history: await readHistory(root, path, system, asOf, text) };
}

async function readHistory(
  root: string,
  path: string,
  system: SystemDocument,
  asOf: string,
  text: string | undefined,
): Promise<History> {
  const { revisions, lacks } = await readFileHistory(root, path);
  const past: Revision[] = [];
  for (const { commit, date, text: bytes } of revisions) {
    // The newest revision usually has the text of the file, which is parsed already.
    if (decoder.decode(bytes) === text) {
      past.push({ commit, date, system });
      continue;
    }
    const read = await readDocument('sales-system', path, bytes);
    // Skip a revision in which the file could not be read.
    if (read.ok) past.push({ commit, date, system: read.document.value });
  }
  return {
    revisions: [...past, { commit: 'working copy', date: asOf, system }],
    lacks,
  };
}

function scoreSystem(model: Model, file: string, outcomes: readonly CheckOutcome[]): FileScores {
  const lens = scoreDeclaredLens(model, outcomes);
  return {
    file,
    kind: 'sales-system',
    score: lens.overall,
    scoreWithoutSuppressed: null,
    shown: null,
    coverage: null,
    counts: null,
    inPlace: null,
    elements: model.elements.map(({ id, name }) => ({ id, name, score: lens.elements.get(id) ?? null })),
  };
}

/** Makes findings for waivers that match nothing, except those of checks that could not judge. */
function makeUnusedFindings(
  document: Sourced<SystemDocument>,
  waivers: readonly Waiver[],
  findings: readonly GatedFinding[],
  unjudged: ReadonlySet<string>,
): readonly GatedFinding[] {
  const judged = waivers.flatMap(({ rule }) => (rule === undefined || unjudged.has(rule) ? [] : [rule]));
  return findUnusedWaivers(waivers, findings, new Set(judged)).map((failure) =>
    toFinding(document, waiverUnused, suggestWaiver(failure, waivers, findings), undefined),
  );
}

/** Lists a JSON pointer and all places above it but the root. */
function listPlaces(pointer: string): string[] {
  const keys = pointer.split('/');
  return keys.slice(1).map((_, index) => keys.slice(0, keys.length - index).join('/'));
}

/** Replaces the fix of an unused waiver whose rule does not exist, or whose path is nearly that of a finding. */
function suggestWaiver(
  failure: Failure,
  waivers: readonly Waiver[],
  findings: readonly GatedFinding[],
): Failure {
  const { rule = '', path = '' } = waivers[Number(failure.path[1])] ?? {};
  const known = rules.map(({ id }) => id);
  if (known.includes(rule)) {
    if (!isAcceptable(rule)) return failure;
    const own = findings.filter(({ check }) => check === rule);
    const places = own.flatMap(({ path: pointer = '', identity = '' }) =>
      [identity, pointer].flatMap(listPlaces),
    );
    const place = suggest(path, places);
    return place === undefined
      ? failure
      : { ...failure, fix: `Did you mean \`path: ${place}\`? Or remove the waiver.` };
  }
  const near = suggest(rule, known);
  return {
    ...failure,
    message: `There is no check \`${rule}\`, so this waiver accepts nothing.`,
    fix:
      near === undefined
        ? 'Correct the `rule`: docs/checks.md lists every check. Or remove the waiver.'
        : `Did you mean \`${near}\`?`,
  };
}

/**
 * Checks a declared system: findings with their points, scores, and notes on what could not be checked.
 *
 * @param path absolute path of the file; undefined where nothing around it may be looked at
 */
export async function checkSystem(
  document: Sourced<SystemDocument>,
  path: string | undefined,
  model: Model,
  asOf: string,
): Promise<CheckedFile> {
  const { file } = document;
  const facts = await gatherFacts(document.value, path, asOf, document.text);
  const { outcomes, found, notes } = runChecks(checks, document.value, facts);
  const findings = found.map(({ check, failure }) =>
    toFinding(document, check, failure, computePoints(model, outcomes, check.id, failure.mends)),
  );
  const waivers = document.value.waivers ?? [];
  const unjudged = new Set(
    facts.history === undefined || facts.history.lacks !== undefined ? needHistory : [],
  );
  const gitFault = path === undefined ? undefined : await findGitFault(dirname(path));
  const outside = facts.history === undefined && path !== undefined;
  return {
    file,
    path,
    text: document.text,
    findings,
    notes: [
      ...findCutTexts(document),
      ...notes,
      ...(gitFault === undefined ? [] : [`git cannot read this repository: ${gitFault}.`]),
      ...(outside && notes.length === 0 ? ['not in a git repository, so its history was not checked.'] : []),
    ],
    scores: scoreSystem(model, file, outcomes),
    outcomes,
    waivers,
    unjudged,
    unusedWaivers: makeUnusedFindings(document, waivers, findings, unjudged),
    kind: 'sales-system',
    organization: document.value.organization.name,
    document: { kind: 'sales-system', value: document.value },
  };
}
