import type { Commentary } from '#document/commentary/commentary.ts';
import { escapeLines } from '#render/escape.ts';

function escapeValue(value: unknown): unknown {
  if (typeof value === 'string') return escapeLines(value).join('\n');
  if (Array.isArray(value)) return value.map(escapeValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, escapeValue(part)]));
}

/** Returns a commentary with every text safe to show. */
export function escapeCommentary({ elements, actions, ...rest }: Commentary): Commentary {
  return {
    ...escapeTexts(rest),
    elements: new Map([...elements].map(([id, blocks]) => [id, escapeTexts(blocks)])),
    actions: new Map([...actions].map(([number, blocks]) => [number, escapeTexts(blocks)])),
  };
}

/**
 * Returns a report, or messages, with every text safe to show: characters that could hide, reorder or control text are
 * made visible. Markup is left for the format to escape. Keys come from the schema and stay.
 */
export function escapeTexts<T>(value: T): T {
  return escapeValue(value) as T;
}
