import { escapeComment } from '#document/edit/quoting.ts';
import { writeYaml } from '#document/edit/write.ts';

/** What is filled in: a value where a section is complete, a map where a part of it is. */
export interface Filled {
  readonly [key: string]: unknown;
}

/** Lines that stand above a section, by its path with dots. */
export type Remarks = ReadonlyMap<string, readonly string[]>;

/** A section of a template: what belongs there, and its example. */
interface Section {
  readonly about: readonly string[];
  readonly key: string;
  /** The line of the key. */
  readonly head: string;
  /** The lines below it, without the two columns that they are indented by. */
  readonly body: readonly string[];
}

/** The sections of lines that begin in the first column. */
function sectionsOf(lines: readonly string[]): Section[] {
  const sections: { about: string[]; key: string; head: string; body: string[] }[] = [];
  let about: string[] = [];
  for (const line of lines) {
    const key = /^([A-Za-z][\w/-]*):/.exec(line)?.[1];
    if (line.startsWith('## ')) about.push(line);
    else if (key !== undefined) {
      sections.push({ about, key, head: line, body: [] });
      about = [];
    } else if (line !== '') sections.at(-1)?.body.push(line.slice(2));
  }
  return sections;
}

const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

/** Examples get a `# ` in front; what explains them keeps its `## `. */
const commentedOut = (lines: readonly string[]): string[] =>
  lines.map((line) => (line.startsWith('## ') ? line : `# ${line}`));

/** A section as its example, with the remarks on it and on what is in it. */
function example({ about, head, body, key }: Section, above: string, remarks: Remarks): string[] {
  const path = `${above}${key}`;
  const hasKeys = body.length > 0 && !body[0]?.startsWith('- ');
  const parts = hasKeys ? sectionsOf(body).flatMap((part) => example(part, `${path}.`, remarks)) : body;
  return [...about, ...(remarks.get(path) ?? []), head, ...indented(parts)];
}

function isMap(value: unknown): value is Filled {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What else could be said of an element of a list, commented out: the keys of the example that it lacks. */
function furtherKeys(body: readonly string[], value: unknown): string[] {
  const last: unknown = Array.isArray(value) ? value.at(-1) : undefined;
  if (!isMap(last)) return [];
  const item = body.map((line, index) => (index === 0 ? line.replace('- ', '') : line.slice(2)));
  const missing = sectionsOf(item).filter(({ key }) => !Object.hasOwn(last, key));
  return missing.flatMap((part) => commentedOut(example(part, '', new Map())));
}

/** A section with its value, and what else its example knows. */
function filledIn(section: Section, value: unknown, above: string, remarks: Remarks): string[] {
  const { about, key, body } = section;
  const path = `${above}${key}`;
  const head = [...about, ...(remarks.get(path) ?? [])];
  if (isMap(value)) {
    return [...head, `${key}:`, ...indented(filledSections(body, value, remarks, `${path}.`).flat())];
  }
  const lines = writeYaml({ [key]: value })
    .trimEnd()
    .split('\n');
  return [...head, ...lines, ...indented(indented(furtherKeys(body, value)))];
}

/** The lines of each section of a template, filled in or commented out. */
function filledSections(
  template: readonly string[],
  filled: Filled,
  remarks: Remarks,
  above: string,
): string[][] {
  return sectionsOf(template).map((section) => {
    const value = filled[section.key];
    return value === undefined
      ? commentedOut(example(section, above, remarks))
      : filledIn(section, value, above, remarks);
  });
}

/**
 * A template with what is known filled in and everything else as a comment, so that taking the `# ` away
 * from a section makes it count.
 */
export function fillTemplate(template: readonly string[], filled: Filled, remarks: Remarks): string[] {
  return filledSections(template, filled, remarks, '').flatMap((lines) => [...lines, '']);
}

/** Characters of a remark that are repeated. */
const longestRemark = 500;

/** A line of a comment that repeats what somebody said: one line, nothing hidden in it. */
export function renderRemark(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const points = Array.from(line);
  const short = points.length > longestRemark ? `${points.slice(0, longestRemark).join('')} …` : line;
  return `## from the interview: ${escapeComment(short)}`;
}
