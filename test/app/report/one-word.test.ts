/** One state of a score has one word, in every rendering, in `check` and in `explain`. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCommand } from '../../support/command.ts';
import { makeEmptyFolder } from '../../support/folder.ts';

const head = `kind: answers
schemaVersion: 1
model: {id: sales-system, version: 1.0.0}
organization: {name: Fernlake Pumps}
`;

/** A customer is asked nothing about Execution. */
const customer = `${head}respondent: {role: customer}
answers:
  process.use-and-learning.win-loss: {level: 2}
`;

async function run(line: string, answers: string): Promise<string> {
  const cwd = await makeEmptyFolder();
  await writeFile(join(cwd, 'answers.yaml'), answers);
  return (await runCommand([...line.split(' '), '--as-of', '2026-11-23'], { cwd })).stdout;
}

it.each([
  ['report answers.yaml --format markdown', /\*\*Execution\*\*.*\| not asked \| not asked \| – not asked \|/],
  ['report answers.yaml --format text --length full', /– unknown, not asked/],
  ['report answers.yaml --format html', /aria-label="Execution: not asked\."/],
  ['report answers.yaml --format svg', /Execution: not asked\./],
  ['explain overall --answers answers.yaml', /execution: not asked, weight 1/],
  ['explain balance --answers answers.yaml', /execution: not asked \(bookend\)/],
  ['explain execution --answers answers.yaml', /none of its questions was asked/],
  ['check answers.yaml --format markdown', /Execution not asked/],
])('%s says that an element was not asked', async (line, says) => {
  const printed = await run(line, customer);
  expect(printed).toMatch(says);
  expect(printed).not.toMatch(/execution: unknown|Execution unknown|not known \|/);
});
