/**
 * An audit in a program of your own: reads answers and the declared system of a company, scores them, writes the
 * report as a page and as Markdown, checks the declared system, and prints the verdict.
 *
 *     npm install sales-audit
 *     node audit.mjs node_modules/sales-audit/examples/tarnbeck-cooling out
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { check, loadShippedModel, readAnswers, readSystem, render, score, unwrap } from 'sales-audit';

const [from = '.', to = 'out', asOf = new Date().toISOString().slice(0, 10)] = process.argv.slice(2);

const model = await loadShippedModel();
const answersText = await readFile(join(from, 'answers.yaml'));
const systemText = await readFile(join(from, 'sales-system.yaml'));

// From answers to a report, and to what people read of it. A file that cannot be read ends the program, with its faults.
const answers = unwrap(await readAnswers(answersText, { model }));
const system = unwrap(await readSystem(systemText));
const report = await score({ model, answers, system, asOf });

await mkdir(to, { recursive: true });
await writeFile(join(to, 'report.html'), await render(report, { format: 'html' }));
await writeFile(join(to, 'report.md'), await render(report, { format: 'markdown' }));

const { inPlace, inPlaceShown, of } = report.summary;
console.log(`${report.organization.name}: ${inPlace} of ${of} in place, ${inPlaceShown ?? 'none'} can be shown.`);
for (const { name, because } of report.plan.now) console.log(`- ${name}: ${because}`);

// The gate: what the declared system lacks.
const { verdict, findings } = await check({ text: systemText, file: 'sales-system.yaml' }, { model, asOf });
for (const finding of findings) {
  console.log(`${finding.file}:${finding.line} ${finding.severity} ${finding.check}: ${finding.message}`);
}
console.log(verdict.ok ? 'Passed.' : `Failed: ${verdict.reasons.join(' ')}`);
process.exitCode = verdict.exitCode;
