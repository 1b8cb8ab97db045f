import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { type ReportDocument, combine, readAnswers, score, unwrap } from '../../src/index.ts';
import { loadModelFrom } from '../../src/tools/model-files.ts';
import { example, files } from '../support/combine.ts';

const asOf = '2026-11-23';
const model = await loadModelFrom('src/model');
const answers = await Promise.all(
  files.map(async (file) => unwrap(await readAnswers(await readFile(`${example}/${file}`), { model, file }))),
);
const options = { model, asOf };

describe('combine', () => {
  it('gives the report of the command, whatever the order, and counts copies once', async () => {
    const report = parse(await readFile(`${example}/report.yaml`, 'utf8')) as ReportDocument;
    expect(await combine(answers, options)).toEqual(report);
    expect(await combine([...answers.toReversed(), ...answers], options)).toEqual(report);
  });

  it('of one respondent gives the report of score', async () => {
    for (const one of answers.slice(0, 3))
      expect(await combine([one, one], options)).toEqual(await score({ model, answers: one, asOf }));
  });

  it('takes the size of groups', async () => {
    const { voices } = await combine(answers, { ...options, minGroup: 9 });
    expect(voices?.questions.map(({ byRole }) => byRole.seller ?? null)).toEqual(
      voices?.questions.map(() => null),
    );
    await expect(combine(answers, { ...options, minGroup: 2 })).rejects.toThrow(RangeError);
  });

  it('refuses what is no audit of one organization', async () => {
    const [first] = answers;
    if (first === undefined) throw new Error('There is no example.');
    const other = {
      ...first,
      text: `${first.text}#`,
      value: { ...first.value, organization: { name: 'Other' } },
    };
    await expect(combine([first, other], options)).rejects.toThrow('different organizations');
    await expect(combine([], options)).rejects.toThrow('no answers');
    await expect(combine('x' as never, options)).rejects.toThrow(TypeError);
    await expect(combine(answers, { ...options, minGroups: 3 } as never)).rejects.toThrow('`minGroups`');
  });
});
