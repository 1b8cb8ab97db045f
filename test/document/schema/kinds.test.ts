import { findPatternHint } from '#document/schema/pattern-hints.ts';
import { documentKinds, loadSchema } from '#document/schema/kinds.ts';
import { type Schema, notBlank } from '#document/schema/schema.ts';
import { describe, expect, it } from 'vitest';
import { head, readKind, formatFindings } from '../read/reading.ts';

const answersExpected = 'a file of kind `answers` (the answers of one person) was expected.';

describe('a document of another kind', () => {
  it.each([
    [
      'a kind that another command reads',
      'kind: report\nfoo: 1\n',
      `1:7 invalid /kind > The file is of kind \`report\` (a scored report); ${answersExpected} > Give another file here.`,
    ],
    [
      'a misspelled kind',
      'schemaVersion: 1\nkind: anwsers\nfoo: 1\n',
      `2:7 invalid /kind > The kind \`anwsers\` does not exist; ${answersExpected} > Did you mean \`answers\`? Write \`kind: answers\`, or give another file.`,
    ],
    [
      'a kind of another program',
      'kind: Deployment\napiVersion: apps/v1\n',
      `1:7 invalid /kind > The kind \`Deployment\` does not exist; ${answersExpected} > Write \`kind: answers\`, or give another file.`,
    ],
    [
      'a newer version',
      'kind: answers\nschemaVersion: 2\nfoo: 1\n',
      '2:16 invalid /schemaVersion > The file is of format version 2, written by a newer sales-audit; this one reads version 1. > Update sales-audit.',
    ],
    [
      'a list',
      '- a\n',
      '1:1 invalid > The file is a list; a map of `key: value` entries was expected. > Write its `key: value` entries on lines below it.',
    ],
    [
      'prose',
      'Dear all\n',
      '1:1 invalid > The file is the text `Dear all`; a map of `key: value` entries was expected. > Write its `key: value` entries on lines below it.',
    ],
  ])('has one finding: %s', async (_, text, finding) => {
    expect(formatFindings(await readKind('answers', text))).toEqual([finding]);
  });

  it('names the command that reads it', async () => {
    expect(formatFindings(await readKind('report', head))).toEqual([
      '1:7 invalid /kind > The file is of kind `answers` (the answers of one person); a file of kind `report` (a scored report) was expected. > Give another file here; `sales-audit score FILE` reads it.',
    ]);
  });

  it.each(['"1"', '0', '1.5'])('does not take schemaVersion %s for a newer version', async (version) => {
    const words = formatFindings(
      await readKind(
        'answers',
        `${head.replace('schemaVersion: 1', `schemaVersion: ${version}`)}answers: {}\n`,
      ),
    );
    expect(words).toHaveLength(1);
    expect(words[0]).toMatch(/`1` was expected\. > Write (`1`|it without quotes)\.$/);
  });
});

describe('every kind', () => {
  it.each(documentKinds)('%s equals the constant in its schema', async (kind) => {
    expect((await loadSchema(kind)).properties?.['kind']?.const).toBe(kind);
  });

  it.each(documentKinds)(
    '%s describes each pattern and format of its schema (in pattern-hints.ts)',
    async (kind) => {
      const silent = [...schemasIn(await loadSchema(kind))].filter(
        (schema) =>
          (typeof schema.pattern === 'string' || typeof schema.format === 'string') &&
          schema.pattern !== notBlank &&
          findPatternHint(schema) === undefined,
      );
      expect(silent).toEqual([]);
    },
  );

  it.each(documentKinds)('%s has matching examples of each pattern', async (kind) => {
    const unfit = [...schemasIn(await loadSchema(kind))].filter(
      (schema) =>
        typeof schema.pattern === 'string' &&
        schema.pattern !== notBlank &&
        !new RegExp(schema.pattern, 'u').test(findPatternHint(schema)?.example ?? ''),
    );
    expect(unfit).toEqual([]);
  });
});

function* schemasIn(value: unknown): Generator<Schema> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Schema;
  for (const child of Object.values(value)) yield* schemasIn(child);
}
