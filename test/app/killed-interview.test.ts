/**
 * Kills of an interview, simulated: from a chosen operation on, the disk takes nothing more, and the operation itself
 * may be half done. What was drawn as done until then must be in the file. `test/terminal/cut-off.test.ts` kills real
 * processes.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { AnswersFile } from '#app/answers/answers-file.ts';
import { makeContext } from '#app/context.ts';
import { continueInterview } from '#app/interview/interview.ts';
import validateAnswers from '#document/schema/validators/answers.js';
import type { QuestionAction } from '#domain/interview/question-action.ts';
import type { Model } from '#domain/model.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { Host } from '#io/host.ts';
import type { Asker } from '#io/terminal/asker.ts';
import { failFrom, watchDisk } from '../support/hostile/faulty-disk.ts';
import { makeEmptyFolder } from '../support/folder.ts';
import { loadShippedModel } from '../support/model/shipped-model.ts';
import { makeRandom } from '../support/hostile/random.ts';
import { scaleRuns } from '../support/runs.ts';

vi.mock('node:fs', async (original) => {
  const { wrapSync } = await import('../support/hostile/faulty-disk.ts');
  return wrapSync(await original());
});
vi.mock('node:fs/promises', async (original) => {
  const { wrapPromises } = await import('../support/hostile/faulty-disk.ts');
  return wrapPromises(await original());
});

/** The shipped model with one question for each element. */
async function makeShortModel(): Promise<Model> {
  const shipped = await loadShippedModel();
  const practices = shipped.elements.flatMap(({ id }) =>
    shipped.practices.filter(({ element }) => element === id).slice(0, 1),
  );
  return {
    ...shipped,
    practices: practices.map((practice) => ({ ...practice, questions: practice.questions.slice(0, 1) })),
  };
}

const model = await makeShortModel();
const texts = [
  'Plain',
  'Two\nlines',
  '# no comment: "quoted" \\ \u{1f600}',
  '- list\n\n  indented',
  '2026-11-23',
];

/**
 * Makes an asker that answers by chance. As those of the terminal, it draws an answer as done once it is saved.
 *
 * @param draw called when an answer is drawn as done
 */
function makeChanceAsker(random: () => number, draw: () => void): Asker {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  let questions = 0;
  return {
    columns: () => 80,
    tell: () => undefined,
    show: () => undefined,
    confirm: async () => random() < 0.5,
    text: async ({ validate, save }) => {
      const text = [pick(texts), '2026-11-20', '12'].find((each) => validate?.(each) === undefined) ?? '';
      await save?.(text);
      draw();
      return text;
    },
    choose: async ({ choices, save }) => {
      // The first choice of a review finishes it.
      const { value } = random() < 0.7 ? (choices[0] as (typeof choices)[number]) : pick(choices);
      await save?.(value);
      draw();
      return value;
    },
    question: async ({ save }) => {
      questions += 1;
      const level = Math.floor(random() * 5);
      const acts: QuestionAction[] = [
        { act: 'level', level },
        { act: 'level', level },
        { act: 'unknown' },
        { act: 'note', level },
        { act: 'evidence', level },
        { act: 'lowest', level },
        { act: 'back' },
      ];
      const action: QuestionAction = questions > 12 ? { act: 'level', level } : pick(acts);
      await save(action);
      draw();
      return action;
    },
  };
}

/** What is in a file, and what has been drawn as done. */
interface Trace {
  readonly path: string;
  /** The answers when something was last drawn as done. */
  drawn: AnswersDocument | undefined;
  /** The answers that were being saved. */
  latest: AnswersDocument | undefined;
}

/** Runs an interview whose disk is gone from an operation on. */
async function runUntil(seed: number, first: number): Promise<{ trace: Trace; operations: number }> {
  const cwd = await makeEmptyFolder();
  const trace: Trace = { path: join(cwd, 'answers.yaml'), drawn: undefined, latest: undefined };
  const host = {
    cwd,
    env: {},
    stdout: { isTTY: false },
    stderr: { isTTY: false },
    invocation: ['sales-audit'],
  };
  const context = await makeContext(host as unknown as Host, { asOf: '2026-11-23' });
  const options = { answers: 'answers.yaml', report: 'report.yaml', input: true, page: true };
  const stop = watchDisk(failFrom(first));
  let file: AnswersFile | undefined;
  try {
    file = await AnswersFile.open(trace.path, 'answers.yaml', model);
    const own = file;
    const asker = makeChanceAsker(makeRandom(seed), () => (trace.drawn = own.document));
    await continueInterview(context, model, asker, file, options);
  } catch (error) {
    if (!String(error).includes('The disk is gone.')) throw error;
  } finally {
    trace.latest = file?.document;
  }
  return { trace, operations: stop() };
}

async function readIfThere(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : parse(text);
}

describe('a killed interview', () => {
  const { numRuns } = scaleRuns(300);

  // Four times as many kills take four times as long.
  const timeout = numRuns * 400;

  it(`has every answer that was drawn as done, in ${numRuns} kills`, { timeout }, async () => {
    const { operations } = await runUntil(0, Infinity);
    expect(operations).toBeGreaterThan(30);
    const ends = new Set<string>();
    for (let seed = 1; seed <= numRuns; seed += 1) {
      const { trace } = await runUntil(seed, 1 + (seed % operations));
      const saved = await readIfThere(trace.path);
      // What was being saved may be in the file or not, but as a whole.
      const isLatest = JSON.stringify(saved) === JSON.stringify(trace.latest);
      expect([seed, saved]).toEqual([seed, isLatest ? trace.latest : trace.drawn]);
      expect([seed, saved === undefined || validateAnswers(saved)]).toEqual([seed, true]);
      ends.add(saved === undefined ? 'no file' : isLatest ? 'latest' : 'drawn');
    }
    expect([...ends].toSorted()).toEqual(['drawn', 'latest', 'no file']);
  });
});
