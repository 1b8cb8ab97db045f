import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AnswersCheck, PathState, SystemCheck } from '#checks/define-check.ts';
import { computeIdentity } from '#checks/queries/identity.ts';
import { checks } from '#checks/index.ts';
import { findEvidenceReferences, findReferences } from '#checks/queries/references.ts';
import { runChecks } from '#checks/run-checks.ts';
import { findUnusedWaivers } from '#checks/queries/waivers.ts';
import { toPointer } from '#document/read/fault.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';
import { loadShippedModel } from '../support/model/shipped-model.ts';
import { parseAnswers, plainFacts, parseSystem } from '../support/checks/check-system.ts';

const model = await loadShippedModel();
const overSystems = checks.filter((check): check is SystemCheck => check.over === 'sales-system');
const overAnswers = checks.filter((check): check is AnswersCheck => check.over === 'answers');
const ids = checks.map(({ id }) => id);

describe('the list of checks', () => {
  it('has those over declared systems first, and the most severe first of either kind', () => {
    const rank = { error: 0, warning: 1, info: 2 };
    const ranks = (some: typeof checks): number[] => some.map(({ severity }) => rank[severity]);
    expect(checks).toEqual([...overSystems, ...overAnswers]);
    for (const some of [overSystems, overAnswers]) expect(ranks(some)).toEqual(ranks(some).toSorted());
  });

  it('has exactly the files of the folder, and each default export under its id', async () => {
    const entries = await readdir('src/checks', { recursive: true });
    const files = entries.filter((name) =>
      /^(?!queries\/)[^/]+\/[^/]+\.ts$/.test(name.replaceAll('\\', '/')),
    );
    expect(files.map((name) => name.replace(/\.ts$/, '')).toSorted()).toEqual(ids.toSorted());
    for (const check of checks) {
      const module = (await import(join(process.cwd(), 'src/checks', `${check.id}.ts`))) as {
        default: unknown;
      };
      expect(module.default).toBe(check);
    }
  });

  it('is what docs/checks.md describes, in the same order', async () => {
    const docs = await readFile('docs/checks.md', 'utf8');
    const sections = docs.split(/^## /m).slice(1);
    const described = sections.map((section) => section.split('\n')[0]);
    expect(described).toEqual([
      ...ids,
      'document/invalid',
      'document/unsafe',
      'report/out-of-date',
      'report/out-of-range-date',
    ]);
    for (const [index, section] of sections.slice(0, ids.length).entries()) {
      const { title, why, severity, over, example } = checks[index] as SystemCheck;
      const facts = `Severity: ${severity}. Applies to: ${over}.`;
      for (const part of [title, why, facts]) expect(section).toContain(part);
      for (const yaml of [example.fails, example.passes]) expect(section).toContain(yaml.trim());
    }
  });

  it('covers what the questions say disproves a high level', () => {
    const named = model.practices.flatMap(({ questions }) => questions.flatMap((each) => each.disprovedBy));
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe.each(overSystems.map((check) => [check.id, check] as const))('%s', (id, check) => {
  it('counts for a practice of the model, or for none where it judges no practice', () => {
    const never = /^(?:system|waiver)\//.test(id) || check.needsHistory === true;
    const practices = model.practices.map((practice) => practice.id);
    expect(practices.includes(check.practice ?? '')).toBe(!never);
    expect(check.practice === null).toBe(never);
  });
});

it('every practice has a check that counts for it', () => {
  const counted = new Set(overSystems.map(({ practice }) => practice));
  expect(model.practices.map(({ id }) => id).filter((id) => !counted.has(id))).toEqual([]);
});

/** The state of references where no file is there. */
function lookUp(references: ReturnType<typeof findReferences>): Map<string, PathState> {
  return new Map(references.map(({ value }) => [value, value.startsWith('https:') ? 'address' : 'missing']));
}

/** What the checks over a declared system find in an example of one of them. */
function findIn(system: SystemDocument, { example }: SystemCheck): ReturnType<typeof runChecks>['found'] {
  const revisions = [
    { commit: 'c1', date: '2026-03-02', system: parseSystem(example.before ?? '') },
    { commit: 'working copy', date: '2026-03-02', system },
  ];
  const history = example.before === undefined ? undefined : { revisions, lacks: undefined };
  return runChecks(checks, system, { ...plainFacts, paths: lookUp(findReferences(system)), history }).found;
}

/** Ids of the checks that an example sets off. */
function setOff(check: SystemCheck, yaml: string): string[] {
  const system = parseSystem(yaml);
  const found = findIn(system, check);
  const identities = found.map(({ check: { id }, failure: { path, missing } }) => ({
    check: id,
    identity: computeIdentity(system, path, missing),
  }));
  const unused = findUnusedWaivers(system.waivers ?? [], identities).map(() => 'waiver/unused');
  return [...new Set([...found.map(({ check: { id } }) => id), ...unused])];
}

/** Other checks that the failing example of a check triggers, and its passing example does not. */
const also: Readonly<Record<string, readonly string[]>> = {
  // The playbook that the lead lacks is missed on the side of its skill too.
  'measurement/uncoached-lead': ['coaching/skill-without-playbook'],
  // What is lopsided is worked out on one side only.
  'system/lopsided': ['practice/one-off-practice', 'process/stage-without-conversation'],
  // A high level without a word of proof.
  'answers/contradicts-system': ['answers/overclaimed'],
};

describe('the failing example', () => {
  it('of each check points where `examples.txt` says, in these words (`UPDATE=1` writes it)', async () => {
    const said = overSystems.map((check) => {
      const own = findIn(parseSystem(check.example.fails), check).filter(
        ({ check: { id } }) => id === check.id,
      );
      const lines = own.map(({ failure: { path, missing, message, fix, severity } }) => {
        const place = `${toPointer(path) || '/'}${missing === undefined ? '' : ` without ${missing}`}`;
        return `  ${severity ?? check.severity} at ${place}: ${message} ${fix}`;
      });
      return [check.id, ...lines, ''].join('\n');
    });
    const path = 'test/checks/examples.txt';
    if (process.env['UPDATE'] === '1') await writeFile(path, said.join('\n'));
    expect(said.join('\n')).toBe(await readFile(path, 'utf8'));
  });

  it.each(overSystems.map((check) => [check.id, check] as const))('of %s', (id, check) => {
    const passing = setOff(check, check.example.passes);
    expect(passing).not.toContain(id);
    expect(
      setOff(check, check.example.fails)
        .filter((other) => !passing.includes(other))
        .toSorted(),
    ).toEqual([id, ...(also[id] ?? [])].toSorted());
  });

  it.each(overAnswers.map((check) => [check.id, check] as const))('of %s', (id, { example }) => {
    const found = (yaml: string): string[] => {
      const answers = parseAnswers(yaml);
      const facts = { ...plainFacts, paths: lookUp(findEvidenceReferences(answers)) };
      const context = {
        model,
        facts,
        failingChecks: new Set(['philosophy/missing-purpose']),
        sellers: new Map([['execution.coaching-cadence.last-session', 0.5]]),
      };
      return overAnswers.flatMap((check) =>
        check.run(answers, context).failures.length > 0 ? [check.id] : [],
      );
    };
    const passing = found(example.passes);
    expect(passing).not.toContain(id);
    expect(
      found(example.fails)
        .filter((other) => !passing.includes(other))
        .toSorted(),
    ).toEqual([id, ...(also[id] ?? [])].toSorted());
  });
});
