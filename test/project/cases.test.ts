import { readFile, readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readAnswers } from '#app/answers/read-answers.ts';
import validateAnswers from '#document/schema/validators/answers.js';
import { assess } from '#domain/scoring/assess.ts';
import { loadModelFrom } from '../../src/tools/model-files.ts';

const folder = 'examples/cases';
const asOf = '2026-11-23';
const model = await loadModelFrom('src/model');
const questions = model.practices.flatMap((practice) => practice.questions);

const cases = [
  'arvenhurst-controls',
  'imbuvane-packaging',
  'kestrowan-calibration',
  'kransbeck-fire',
  'orrowaite-steam-water',
  'yandrowie-packaging',
] as const;

function splitWords(text: string): string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}

/** Lists every sequence of five words. */
function listRuns(text: string): string[] {
  const words = splitWords(text);
  return words.slice(4).map((_word, start) => words.slice(start, start + 5).join(' '));
}

const levelRuns = new Set(questions.flatMap(({ levels }) => levels.flatMap(({ means }) => listRuns(means))));

async function readCase(name: string) {
  const path = `${folder}/${name}.answers.yaml`;
  const bytes = await readFile(path);
  return { text: bytes.toString('utf8'), document: (await readAnswers(path, bytes, model)).value };
}

describe('cases', () => {
  it('consist of a text and its answers each, and a README', async () => {
    const expected = cases.flatMap((name) => [`${name}.md`, `${name}.answers.yaml`]);
    expect((await readdir(folder)).toSorted()).toEqual([...expected, 'README.md'].toSorted());
  });

  it('detects a copied level', () => {
    const copied = listRuns(`They said: ${(questions[0]?.levels[3]?.means ?? '').toUpperCase()}`);
    expect(copied.some((run) => levelRuns.has(run))).toBe(true);
  });

  describe.each(cases)('%s', (name) => {
    it('has at least 800 words, none of them copied from a level', async () => {
      const text = await readFile(`${folder}/${name}.md`, 'utf8');
      expect(splitWords(text).length).toBeGreaterThanOrEqual(800);
      expect(listRuns(text).filter((run) => levelRuns.has(run))).toEqual([]);
    });

    it('has valid answers to every question, each with a note of our own', async () => {
      const { text, document } = await readCase(name);
      expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=../../schemas/answers.schema.json');
      validateAnswers(parse(text));
      expect(validateAnswers.errors).toBeNull();
      expect(Object.keys(document.answers).toSorted()).toEqual(questions.map(({ id }) => id).toSorted());
      expect(document).toMatchObject({
        scope: 'full',
        respondent: { role: 'leader' },
        startedOn: '2026-11-18',
      });
      for (const { note, answeredOn } of Object.values(document.answers)) {
        expect(note).toMatch(/\S/);
        expect(listRuns(note ?? '').filter((run) => levelRuns.has(run))).toEqual([]);
        expect(answeredOn).toBe('2026-11-18');
      }
    });

    it('leaves few questions open, lists them, and can be scored', async () => {
      const { document } = await readCase(name);
      const { asked, coverage, score, status } = assess(model, document, undefined, asOf);
      const weigh = (...states: string[]): number =>
        asked
          .filter(({ state }) => states.includes(state))
          .reduce((sum, { question }) => sum + question.weight, 0);
      expect(weigh('unanswered')).toBe(0);
      expect(coverage).toBeCloseTo(weigh('answered') / weigh('answered', 'unknown'), 8);
      expect(coverage).toBeGreaterThan(0.85);
      expect(coverage).toBeLessThanOrEqual(1);
      expect(score).not.toBeNull();
      expect([...status.values()]).not.toContain('unknown');
    });
  });
});
