import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AnswersCheck, Facts, PathState, SystemCheck } from '#checks/define-check.ts';
import { identityOf } from '#checks/identity.ts';
import { checks } from '#checks/index.ts';
import { referencesOf } from '#checks/references.ts';
import { runChecks } from '#checks/run-checks.ts';
import { unusedWaivers } from '#checks/waivers.ts';
import { loadModelFrom } from '../../src/tools/model-files.ts';
import { answersOf, plainFacts, systemOf } from '../support/check-system.ts';
import { designed, designedOverAnswers } from './designed.ts';

const model = await loadModelFrom('src/model');
const overSystems = checks.filter((check): check is SystemCheck => check.over === 'sales-system');
const overAnswers = checks.filter((check): check is AnswersCheck => check.over === 'answers');
const ids = checks.map(({ id }) => id);

describe('the list of checks', () => {
  it('has the checks that are meant to be there, in their order, with their severities', () => {
    expect(checks.map(({ id, severity }) => [id, severity])).toEqual([
      ...Object.entries(designed).flatMap(([severity, some]) => some.map((id) => [id, severity])),
      ...designedOverAnswers,
    ]);
  });

  it('has exactly the files of the folder, and each default export under its id', async () => {
    const entries = await readdir('src/checks', { recursive: true });
    const files = entries.filter((name) => /^[^/]+\/[^/]+\.ts$/.test(name.replaceAll('\\', '/')));
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
    expect(described).toEqual([...ids, 'document/invalid', 'document/unsafe', 'report/out-of-date']);
    for (const [index, section] of sections.slice(0, ids.length).entries()) {
      const { title, why, severity, over, example } = checks[index] as SystemCheck;
      for (const part of [title, why, `Severity ${severity}; over ${over}`]) expect(section).toContain(part);
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

/** What the examples of a check over the history say of the last commit. */
const before: Readonly<Record<string, (yaml: string) => string>> = {
  'measurement/premature-lead': (yaml) => yaml.replace(/(decider-met, status: )active/, '$1planned'),
  'leadership/moving-goalposts': (yaml) => yaml.replace('32 %', '30 %'),
};

/** Ids of the checks that an example sets off. */
function setOff(id: string, yaml: string): string[] {
  const system = systemOf(yaml);
  const states = referencesOf(system).map(({ value }): [string, PathState] => [
    value,
    value.startsWith('https:') ? 'address' : 'missing',
  ]);
  const past = systemOf((before[id] ?? ((text: string) => text))(yaml));
  const revisions = [
    { commit: 'c1', date: '2026-03-02', system: past },
    { commit: 'working copy', date: '2026-03-02', system },
  ];
  const history = before[id] === undefined ? undefined : { revisions, shallow: false };
  const facts: Facts = { ...plainFacts, paths: new Map(states), history };
  const { found } = runChecks(checks, system, facts);
  const identities = found.map(({ check, failure: { path, missing } }) => ({
    check: check.id,
    identity: identityOf(system, path, missing),
  }));
  const unused = unusedWaivers(system.waivers ?? [], identities).map(() => 'waiver/unused');
  return [...new Set([...found.map(({ check }) => check.id), ...unused])];
}

/** What the failing example of a check sets off beside it, and its passing one does not. */
const also: Readonly<Record<string, readonly string[]>> = {
  // The playbook that the lead lacks is missed on the side of its skill too.
  'measurement/uncoached-lead': ['coaching/skill-without-playbook'],
  // What is lopsided is worked out on one side only.
  'system/lopsided': ['practice/one-off-practice', 'process/stage-without-conversation'],
  // A high level without a word of proof.
  'answers/contradicts-system': ['answers/overclaimed'],
};

describe('the failing example', () => {
  it.each(overSystems.map(({ id, example }) => [id, example] as const))('of %s', (id, { fails, passes }) => {
    const passing = setOff(id, passes);
    expect(passing).not.toContain(id);
    expect(
      setOff(id, fails)
        .filter((other) => !passing.includes(other))
        .toSorted(),
    ).toEqual([id, ...(also[id] ?? [])].toSorted());
  });

  it.each(overAnswers.map((check) => [check.id, check] as const))('of %s', (id, { example }) => {
    const found = (yaml: string): string[] => {
      const answers = answersOf(yaml);
      const context = { model, facts: plainFacts, failingChecks: new Set(['philosophy/missing-purpose']) };
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
