import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameEvidenceField, nameField, toFields } from '#domain/form/fields.ts';
import { toDocument } from '#domain/form/to-document.ts';
import { listQuestions } from '#domain/model.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import { writeYaml } from '#document/edit/write.ts';
import { readAnswers } from '#app/answers/read-answers.ts';
import { loadShippedModel } from '#app/model/shipped-model.ts';
import { anyText } from '../../support/hostile/any-text.ts';

const model = await loadShippedModel();
const ids = listQuestions(model).map(({ id }) => id);
const [first = '', second = '', third = ''] = ids;

const start: AnswersDocument = {
  kind: 'answers',
  schemaVersion: 1,
  model: { id: model.id, version: model.version, digest: model.digest },
  organization: { name: 'Harbor Instruments' },
  respondent: { role: 'leader', unit: 'South' },
  scope: 'full',
  answers: {},
};

const full: AnswersDocument = {
  ...start,
  respondent: { role: 'leader', unit: 'South', name: 'Ada' },
  startedOn: '2026-11-20',
  context: { sellers: 42, managers: 0, customers: 'existing', spread: 'Wide', baseline: { revenue: '9 M' } },
  opening: { first: 'Half', again: 'A third' },
  answers: {
    [first]: {
      level: 3,
      lowest: { level: 1, where: 'South' },
      evidence: [
        { kind: 'instance', date: '2026-11-20', what: 'Ada told Kim' },
        { kind: 'artifact', what: 'A record', ref: 'docs/a.md', seenBy: 'Kim' },
        { kind: 'instance', what: 'A second case' },
      ],
      note: 'Two\nlines',
      answeredOn: '2026-11-20',
    },
    [second]: { unknown: true, note: 'Ask Kim', answeredOn: '2026-11-21' },
    [third]: { notApplicable: 'out-of-scope', note: 'Why', answeredOn: '2026-11-21' },
  },
  closing: 'Thanks',
};

describe('the fields of a form', () => {
  it('give back the answers that filled them, in the order of the interview', () => {
    const document = toDocument(toFields(full), start, ids);
    expect(document).toEqual(full);
    expect(Object.keys(document)).toEqual([
      'kind',
      'schemaVersion',
      'model',
      'organization',
      'respondent',
      'startedOn',
      'scope',
      'context',
      'opening',
      'answers',
      'closing',
    ]);
  });

  it('leave what no field shows as it was', () => {
    const document = { ...full, scope: 'quick' as const };
    expect(toDocument(toFields(document), document, [first])).toEqual(document);
  });

  it('leave out what is empty, incomplete or not lower', () => {
    const fields = {
      [nameField(first, 'choice')]: '1',
      [nameField(first, 'lowest.level')]: '1',
      [nameField(first, 'lowest.where')]: 'South',
      [nameField(first, 'note')]: '  ',
      [nameEvidenceField(first, 0, 'kind')]: 'artifact',
      [nameEvidenceField(first, 1, 'what')]: 'A record',
      [nameField(second, 'note')]: 'typed before an answer',
      'context.sellers': 'many',
    };
    expect(toDocument(fields, start, ids).answers).toEqual({
      [first]: { level: 1, evidence: [{ kind: 'artifact', what: 'A record' }] },
    });
  });

  it('make a valid file of any text', async () => {
    const text = anyText({ maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(text, text, text, fc.constantFrom('0', '3', 'unknown'), async (a, b, c, choice) => {
        const fields = {
          organization: a,
          name: b,
          closing: c,
          [nameField(first, 'choice')]: choice,
          [nameField(first, 'note')]: a,
          [nameField(first, 'case')]: b,
          [nameField(first, 'lowest.level')]: '0',
          [nameField(first, 'lowest.where')]: c,
          [nameEvidenceField(first, 3, 'what')]: c,
          [nameEvidenceField(first, 3, 'seenBy')]: a,
        };
        const document = toDocument(fields, start, ids);
        const read = await readAnswers('saved.yaml', Buffer.from(writeYaml(document)), model);
        expect(read.value).toEqual(document);
      }),
      { numRuns: 30 },
    );
  });
});
