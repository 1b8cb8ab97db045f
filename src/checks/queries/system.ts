import type { SystemDocument } from '#domain/types/sales-system.ts';

/** The four sections of a declared system, in sequence, with the question that each one answers. */
export const sections = [
  { id: 'philosophy', asks: 'why your sellers do what they do' },
  { id: 'process', asks: 'what they do' },
  { id: 'method', asks: 'how they do it' },
  { id: 'execution', asks: 'how it becomes habit' },
] as const;

/** Counts the non-empty values in a value, recursively. */
export function countValues(value: unknown): number {
  if (value === undefined || value === null) return 0;
  if (typeof value !== 'object') return 1;
  let sum = 0;
  if (Array.isArray(value)) for (const item of value) sum += countValues(item);
  else for (const key in value) sum += countValues((value as Readonly<Record<string, unknown>>)[key]);
  return sum;
}

/** Normalizes spacing and case, so that texts with the same words are equal. */
export function normalizeWords(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Returns every lead of every segment. */
export function getLeads(
  system: SystemDocument,
): readonly { readonly id: string; readonly metric?: string }[] {
  return (system.execution?.measurement?.segments ?? []).flatMap(({ leads }) => leads ?? []);
}
