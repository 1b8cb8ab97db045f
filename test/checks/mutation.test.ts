import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checks } from '#checks/index.ts';
import { runChecks } from '#checks/run-checks.ts';
import { findingAt, readDocument } from '#document/read/read-document.ts';
import type { CheckResult } from '#domain/types/check.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';
import { runCommand } from '../support/command.ts';
import { type Edit, change } from '../support/docs/edit-text.ts';
import { emptyFolder } from '../support/folder.ts';
import { planted } from './planted-defects.ts';

const asOf = '2026-11-23';
const strong = await readFile('examples/tarnbeck-cooling/sales-system.yaml', 'utf8');

/** Checks whose defect comes with the passing of time. */
const byDate = new Set(['waiver/expired', 'system/stale-review', 'philosophy/stale-purpose-conversation']);

/** The text that begins at a line and column, both from 1. */
function textAt(text: string, line: number, column: number): string {
  return `${line}:${column} ${(text.split('\n')[line - 1] ?? '').slice(column - 1)}`;
}

describe('a defect that is planted alone into the strong example', () => {
  const mutants = planted.map((row, index) => ({
    ...row,
    name: `${index + 1}.sales-system.yaml`,
    text: row.edit(strong),
  }));
  let found: Promise<CheckResult> | undefined;

  /** All of them are checked by one run of the command: files do not know of each other. */
  async function findings(name: string): Promise<CheckResult['findings']> {
    found ??= (async () => {
      const cwd = await emptyFolder();
      const files = [...mutants, { name: 'strong.yaml', text: strong }];
      for (const { name: file, text } of files) await writeFile(join(cwd, file), text);
      const args = ['check', '--no-config', '--as-of', asOf, '--format', 'json'];
      return JSON.parse((await runCommand(args, { cwd })).stdout) as CheckResult;
    })();
    return (await found).findings.filter(({ file }) => file === name);
  }

  it('has nothing else to find: the strong example has no finding', async () => {
    expect(await findings('strong.yaml')).toEqual([]);
  });

  it('is one that a check over the declared system looks for', () => {
    const known = new Set(checks.filter(({ over }) => over === 'sales-system').map(({ id }) => id));
    const rows = [...planted, ...histories].map(({ check }) => check);
    expect(rows.filter((id) => !known.has(id))).toEqual([]);
  });

  it.each(mutants.map((mutant) => [`${mutant.check} (${mutant.name})`, mutant] as const))(
    'sets off %s',
    async (_, { check, name, text, at, follows = {}, severity }) => {
      const all = await findings(name);
      const own = all.filter((finding) => finding.check === check);
      const natural = checks.find(({ id }) => id === check)?.severity;
      expect(own.map(({ line, column }) => textAt(text, line, column))).toEqual(at);
      expect(own.map((finding) => finding.severity)).toEqual(at.map(() => severity ?? natural));
      // Only these fail because a day has come: nobody changed a word.
      expect(own.every(({ dueTo }) => dueTo === (byDate.has(check) ? 'date' : null))).toBe(true);
      const others = [...new Set(all.map((finding) => finding.check))].filter((id) => id !== check);
      // Where a whole topic is gone, any of its checks may fire.
      const ofTopic = typeof follows === 'string' ? others.filter((id) => id.startsWith(`${follows}/`)) : [];
      expect(others).toEqual(typeof follows === 'string' ? ofTopic : Object.keys(follows));
      expect(typeof follows === 'string').toBe(ofTopic.length > 0);
    },
  );
});

/** A lead that is about to be worked on, in the segment of new hunters. */
const planned: Edit = change(
  'status: active\n      - role: hunter\n        tenure: seasoned',
  'status: planned\n      - role: hunter\n        tenure: seasoned',
);

/** States of the strong example, oldest first and before the present one, in which a defect was planted. */
const histories: readonly {
  readonly check: string;
  readonly past: readonly (readonly [date: string, edit: Edit])[];
  readonly at: string;
}[] = [
  {
    // The change of 2026-07-01 is recorded more than a month before this one.
    check: 'leadership/moving-goalposts',
    past: [['2026-09-01', change('target: 33 %', 'target: 31 %')]],
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
    'sets off %s',
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
      const facts = { asOf, paths: new Map(), history: { revisions, shallow: false } };
      expect(
        runChecks(checks, document.value, facts).found.map(({ check: { id, severity }, failure }) => {
          const finding = { check: id, severity, message: failure.message };
          const { line = 0, column = 0 } = findingAt(document, failure.path, finding, failure.at);
          return [id, textAt(strong, line, column)];
        }),
      ).toEqual([[check, at]]);
    },
  );
});
