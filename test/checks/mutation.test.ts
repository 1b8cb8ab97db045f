import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checks } from '#checks/index.ts';
import { runChecks } from '#checks/run-checks.ts';
import { makeFindingAt, readDocument } from '#document/read/read-document.ts';
import type { CheckResult } from '#domain/types/check.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';
import { runCommand } from '../support/command.ts';
import { type Edit, change } from '../support/docs/edit-text.ts';
import { makeEmptyFolder } from '../support/folder.ts';
import { planted } from '../support/checks/planted-defects.ts';

const asOf = '2026-11-23';
const strong = await readFile('examples/tarnbeck-cooling/sales-system.yaml', 'utf8');

/** Checks with a defect that appears with the passing of time. */
const byDate = new Set([
  'waiver/ending',
  'waiver/expired',
  'system/stale-review',
  'philosophy/stale-purpose-conversation',
]);

/** Returns the text at a line and column, both from 1. */
function textAt(text: string, line: number, column: number): string {
  return `${line}:${column} ${(text.split('\n')[line - 1] ?? '').slice(column - 1)}`;
}

describe('a single defect planted in the strong example', () => {
  const mutants = planted.map((row, index) => ({
    ...row,
    name: `${index + 1}.sales-system.yaml`,
    text: row.edit(strong),
  }));
  let found: Promise<CheckResult> | undefined;

  /** One run of the command checks all of them. Files are independent of each other. */
  async function findings(name: string): Promise<CheckResult['findings']> {
    found ??= (async () => {
      const cwd = await makeEmptyFolder();
      const files = [...mutants, { name: 'strong.yaml', text: strong }];
      for (const { name: file, text } of files) await writeFile(join(cwd, file), text);
      const args = ['check', '--no-config', '--as-of', asOf, '--format', 'json'];
      return JSON.parse((await runCommand(args, { cwd })).stdout) as CheckResult;
    })();
    return (await found).findings.filter(({ file }) => file === name);
  }

  it('is the only one: the strong example has no findings', async () => {
    expect(await findings('strong.yaml')).toEqual([]);
  });

  it('has a check of the declared system', () => {
    const known = new Set(checks.filter(({ over }) => over === 'sales-system').map(({ id }) => id));
    const rows = [...planted, ...histories].map(({ check }) => check);
    expect(rows.filter((id) => !known.has(id))).toEqual([]);
  });

  it.each(mutants.map((mutant) => [`${mutant.check} (${mutant.name})`, mutant] as const))(
    'triggers %s',
    async (_, { check, name, text, at, follows = {}, severity }) => {
      const all = await findings(name);
      const own = all.filter((finding) => finding.check === check);
      const natural = checks.find(({ id }) => id === check)?.severity;
      expect(own.map(({ line, column }) => textAt(text, line, column))).toEqual(at);
      expect(own.map((finding) => finding.severity)).toEqual(at.map(() => severity ?? natural));
      // Only these fail because of the date: nobody changed the text.
      expect(own.every(({ dueTo }) => dueTo === (byDate.has(check) ? 'date' : null))).toBe(true);
      const others = [...new Set(all.map((finding) => finding.check))].filter((id) => id !== check);
      // If a whole topic is removed, any of its checks may fail.
      const ofTopic = typeof follows === 'string' ? others.filter((id) => id.startsWith(`${follows}/`)) : [];
      expect(others).toEqual(typeof follows === 'string' ? ofTopic : Object.keys(follows));
      expect(typeof follows === 'string').toBe(ofTopic.length > 0);
    },
  );
});

/** A lead of new hunters, before and after sellers start to work on it. */
const planned: Edit = change(
  'status: active\n      - role: hunter\n        tenure: seasoned',
  'status: planned\n      - role: hunter\n        tenure: seasoned',
);

/** Earlier revisions of the strong example, oldest first, with a planted defect. */
const histories: readonly {
  readonly check: string;
  readonly past: readonly (readonly [date: string, edit: Edit])[];
  readonly at: string;
}[] = [
  {
    // The change of 2026-07-01 is recorded more than a month before this one.
    check: 'leadership/moving-goalposts',
    past: [['2026-09-01', change('target: 33%', 'target: 31%')]],
    at: '132:5 goal:',
  },
  {
    check: 'leadership/moving-goalposts',
    past: [['2026-09-01', change('target: 4 of 10', 'target: 3 of 10')]],
    at: '159:9 role: hunter',
  },
  { check: 'measurement/premature-lead', past: [['2026-07-01', planned]], at: '158:21 active' },
];

describe('a defect of the history', () => {
  it.each(histories.map((each) => [each.check, each] as const))(
    'triggers %s',
    async (_, { check, past, at }) => {
      const read = await readDocument('sales-system', 'sales-system.yaml', new TextEncoder().encode(strong));
      if (!read.ok) throw new Error('The example cannot be read.');
      const { document } = read;
      const revisions = [
        ...past.map(([date, edit], index) => ({
          commit: `c${index + 1}`,
          date,
          system: parse(edit(strong)) as SystemDocument,
        })),
        { commit: 'working copy', date: asOf, system: document.value },
      ];
      const facts = { asOf, paths: new Map(), history: { revisions, lacks: undefined } };
      expect(
        runChecks(checks, document.value, facts).found.map(({ check: { id, severity }, failure }) => {
          const finding = { check: id, severity, message: failure.message };
          const { line = 0, column = 0 } = makeFindingAt(document, failure.path, finding, failure.at);
          return [id, textAt(strong, line, column)];
        }),
      ).toEqual([[check, at]]);
    },
  );
});
