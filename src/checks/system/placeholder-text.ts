import { defineCheck, type Failure } from '#checks/define-check.ts';

/** Upper case only: lower-case "todo" is a word in several languages. */
const markers = /\b(?:TODO|TBD|FIXME)\b/;
const spelled = /\btbd\b|\blorem ipsum\b/i;
const nothingElse = /^\s*(?:todo|fixme|xxx+|\?+|\.{3,}|…)\s*[.:!]?\s*$/i;

/**
 * A cheap pre-check on all texts joined by newlines, because most documents contain no placeholder. Matches
 * whenever one of the patterns above does. Cases are spelled out, because a case-insensitive pattern is
 * slower to compile and to run.
 */
const perhaps =
  /[Tt][Oo][Dd][Oo]|[Tt][Bb][Dd]|[Ff][Ii][Xx][Mm][Ee]|[Ll][Oo][Rr][Ee][Mm] [Ii][Pp][Ss][Uu][Mm]|^[^\S\n]*(?:[Xx]{3}|\?|\.{3}|…)/m;

/** Returns the placeholder in a text as it is written; undefined if there is none. */
function findPlaceholder(text: string): string | undefined {
  const found = markers.exec(text) ?? spelled.exec(text) ?? nothingElse.exec(text);
  return found?.[0].trim();
}

/** Collects every text in a value, without paths, which few documents need. */
function collectTexts(value: unknown, texts: string[]): void {
  if (typeof value === 'string') texts.push(value);
  else if (Array.isArray(value)) value.forEach((item) => collectTexts(item, texts));
  else if (typeof value === 'object' && value !== null) {
    for (const key in value) collectTexts((value as Readonly<Record<string, unknown>>)[key], texts);
  }
}

/** Calls `visit` for every text in a value. `path` is mutated: copy it to keep it. */
function visitTexts(value: unknown, path: (string | number)[], visit: (text: string) => void): void {
  if (typeof value === 'string') return visit(value);
  if (typeof value !== 'object' || value === null) return undefined;
  const list = Array.isArray(value);
  for (const key in value) {
    path.push(list ? Number(key) : key);
    visitTexts((value as Record<string, unknown>)[key], path, visit);
    path.pop();
  }
}

export default defineCheck({
  id: 'system/placeholder-text',
  severity: 'warning',
  practice: null,
  title: 'A placeholder was left in the file',
  why: 'A placeholder counts as declared, but tells the reader nothing.',
  remedy: 'The file says what is true today, or lists an open question.',
  subjectRequired: false,
  example: {
    fails: `
philosophy:
  purpose:
    statement: TODO`,
    passes: `
philosophy:
  purpose:
    statement: We help laboratories trust what they measure, so that they decide faster.`,
  },
  // Open questions are left out, because they may contain anything that is undecided.
  run: ({ openQuestions: _open, kind: _kind, ...declared }) => {
    const texts: string[] = [];
    collectTexts(declared, texts);
    const subjects = texts.length;
    if (!perhaps.test(texts.join('\n'))) return { subjects, failures: [] };
    const path: (string | number)[] = [];
    const failures: Failure[] = [];
    visitTexts(declared, path, (text) => {
      const placeholder = findPlaceholder(text);
      if (placeholder === undefined) return;
      const key = path.findLast((part) => typeof part === 'string') ?? '';
      failures.push({
        path: [...path],
        message: `\`${key}\` still says \`${placeholder}\`, so it counts as declared although nothing is.`,
        fix: 'Write what is true today, or remove the line and add it to `openQuestions`.',
      });
    });
    return { subjects, failures };
  },
});
