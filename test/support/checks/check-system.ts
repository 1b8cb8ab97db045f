import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  type CheckResult,
  findExistingPath,
  type Facts,
  type Failure,
  type SystemCheck,
} from '#checks/define-check.ts';
import { toPointer } from '#document/read/fault.ts';
import validateAnswers from '#document/schema/validators/answers.js';
import validate from '#document/schema/validators/sales-system.js';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';

/** First keys of every document. */
const head = 'kind: sales-system\nschemaVersion: 1\norganization: {name: Harbor Instruments}\n';

/** Default facts: a date, no references, no repository. */
export const plainFacts: Facts = { asOf: '2026-11-23', paths: new Map(), history: undefined };

/** Parses a declared system from YAML without its first keys. Throws if it does not match the schema. */
export function parseSystem(yaml: string): SystemDocument {
  const system: unknown = parse(head + yaml);
  if (!validate(system)) {
    const problems = (validate.errors ?? []).map(
      ({ instancePath, keyword }) => `${instancePath}: ${keyword}`,
    );
    throw new Error(`Not a valid sales system: ${problems.join(', ')}\n${yaml}`);
  }
  return system as SystemDocument;
}

/** Parses answers from YAML without their first keys. Throws if they do not match the schema. */
export function parseAnswers(yaml: string): AnswersDocument {
  const answers: unknown = {
    kind: 'answers',
    schemaVersion: 1,
    model: { id: 'sales-system', version: '1.0.0' },
    organization: { name: 'Harbor Instruments' },
    respondent: { role: 'leader' },
    ...(parse(yaml) as object),
  };
  if (!validateAnswers(answers)) {
    throw new Error(`Not valid answers: ${JSON.stringify(validateAnswers.errors)}\n${yaml}`);
  }
  return answers as AnswersDocument;
}

/** Runs a check on YAML without its first keys. */
export function runOn(check: SystemCheck, yaml: string, facts: Partial<Facts> = {}): CheckResult {
  return check.run(parseSystem(yaml), { ...plainFacts, ...facts });
}

/** An expected failure: position, missing key, and part of the message. */
type Expected = readonly [
  pointer: string,
  missing: string | undefined,
  message: string,
  more?: Partial<Pick<Failure, 'at' | 'dueTo' | 'severity'>>,
];

/** YAML and all failures that a check must find in it. */
export interface Case {
  readonly name: string;
  readonly yaml: string;
  readonly facts?: Partial<Facts>;
  readonly subjects: number;
  /** Number of failing subjects. Default: the number of failures. */
  readonly failing?: number;
  readonly finds: readonly Expected[];
}

/**
 * Tests a check with its own examples and a table of cases. Also tests that each failure is sound.
 */
export function describeCheck(check: SystemCheck, cases: readonly Case[]): void {
  describe(`check ${check.id}`, () => {
    it('fails on its failing example and passes its passing example', () => {
      expect(runOn(check, check.example.fails).failures).not.toEqual([]);
      expect(runOn(check, check.example.passes).failures).toEqual([]);
    });

    it.each(cases.map((each) => [each.name, each] as const))('%s', (_, each) => {
      const system = parseSystem(each.yaml);
      const result = check.run(system, { ...plainFacts, ...each.facts });
      expect({
        finds: result.failures.map(({ path, missing }) => [toPointer(path), missing]),
        subjects: result.subjects,
        failing: result.failing ?? result.failures.length,
      }).toEqual({
        finds: each.finds.map(([pointer, missing]) => [pointer, missing]),
        subjects: each.subjects,
        failing: each.failing ?? each.finds.length,
      });
      for (const [index, failure] of result.failures.entries()) {
        const [, , message = '', more = {}] = each.finds[index] ?? [];
        expect(failure.message).toContain(message);
        expect(failure).toMatchObject(more);
        expect([failure.dueTo, failure.severity]).toEqual([more.dueTo, more.severity]);
      }
      expectSound(system, result.failures);
    });
  });
}

/**
 * Expects each failure to point to an existing node, to have a message, to differ from the others, and to name every
 * subject that it covers: a baseline that accepts it for some would accept it for more.
 */
export function expectSound(system: SystemDocument, failures: readonly Failure[]): void {
  for (const { path, message, fix, missing = '', mends = 1 } of failures) {
    const subjects = missing.split('/').at(-1)?.split('+') ?? [];
    expect(subjects.length).toBeGreaterThanOrEqual(mends);
    expect(findExistingPath(system, path)).toEqual(path);
    expect(message).toMatch(/^[^]*[.?!]$/);
    expect(fix).toMatch(/^[A-Z`][^]*[.?!]$/);
  }
  const places = failures.map(({ path, missing }) => `${toPointer(path)} ${missing ?? ''}`);
  expect(new Set(places).size).toBe(places.length);
}
