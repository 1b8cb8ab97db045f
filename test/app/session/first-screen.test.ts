import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeCompany } from '../../support/combine.ts';
import { runCommand } from '../../support/command.ts';
import { makeEmptyFolder } from '../../support/folder.ts';
import { formatInput, unwrap } from '../../support/terminal/interview.ts';

/** Begins a session line by line and leaves it. Returns what it said. */
async function begin(cwd: string, ...args: readonly string[]): Promise<string> {
  const command = ['combine', '--session', '--plain', '--as-of', '2026-11-23', ...args];
  const { exitCode, stderr } = await runCommand(command, { cwd, input: formatInput('q') });
  expect(exitCode).toBe(0);
  return unwrap(stderr);
}

/** Writes the answers of a leader and a manager to two questions. */
async function writePair(cwd: string, leader: readonly number[], manager: readonly number[]): Promise<void> {
  const ids = ['execution.coaching-cadence.follow-through', 'execution.coaching-cadence.last-session'];
  for (const [role, levels] of Object.entries({ leader, manager })) {
    const answers = levels.map((level, index) => `  ${ids[index]}: {level: ${level}}`).join('\n');
    await writeFile(
      join(cwd, `${role}.yaml`),
      `kind: answers\nschemaVersion: 1\nmodel: {id: sales-system, version: 1.0.0}\norganization: {name: Acme}\nrespondent: {role: ${role}}\nanswers:\n${answers}\n`,
    );
  }
}

describe('the first screen of a session', () => {
  it('is in German, with a decimal comma in half levels', async () => {
    const text = await begin(await makeCompany(), 'answers', '--model', 'de');
    expect(text).toContain(
      'Diese Personen sehen 27 von 37 Fragen verschieden. Sie beginnen mit dem größten Abstand. Bei 11 davon liegen Rollen 1,5 Stufen oder mehr auseinander;',
    );
    expect(text).toContain('1 auf Stufe 3, Median 0,5, sind uneins');
    expect(text).not.toMatch(/\d\.5/);
  });

  it('counts the questions with two answers in the report, of which there can be one or none', async () => {
    const cwd = await makeEmptyFolder();
    await writePair(cwd, [3, 3], [1, 2]);
    expect(await begin(cwd, '.')).toContain(
      'They see 2 of 37 questions differently. You start with the largest gap. In one of them, roles are 1.5 levels or more apart, so the report prints both answers.',
    );
    await writePair(cwd, [3, 3], [2, 2]);
    expect(await begin(cwd, '.')).toContain(
      'They see 2 of 37 questions differently. You start with the largest gap. All of them take about 10 minutes,',
    );
  });
});
