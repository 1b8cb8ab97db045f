import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CheckedFinding } from '#domain/types/check.ts';
import type { Finding } from '#domain/types/report.ts';
import { check, loadShippedModel, readAnswers } from '../../../src/index.ts';
import { runCommand } from '../../support/command.ts';
import { makeEmptyFolder } from '../../support/folder.ts';

const asOf = '2026-11-23';
const model = await loadShippedModel();
const answers = await readFile('examples/tarnbeck-cooling/answers.yaml', 'utf8');

function change(from: string | RegExp, to: string): string {
  const changed = answers.replace(from, to);
  expect(changed).not.toBe(answers);
  return changed;
}

const question = 'philosophy.stated-purpose.heard';

/** Makes a pattern that matches a question with its answer. */
function makeAnswerPattern(id: string): RegExp {
  return new RegExp(`^  (${id}):\n(?:    .*\n|\n)*`, 'm');
}

/** Documents, with the check and path of each fault that every reader must report. */
const documents: readonly (readonly [string, () => string, readonly string[]])[] = [
  ['valid answers', () => answers, []],
  [
    'a "does not apply" that the model does not allow',
    () => change(makeAnswerPattern(question), '  $1: {notApplicable: out-of-scope}\n'),
    [`document/invalid /answers/${question}/notApplicable`],
  ],
  [
    'a reason that the question does not accept',
    () => change(makeAnswerPattern('process.use-and-learning.win-loss'), '  $1: {notApplicable: old}\n'),
    ['document/invalid /answers/process.use-and-learning.win-loss/notApplicable'],
  ],
  [
    'a question that the model does not have',
    () => change(question, 'philosophy.stated-purpose.herd'),
    ['answers/unknown-question /answers/philosophy.stated-purpose.herd'],
  ],
  ['another model', () => change('id: sales-system', 'id: another'), ['answers/model-mismatch /model/id']],
  [
    'a newer model',
    () => change(/version: "?1\.0\.0"?/, 'version: 9.0.0'),
    ['answers/model-mismatch /model/version'],
  ],
  [
    'two faults of the model and one of the schema',
    () =>
      change(question, 'philosophy.stated-purpose.herd')
        .replace('id: sales-system', 'id: another')
        .replace('role: leader', 'role: boss'),
    [
      'answers/model-mismatch /model/id',
      'document/invalid /respondent/role',
      'answers/unknown-question /answers/philosophy.stated-purpose.herd',
    ],
  ],
  ['no YAML', () => 'kind: [answers', ['document/invalid ']],
];

/** Commands that read answers. Each exits with 1 if it refuses them. */
const commands: readonly (readonly string[])[] = [
  ['score', 'answers.yaml'],
  ['report', 'answers.yaml'],
  ['explain', 'overall', '--answers', 'answers.yaml'],
  ['run', '--no-input'],
];

describe.each(documents)('%s', (_, make, expected) => {
  const refused = new Set(['document/invalid', 'answers/unknown-question', 'answers/model-mismatch']);

  it('has the same faults in the library and in check, each once', async () => {
    const text = make();
    const read = await readAnswers(text, { model });
    const formatFinding = (finding: Finding | CheckedFinding): string =>
      [finding.check, finding.path, finding.line, finding.column, finding.message, finding.fix].join(' | ');
    const findings = read.ok ? [] : read.findings;
    expect(findings.map(({ check: id, path }) => `${id} ${path}`).toSorted()).toEqual(expected.toSorted());
    const checked = await check({ text, file: 'answers.yaml' }, { model, asOf });
    const same = checked.findings.filter((finding) => refused.has(finding.check));
    expect(same.map(formatFinding)).toEqual(findings.map(formatFinding));
    expect(checked.verdict.exitCode).toBe(expected.length === 0 ? 0 : 1);
  });

  it.each(commands)('has the same faults in %s', async (...args) => {
    const cwd = await makeEmptyFolder();
    await writeFile(join(cwd, 'answers.yaml'), make());
    const { exitCode, stderr } = await runCommand([...args, '--as-of', asOf], { cwd });
    expect(exitCode).toBe(expected.length === 0 ? 0 : 1);
    for (const fault of expected) expect(stderr).toContain(`error ${fault.split(' ')[0]}\n`);
  });
});

describe('check', () => {
  it('does not score answers with a "does not apply" that score refuses', async () => {
    const text = change(makeAnswerPattern(question), '  $1: {notApplicable: out-of-scope}\n');
    const { scores } = await check({ text, file: 'answers.yaml' }, { model, asOf });
    expect(scores).toEqual([]);
  });

  it('still scores answers with a question that the model does not have', async () => {
    const text = change(question, 'philosophy.stated-purpose.herd');
    const { scores } = await check({ text, file: 'answers.yaml' }, { model, asOf });
    expect(scores).toEqual([expect.objectContaining({ kind: 'answers', score: expect.any(Number) })]);
  });
});
