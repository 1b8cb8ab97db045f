import { expect } from 'vitest';
import { type Quick, quickValue } from '#document/quick.ts';
import { readValue } from '#document/read.ts';
import { bytesOf } from './reading.ts';

type Step = string | number;

/** Every place of a value, and a place that is not there beneath each list and map. */
function placesIn(value: unknown, path: readonly Step[] = []): (readonly Step[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  const isList = Array.isArray(value);
  return [
    path,
    [...path, 'not there'],
    ...Object.entries(value).flatMap(([key, part]) => placesIn(part, [...path, isList ? Number(key) : key])),
  ];
}

/** What the quick reader made of a text, after holding it to the careful one; undefined where it declined. */
export function agreed(text: string): Quick | undefined {
  const quick = quickValue(bytesOf(text));
  if (quick === undefined) return undefined;
  const careful = readValue('file', bytesOf(text));
  expect(careful).toMatchObject({ ok: true });
  if (!careful.ok) return undefined;
  expect(quick.value).toEqual(careful.document.value);
  expect(quick.text).toBe(careful.document.text);
  for (const path of placesIn(quick.value)) {
    for (const what of ['key', 'value'] as const) {
      const { line, column } = careful.document.locate(path, what);
      expect([path, what, quick.locate(path, what)]).toMatchObject([path, what, { line, column }]);
    }
  }
  return quick;
}
