/** Over generated and broken answers, all commands and the library agree on what is valid, and on every figure. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnswersFile } from '#app/answers/answers-file.ts';
import { InvalidDocumentError } from '#domain/errors.ts';
import { roundTo } from '#domain/scoring/numbers.ts';
import { countAnswers, findQuestions } from '#domain/answers/not-known.ts';
import type { CheckResult } from '#domain/types/check.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import { check, readAnswers, score } from '../../../src/index.ts';
import { type Printed, runCommand } from '../../support/command.ts';
import { makeEmptyFolder } from '../../support/folder.ts';
import { loadShippedModel } from '../../support/model/shipped-model.ts';
import { scaleRuns } from '../../support/runs.ts';
import { makeGenerators } from './generate-answers.ts';

const asOf = '2026-11-23';
const model = await loadShippedModel();
const { valid, broken } = makeGenerators(model);

/** Runs a command over answers in a folder. */
async function run(cwd: string, line: string): Promise<Printed> {
  return runCommand([...line.split(' '), '--as-of', asOf], { cwd });
}

/** Writes answers into a folder of their own. */
async function place(text: string): Promise<string> {
  const cwd = await makeEmptyFolder();
  await writeFile(join(cwd, 'answers.yaml'), text);
  return cwd;
}

/** Returns whether the interview goes on with the answers in a folder. */
async function isResumable(cwd: string): Promise<boolean> {
  try {
    const file = await AnswersFile.open(join(cwd, 'answers.yaml'), 'answers.yaml', model);
    await file.close();
    return true;
  } catch (error) {
    if (error instanceof InvalidDocumentError) return false;
    throw error;
  }
}

const lines = {
  check: 'check answers.yaml --no-config --format json',
  score: 'score answers.yaml',
  json: 'report answers.yaml --format json',
  text: 'report answers.yaml --format text',
  markdown: 'report answers.yaml --format markdown',
  explain: 'explain overall --answers answers.yaml',
};

/** Findings about reading: of these, one is enough for every command to refuse the answers. */
const isAboutReading = (id: string): boolean =>
  ['document/invalid', 'document/unsafe', 'answers/unknown-question', 'answers/model-mismatch'].includes(id);

/** Joins the lines of a text, and removes escapes of Markdown. */
const flatten = (text: string): string => text.replaceAll(/[\s|]+/g, ' ').replaceAll('\\', '');

/** Returns the exact number after a label of `explain`; null where it is unknown. */
function readFigure(stdout: string, label: string): number | null {
  const found = new RegExp(`${label}: \\([^=]*= (-?[\\d.]+)`).exec(flatten(stdout))?.[1];
  return found === undefined ? null : Number(found);
}

describe('all commands and the library', () => {
  it('agree on whether answers are valid', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(valid, broken), async (text) => {
        const isValid = (await readAnswers(text, { model })).ok;
        const { findings } = await check({ text, file: 'answers.yaml' }, { model, asOf });
        expect(findings.some(({ check: id }) => isAboutReading(id))).toBe(!isValid);
        const cwd = await place(text);
        const checked: CheckResult = JSON.parse((await run(cwd, lines.check)).stdout);
        expect(checked.findings).toEqual(findings);
        for (const line of [lines.score, lines.json, lines.explain]) {
          expect([line, (await run(cwd, line)).exitCode === 0]).toEqual([line, isValid]);
        }
        expect(await isResumable(cwd)).toBe(isValid);
      }),
      scaleRuns(12),
    );
  });

  it('agree on every figure', async () => {
    await fc.assert(
      fc.asyncProperty(valid, async (text) => {
        const read = await readAnswers(text, { model });
        if (!read.ok) throw new Error(JSON.stringify(read.findings));
        const report = await score({ model, answers: read.document, asOf });
        const { summary } = report;
        const cwd = await place(text);

        const printed: ReportDocument = JSON.parse((await run(cwd, lines.json)).stdout);
        expect([printed.summary, printed.elements]).toEqual([summary, report.elements]);

        const checked: CheckResult = JSON.parse((await run(cwd, lines.check)).stdout);
        const [own] = checked.scores;
        expect([own?.score, own?.shown, own?.coverage, own?.inPlace]).toEqual([
          ...[summary.score, summary.shown, summary.coverage, summary.inPlace],
        ]);
        expect(own?.elements.map((element) => element.score)).toEqual(
          report.elements.map((each) => each.score),
        );

        const explained = await run(cwd, lines.explain);
        // The mean is explained even where an element is unknown, so that there is no score.
        const said = readFigure(explained.stdout, 'said');
        expect(said).toBe(summary.score ?? said);
        expect(readFigure(explained.stdout, 'shown')).toBe(summary.shown);

        const { answered, unknown, open, notApplicable } = countAnswers(
          findQuestions(report).map(({ question }) => question),
        );
        const phrases: readonly [number | null, string][] = [
          [answered, 'answered'],
          [unknown === 0 ? null : unknown, '"don\'t know"'],
          [open === 0 ? null : open, 'open'],
          [notApplicable === 0 ? null : notApplicable, 'not applicable'],
          [summary.score === null ? null : roundTo(summary.score, 0), 'of 100'],
        ];
        for (const line of [lines.text, lines.markdown]) {
          const shown = flatten((await run(cwd, line)).stdout);
          expect(
            phrases.filter(([value, unit]) => value !== null && !shown.includes(`${value} ${unit}`)),
          ).toEqual([]);
        }
        const short = flatten((await run(cwd, 'check answers.yaml --no-config --verbose')).stdout);
        expect(short).toContain(`${answered} of ${summary.asked} answered`);
        const scores = report.elements.filter((element) => element.score !== null);
        expect(
          scores.filter((each) => !short.includes(`${roundTo(each.score ?? 0, 0)} ${each.name}`)),
        ).toEqual([]);
      }),
      scaleRuns(6),
    );
  });
});
