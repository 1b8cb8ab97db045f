import { readFile } from 'node:fs/promises';
import type { Outcome } from '#domain/verdict.ts';
import type { Context } from '#app/context.ts';
import type { SchemaKind } from '#app/version.ts';

/** Prints a public JSON Schema. */
export async function printSchema(context: Context, kind: SchemaKind): Promise<Outcome> {
  await context.print(await readFile(new URL(`../schemas/${kind}.schema.json`, import.meta.url), 'utf8'));
  return { end: 'done' };
}
