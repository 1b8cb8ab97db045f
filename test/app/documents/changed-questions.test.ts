/** Answers to questions that changed since count nowhere: score, report, explain, check, its comparison, and init. */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { runCommand } from '../../support/command.ts';
import { makeEmptyFolder } from '../../support/folder.ts';

const id = 'philosophy.customer-role.last-wins';
const note = `Note: these questions changed since they were answered and are open again: ${id}.`;

/** A model in which a question changed its meaning after it was answered. */
const files = {
  'old/model.yaml': `kind: model
schemaVersion: 1
model: { id: ours, version: 1.0.0, title: Ours, language: en, extends: sales-system@1 }
`,
  'new/model.yaml': `kind: model
schemaVersion: 1
model: { id: ours, version: 1.1.0, title: Ours, language: en, extends: sales-system@1 }
changes:
  questions:
    ${id}: { changedIn: 1.1.0, ask: { leader: 'When was the purpose last said aloud?' } }
`,
};

let cwd: string;
let answers: string;
const run = (line: string) => runCommand([...line.split(' '), '--as-of', '2026-11-23'], { cwd });

beforeEach(async () => {
  cwd = await makeEmptyFolder();
  await cp('examples/harbor-instruments/answers.yaml', join(cwd, 'answers.yaml'));
  for (const folder of ['old', 'new', 'a', 'b']) await mkdir(join(cwd, folder));
  for (const [file, text] of Object.entries(files)) await writeFile(join(cwd, file), text);
  answers = (await readFile(join(cwd, 'answers.yaml'), 'utf8')).replace('id: sales-system', 'id: ours');
  await writeFile(join(cwd, 'answers.yaml'), answers);
});

async function getScore(folder: string): Promise<number> {
  const { stdout } = await run(`score answers.yaml --model ${folder}`);
  return parse(stdout).summary.score;
}

async function checkedScoreOf(line: string): Promise<number> {
  const { stdout } = await run(`check ${line} --format json`);
  return JSON.parse(stdout).scores[0].score;
}

describe('an answer to a question that changed since', () => {
  it('counts neither for score nor for check', async () => {
    expect(await getScore('new')).not.toBe(await getScore('old'));
    expect(await checkedScoreOf('answers.yaml --model old')).toBe(await getScore('old'));
    expect(await checkedScoreOf('answers.yaml --model new')).toBe(await getScore('new'));
  });

  it('does not make a report of score out of date', async () => {
    await run('score answers.yaml --model new --output report.yaml');
    const { stdout, exitCode } = await run('check report.yaml --model new --no-config');
    expect(stdout).not.toContain('report/out-of-date');
    expect(exitCode).toBe(0);
  });

  it('does not count in a comparison', async () => {
    await writeFile(join(cwd, 'before.yaml'), answers);
    const again = answers
      .replace(/^ {2}version: .*$/m, '  version: 1.1.0')
      .replace('version: 1.0.0', 'version: 1.1.0');
    expect(again).not.toBe(answers);
    await writeFile(join(cwd, 'answers.yaml'), again);
    const { stdout } = await run('check answers.yaml --model new --against before.yaml --format json');
    expect(JSON.parse(stdout).changes.join('\n')).toContain(id);
  });

  it('is not what init learns from', async () => {
    const old = await run('init --yes --from answers.yaml --model old --dir a');
    expect(old.stderr).not.toContain(note);
    expect(await readFile(join(cwd, 'a/sales-system.yaml'), 'utf8')).toContain('Bayou Water District');
    const { stderr } = await run('init --yes --from answers.yaml --model new --dir b');
    expect(stderr).toContain(note);
    expect(await readFile(join(cwd, 'b/sales-system.yaml'), 'utf8')).not.toContain('Bayou Water District');
  });
});
