/**
 * A run reads and parses each file once, and scores answers once per date; what builds a report scores them once more, as
 * they are after the plan.
 */
import { execFileSync } from 'node:child_process';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type * as Parse from '#document/read/parse.ts';
import type * as Assess from '#domain/scoring/assess.ts';
import { runCommand } from '../support/command.ts';

const seen = vi.hoisted(() => ({ texts: [] as string[], assessments: [] as string[] }));

vi.mock(import('#document/read/parse.ts'), async (original): Promise<typeof Parse> => {
  const parse = await original();
  return {
    ...parse,
    parse(bytes) {
      seen.texts.push(new TextDecoder().decode(bytes));
      return parse.parse(bytes);
    },
  };
});

vi.mock(import('#domain/scoring/assess.ts'), async (original): Promise<typeof Assess> => {
  const module = await original();
  return {
    ...module,
    assess(...given) {
      seen.assessments.push(given[3]);
      return module.assess(...given);
    },
  };
});

/** Lists the kinds of the parsed documents, sorted, without the files of the model. */
function listParsedKinds(): string[] {
  const kinds = seen.texts.map((text) => /^"?kind"?: *"?([\w-]+)/m.exec(text)?.[1] ?? 'none');
  return kinds.filter((kind) => kind !== 'model').toSorted();
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'one-parse-'));
  await cp('examples/harbor-instruments', folder, { recursive: true });
  const git = (...args: string[]): unknown =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], { cwd: folder });
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'Add the example');
});

afterEach(() => {
  seen.texts.length = 0;
  seen.assessments.length = 0;
});

const day = '--as-of=2026-11-23';

describe('a run parses each file once and scores answers once', () => {
  it.each<[line: string, kinds: readonly string[], assessments: number]>([
    [`score answers.yaml ${day}`, ['answers'], 2],
    [`score answers.yaml --system sales-system.yaml ${day}`, ['answers', 'sales-system'], 2],
    ['report report.yaml --format html', ['report'], 0],
    [`report answers.yaml --system sales-system.yaml --format html ${day}`, ['answers', 'sales-system'], 2],
    [
      `report answers.yaml --system sales-system.yaml -o a.html -o sub/b.yaml -o c.json ${day}`,
      ['answers', 'sales-system'],
      2,
    ],
    [`check sales-system.yaml ${day}`, ['sales-system'], 0],
    // The system beside the answers can contradict them.
    [`check answers.yaml ${day}`, ['answers', 'sales-system'], 1],
    // The report is computed again from its sources, as of its own date.
    [`check report.yaml ${day}`, ['answers', 'report', 'sales-system'], 2],
    [`check answers.yaml sales-system.yaml report.yaml ${day}`, ['answers', 'report', 'sales-system'], 3],
    [`explain overall --answers answers.yaml ${day}`, ['answers'], 1],
    [`run --no-input --report sub/report.yaml ${day}`, ['answers'], 2],
  ])('%s', async (line, kinds, assessments) => {
    await cp(join(folder, 'answers.yaml'), join(folder, 'sub/answers.yaml'));
    const { exitCode, stderr } = await runCommand(line.split(' '), { cwd: folder });
    expect([exitCode === 0 || exitCode === 1, stderr.includes('error:')]).toEqual([true, false]);
    expect(listParsedKinds().filter((kind) => kind !== 'config' && kind !== 'baseline')).toEqual(kinds);
    expect(seen.assessments).toHaveLength(assessments);
  });

  it.each([
    ['answers', ['sales-system']],
    ['sales-system', []],
  ])('parses an earlier state of %s once', async (kind, beside) => {
    await cp(join(folder, `${kind}.yaml`), join(folder, 'sub/before.yaml'));
    const line = `check ${kind}.yaml --against sub/before.yaml ${day}`;
    const { stdout } = await runCommand(line.split(' '), { cwd: folder });
    expect(stdout).toContain(`${kind}.yaml against sub/before.yaml`);
    expect(listParsedKinds()).toEqual([kind, kind, ...beside]);
  });

  it('parses a file with a fault only once', async () => {
    const { exitCode } = await runCommand(['check', '-'], {
      cwd: folder,
      input: 'kind: answers\nanswers: {}\n',
    });
    expect(exitCode).toBe(1);
    expect(seen.texts).toHaveLength(1);
  });
});
