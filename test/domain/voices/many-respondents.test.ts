import { describe, expect, it } from 'vitest';
import { requireReadable } from '#app/report/require-readable.ts';
import { buildVoices } from '#domain/voices/build-voices.ts';
import { combineAnswers } from '#domain/voices/combine.ts';
import { countRespondents } from '#domain/voices/count-respondents.ts';
import { UsageError } from '#domain/errors.ts';
import type { ReportDocument, Voices } from '#domain/types/report.ts';
import { renderReportYaml } from '#render/report/serialize.ts';
import { loadShippedModel } from '../../support/model/shipped-model.ts';
import { today } from '../../support/model/make-answers.ts';
import { makeModel } from '../../support/model/make-model.ts';
import { type Person, makeRespondents } from '../../support/model/make-respondents.ts';
import { readExampleReport } from '../../support/report/report-context.ts';

const ask = { leader: '?', seller: '?' };
const base = makeModel([{ id: 'a', practices: [{ id: 'p', questions: [{ id: 'q', kind: 'felt', ask }] }] }]);
const model = { ...base, messages: (await loadShippedModel()).messages };
const example = readExampleReport('sablewick-filtration');

/** Returns what sellers of three units said. */
function hear(count: number, withNames = false): Voices {
  const people = Array.from({ length: count }, (_, index): Person => ({
    role: 'seller',
    unit: `Unit ${index % 3}`,
    name: `Person ${index}`,
    answers: { 'a.p.q': { level: (index >> 2) % 5 } },
  }));
  return buildVoices(model, combineAnswers(model, makeRespondents(people), today, { withNames }));
}

const render = (voices: Voices | undefined): string =>
  renderReportYaml({ ...example, ...(voices && { voices }) } as ReportDocument, { schema: 'schema' });

describe('a report of very many respondents', () => {
  it('lists them one by one up to a hundred, then by role and unit, or by name', () => {
    expect(hear(100).respondents).toHaveLength(100);
    expect(hear(101).respondents).toEqual([
      { id: 'seller-1', role: 'seller', unit: 'Unit 0', count: 34 },
      { id: 'seller-35', role: 'seller', unit: 'Unit 1', count: 34 },
      { id: 'seller-69', role: 'seller', unit: 'Unit 2', count: 33 },
    ]);
    expect(hear(101, true).respondents).toHaveLength(101);
    for (const count of [100, 101]) expect(countRespondents(hear(count), 'seller')).toBe(count);
    expect(countRespondents(hear(101), 'leader')).toBe(0);
  });

  it('does not grow with their number', () => {
    const [some, many] = [render(hear(150)), render(hear(1500))];
    expect(many.length - some.length).toBeLessThan(100);
  });

  it('takes less than 300 bytes for a unit and a question, so that 5,000 people in 60 units have room', () => {
    const { questions } = hear(1500);
    const [question] = questions;
    if (question === undefined) throw new Error('There is no question.');
    const units = Array.from({ length: 60 }, () => question.byUnit).flat();
    const wide: Voices = { ...hear(1500), questions: [{ ...question, byUnit: units }] };
    expect((render(wide).length - render(hear(1500)).length) / (units.length - 3)).toBeLessThan(300);
  });

  it('is refused before it is written if no command could read it again', async () => {
    const voices = hear(1500);
    const [question] = voices.questions;
    if (question === undefined) throw new Error('There is no question.');
    const byUnit = Array.from({ length: 1500 }, () => question.byUnit).flat();
    const large = { ...example, voices: { ...voices, questions: [{ ...question, byUnit }] } };
    await expect(requireReadable(example, render(undefined))).resolves.toBeUndefined();
    await expect(requireReadable(large, render(large.voices))).rejects.toThrow(UsageError);
    await expect(requireReadable(large, render(large.voices))).rejects.toThrow(
      /^The report of 1500 people would be too large to be read again\. The file has more than .* Nothing was written\.$/,
    );
  });
});
