import { defineCheck, type Failure } from '#checks/define-check.ts';

/** In capitals only: in lower case, "todo" is a word of several languages. */
const markers = /\b(?:TODO|TBD|FIXME)\b/;
const spelled = /\btbd\b|\blorem ipsum\b/i;
const nothingElse = /^\s*(?:todo|fixme|xxx+|\?+|\.{3,}|…)\s*[.:!]?\s*$/i;

/** What none of these is without: one look at a text, where most have nothing of it. */
const perhaps = /todo|tbd|fixme|lorem ipsum|xx|\?|\.{3}|…/i;

/** The placeholder in a text, as it is written there; undefined where there is none. */
function placeholderIn(text: string): string | undefined {
  if (!perhaps.test(text)) return undefined;
  const found = markers.exec(text) ?? spelled.exec(text) ?? nothingElse.exec(text);
  return found?.[0].trim();
}

/** Calls back for every text beneath a value. The path is the same list each time: copy what is kept. */
function eachText(value: unknown, path: (string | number)[], visit: (text: string) => void): void {
  if (typeof value === 'string') return visit(value);
  if (typeof value !== 'object' || value === null) return undefined;
  const list = Array.isArray(value);
  for (const key in value) {
    path.push(list ? Number(key) : key);
    eachText((value as Record<string, unknown>)[key], path, visit);
    path.pop();
  }
}

export default defineCheck({
  id: 'system/placeholder-text',
  severity: 'warning',
  practice: null,
  title: 'A placeholder stands where something should be declared',
  why: 'A placeholder looks like an answer to everything that counts, and like none to whoever reads it.',
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
  // Not the open questions, whose very point is what is left open.
  run: ({ openQuestions: _open, kind: _kind, ...declared }) => {
    const path: (string | number)[] = [];
    const failures: Failure[] = [];
    let subjects = 0;
    eachText(declared, path, (text) => {
      subjects += 1;
      const placeholder = placeholderIn(text);
      if (placeholder === undefined) return;
      const key = path.findLast((part) => typeof part === 'string') ?? '';
      failures.push({
        path: [...path],
        message: `\`${key}\` still says \`${placeholder}\`: it counts as declared, and nothing is.`,
        fix: 'Write what is true today, or remove the line and note it in `openQuestions`.',
      });
    });
    return { subjects, failures };
  },
});
