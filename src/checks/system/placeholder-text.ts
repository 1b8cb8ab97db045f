import { defineCheck, type Path } from '#checks/define-check.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';

/** In capitals only: in lower case, "todo" is a word of several languages. */
const markers = /\b(?:TODO|TBD|FIXME)\b/;
const spelled = /\btbd\b|\blorem ipsum\b/i;
const nothingElse = /^\s*(?:todo|fixme|xxx+|\?+|\.{3,}|…)\s*[.:!]?\s*$/i;

/** The placeholder in a text, as it is written there; undefined where there is none. */
function placeholderIn(text: string): string | undefined {
  return [markers, spelled, nothingElse].map((pattern) => pattern.exec(text)?.[0].trim()).find(Boolean);
}

function textsIn(value: unknown, path: Path): { path: Path; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  const list = Array.isArray(value);
  return Object.entries(value).flatMap(([key, part]) => textsIn(part, [...path, list ? Number(key) : key]));
}

/** Every text that declares something: not the open questions, whose very point is what is left open. */
function declaredTexts({
  openQuestions: _open,
  kind: _kind,
  ...declared
}: SystemDocument): { path: Path; text: string }[] {
  return textsIn(declared, []);
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
  run: (system) => {
    const texts = declaredTexts(system);
    return {
      subjects: texts.length,
      failures: texts.flatMap(({ path, text }) => {
        const placeholder = placeholderIn(text);
        if (placeholder === undefined) return [];
        const key = path.findLast((part) => typeof part === 'string') ?? '';
        return [
          {
            path,
            message: `\`${key}\` still says \`${placeholder}\`: it counts as declared, and nothing is.`,
            fix: 'Write what is true today, or remove the line and note it in `openQuestions`.',
          },
        ];
      }),
    };
  },
});
