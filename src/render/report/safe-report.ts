import type { ReportDocument } from '#domain/types/report.ts';
import { escapeLines } from '#render/escape.ts';

/** Copies a value with every text escaped. Keys come from the schema and stay. */
function escapeTexts(value: unknown): unknown {
  if (typeof value === 'string') return escapeLines(value).join('\n');
  if (Array.isArray(value)) return value.map(escapeTexts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, escapeTexts(part)]));
}

/**
 * Returns a report with every text safe to show: characters that could hide, reorder or control text are made
 * visible. Markup is left for the format to escape.
 */
export function escapeReport(report: ReportDocument): ReportDocument {
  return escapeTexts(report) as ReportDocument;
}
