import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { ValidateFunction } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { DocumentKind } from '#document/kinds.ts';

const kinds: readonly DocumentKind[] = ['answers', 'sales-system', 'report', 'model', 'config', 'baseline'];

type Data = Readonly<Record<string, unknown>>;

/** Every document that we keep, by its kind. */
const documents = execFileSync('git', ['ls-files', '*.yaml', 'test/fixtures/documents/*.json'], { encoding: 'utf8' })
  .trim()
  .split('\n')
  .flatMap((path): Data[] => {
    try {
      const data: unknown = parse(readFileSync(path, 'utf8'), { logLevel: 'silent' });
      return typeof data === 'object' && data !== null && 'kind' in data ? [data as Data] : [];
    } catch {
      return [];
    }
  });

/** Keys that neither reader takes: an object has them without holding them. */
const inherited = new Set(Object.getOwnPropertyNames(Object.prototype));

const value = fc.oneof(
  fc.constantFrom('', 'x', 'a-b', 'P1W', '2026-11-24', '2026-02-30', 'https://example.com', 'ä'.repeat(400)),
  fc.constantFrom('x'.repeat(61), 'x'.repeat(301), 'x'.repeat(2001), -1, 0, 1, 2.5, 5, 1e9),
  fc.constantFrom(true, false, null),
  fc.constantFrom<unknown>([], {}, ['x'], ['x', 'x'], { id: 'x' }, [{ id: 'x' }], { unknown: true }),
);

interface Edit {
  readonly place: number;
  readonly what: 'replace' | 'remove' | 'add';
  readonly key: string;
  readonly value: unknown;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  place: fc.nat(),
  what: fc.constantFrom('replace', 'remove', 'add'),
  key: fc.oneof(
    fc.constantFrom('id', 'note', 'date', 'evidence', 'unheard', 'ref'),
    fc.string({ minLength: 1, maxLength: 3 }).filter((key) => !inherited.has(key)),
  ),
  value,
});

/** A copy of data in which one place is edited. */
function edited(data: unknown, { place, what, key, value: put }: Edit): unknown {
  const copy = structuredClone(data);
  const places: { readonly parent: Record<string, unknown>; readonly at: string }[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [at, part] of Object.entries(node)) {
      places.push({ parent: node as Record<string, unknown>, at });
      walk(part);
    }
  };
  walk(copy);
  const chosen = places[place % places.length];
  if (chosen === undefined) return copy;
  const { parent, at } = chosen;
  if (what === 'replace') parent[at] = put;
  else if (Array.isArray(parent))
    parent.splice(Number(at), what === 'remove' ? 1 : 0, ...(what === 'add' ? [put] : []));
  else if (what === 'remove') delete parent[at];
  else parent[key] = put;
  return copy;
}

describe.each(kinds)('whether a value is a document of the kind %s', (kind) => {
  const own = documents.filter((document) => document['kind'] === kind);

  it('is what the validator with reasons says, over edits of every document that we keep', async () => {
    const { default: isValid } = (await import(`../../src/document/validators/is-${kind}.js`)) as {
      readonly default: (value: unknown) => boolean;
    };
    const { default: validate } = (await import(`../../src/document/validators/${kind}.js`)) as {
      readonly default: ValidateFunction;
    };
    const seen = { valid: 0, invalid: 0 };
    const agree = (data: unknown): void => {
      const valid = validate(data);
      seen[valid ? 'valid' : 'invalid'] += 1;
      expect([data, isValid(data)]).toEqual([data, valid]);
    };
    for (const document of own) agree(document);
    fc.assert(
      fc.property(
        fc.constantFrom(...own),
        fc.array(edit, { minLength: 1, maxLength: 3 }),
        (document, edits) => agree(edits.reduce<unknown>(edited, document)),
      ),
      { numRuns: 600 },
    );
    for (const data of [undefined, null, 1, 'x', [], {}]) agree(data);
    // So that a property that never sees one of the two is noticed.
    expect(Math.min(seen.valid, seen.invalid)).toBeGreaterThan(5);
  });

  it('says no rather than yes where a text is longer in units than in characters', async () => {
    const { default: isValid } = (await import(`../../src/document/validators/is-${kind}.js`)) as {
      readonly default: (value: unknown) => boolean;
    };
    const { default: validate } = (await import(`../../src/document/validators/${kind}.js`)) as {
      readonly default: ValidateFunction;
    };
    const texts = ['🎉', '🎉'.repeat(31), '🎉'.repeat(160), '🎉'.repeat(300), '🎉'.repeat(1100)];
    fc.assert(
      fc.property(fc.constantFrom(...own), fc.nat(), fc.constantFrom(...texts), (document, place, text) => {
        const data = edited(document, { place, what: 'replace', key: '', value: text });
        expect([isValid(data), validate(data)]).not.toEqual([true, false]);
      }),
      { numRuns: 200 },
    );
  });
});
