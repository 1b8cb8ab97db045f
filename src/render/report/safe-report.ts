import type { ReportDocument } from '#domain/types/report.ts';
import { safeLines } from '#render/escape.ts';

/** A copy of a value in which every text is safe to show. Keys are those of the schema and stay. */
function mapTexts(value: unknown): unknown {
  if (typeof value === 'string') return safeLines(value).join('\n');
  if (Array.isArray(value)) return value.map(mapTexts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, mapTexts(part)]));
}

/**
 * A report in which every text is safe to show: what could hide, reorder or control is made visible. Markup
 * is still markup: the medium has to escape it.
 */
export function safeReport(report: ReportDocument): ReportDocument {
  return mapTexts(report) as ReportDocument;
}
