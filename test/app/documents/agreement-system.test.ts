/** Over cut and broken declared systems, all commands and the library agree on what is valid, and on every figure. */
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { writeYaml } from '#document/edit/write.ts';
import { roundTo } from '#domain/scoring/numbers.ts';
import type { CheckResult } from '#domain/types/check.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import { check, readAnswers, readSystem, score, unwrap } from '../../../src/index.ts';
import { type Printed, runCommand } from '../../support/command.ts';
import { makeEmptyFolder } from '../../support/folder.ts';
import { loadShippedModel } from '../../support/model/shipped-model.ts';
import { scaleRuns } from '../../support/runs.ts';

const asOf = '2026-11-23';
const model = await loadShippedModel();
const folder = 'examples/harbor-instruments';
const example = parse(await readFile(join(folder, 'sales-system.yaml'), 'utf8')) as Tree;
const answers = unwrap(await readAnswers(await readFile(join(folder, 'answers.yaml'), 'utf8'), { model }));

type Tree = Record<string, unknown> | unknown[];

/** Counts the maps and lists at and below a value. */
function countTrees(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((sum, part) => sum + countTrees(part), 1);
}

/** Removes an entry from the map or list with a number, and repeats an entry of a list instead if told. */
function damage(value: unknown, state: { left: number }, at: number, repeats: boolean): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const isHere = state.left === 0;
  state.left -= 1;
  const entries = Object.entries(value);
  const index = Math.floor(at * entries.length);
  const kept = entries.filter((_, each) => !isHere || repeats || each !== index);
  const parts = kept.map(([key, part]) => [key, damage(part, state, at, repeats)] as const);
  if (!Array.isArray(value)) return Object.fromEntries(parts);
  const list = parts.map(([, part]) => part);
  return isHere && repeats && list.length > 0 ? [...list, list[index]] : list;
}

/** A place anywhere, each as likely. */
const unit = fc.noBias(fc.nat(999_999)).map((share) => share / 1_000_000);

/** The example after some entries were taken out or repeated; it can be invalid then. */
const cut = fc.array(fc.tuple(unit, unit, fc.boolean()), { maxLength: 6 }).map((wounds) => {
  let system: unknown = example;
  for (const [where, at, repeats] of wounds)
    system = damage(system, { left: Math.floor(where * countTrees(system)) }, at, repeats);
  return writeYaml(system);
});

/** Text of the example with a character, or a value, that does not belong there. */
const broken = fc
  .tuple(cut, unit, fc.constantFrom('', ': ', '\n', '[', '"'), fc.nat(4))
  .map(([text, where, sign, way]) => {
    const at = Math.floor(where * text.length);
    if (way === 1) return text.replace(/\d{4}-\d\d-\d\d/, '2026-02-30');
    if (way === 2) return text.replace('kind: sales-system', 'kind: sales');
    return text.slice(0, at) + sign + text.slice(at + 1);
  });

async function place(text: string): Promise<(line: string) => Promise<Printed>> {
  const cwd = await makeEmptyFolder();
  await writeFile(join(cwd, 'sales-system.yaml'), text);
  await copyFile(join(folder, 'answers.yaml'), join(cwd, 'answers.yaml'));
  return (line) => runCommand([...line.split(' '), '--as-of', asOf], { cwd });
}

const lines = {
  check: 'check sales-system.yaml --no-config --format json',
  score: 'score answers.yaml --system sales-system.yaml --format json',
  report: 'report answers.yaml --system sales-system.yaml --format json',
};

const isAboutReading = (id: string): boolean => ['document/invalid', 'document/unsafe'].includes(id);

/** Joins the lines of a text, and removes escapes of Markdown. */
const flatten = (text: string): string => text.replaceAll(/[\s|│]+/g, ' ').replaceAll('\\', '');

/** Formats a finding by what every reader has of it. */
const identify = ({
  check: id,
  path,
  points,
}: CheckResult['findings'][number] | ReportDocument['findings'][number]) =>
  `${id} ${path ?? ''} ${points ?? ''}`;

describe('all commands and the library', () => {
  it('agree on whether a declared system is valid', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(cut, broken), async (text) => {
        const isValid = (await readSystem(text)).ok;
        const run = await place(text);
        const checked: CheckResult = JSON.parse((await run(lines.check)).stdout);
        expect(checked.findings.some(({ check: id }) => isAboutReading(id))).toBe(!isValid);
        for (const line of [lines.score, lines.report]) {
          const { exitCode, stdout } = await run(line);
          expect([line, exitCode === 0, stdout !== '']).toEqual([line, isValid, isValid]);
        }
      }),
      scaleRuns(15),
    );
  });

  it('agree on every figure of a declared system', async () => {
    const valid = cut.filter((text) => text.length > 0);
    await fc.assert(
      fc.asyncProperty(valid, async (text) => {
        const system = await readSystem(text);
        fc.pre(system.ok);
        const report = await score({ model, answers, system: unwrap(system), asOf });
        const library = await check({ text, file: 'sales-system.yaml' }, { model, asOf });
        const run = await place(text);
        const checked: CheckResult = JSON.parse((await run(lines.check)).stdout);
        expect(checked.scores).toEqual(library.scores);

        const [own] = checked.scores;
        expect(own?.score).toBe(report.summary.declared);
        expect(own?.elements.map((element) => element.score)).toEqual(
          report.elements.map(({ declared }) => declared),
        );
        for (const line of [lines.score, lines.report]) {
          const printed: ReportDocument = JSON.parse((await run(line)).stdout);
          expect([printed.summary, printed.elements]).toEqual([report.summary, report.elements]);
          const found = printed.findings.filter(({ file }) => file === 'sales-system.yaml').map(identify);
          expect(found.toSorted()).toEqual(
            [...checked.findings, ...checked.suppressed].map(identify).toSorted(),
          );
        }
        // The points of an element's findings add up to no more than what its declared score lacks.
        for (const { id, declared } of report.elements) {
          const found = report.findings.filter(({ element }) => element === id);
          const sum = found.reduce((total, { points }) => total + (points ?? 0), 0);
          expect(sum).toBeLessThanOrEqual(100 - (declared ?? 0) + 1e-6);
        }
        const phrases: readonly (readonly [number | null, string])[] = [
          [report.summary.declared, 'declared'],
          ...report.elements.map(({ declared }) => [declared, 'declared'] as const),
        ];
        const page = flatten(
          (await run('report answers.yaml --system sales-system.yaml --format text --length full')).stdout,
        );
        expect(
          phrases.filter(([value, lens]) => value !== null && !page.includes(`${roundTo(value, 0)} ${lens}`)),
        ).toEqual([]);
        const short = flatten((await run('check sales-system.yaml --no-config --verbose')).stdout);
        expect(
          report.elements.filter(
            ({ declared, name }) => declared !== null && !short.includes(`${roundTo(declared, 0)} ${name}`),
          ),
        ).toEqual([]);
      }),
      scaleRuns(8),
    );
  });
});
