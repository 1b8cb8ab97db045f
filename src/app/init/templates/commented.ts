import { escapeComment } from '#document/edit/quoting.ts';
import { writeYaml } from '#document/edit/write.ts';

/** Values to fill in, by key: a value for a whole section, or a map for parts of it. */
export interface Filled {
  readonly [key: string]: unknown;
}

/** Comment lines to put above a section, by its path with dots. */
export type Remarks = ReadonlyMap<string, readonly string[]>;

/** A section of a template: its explanation and its example. */
interface Section {
  readonly about: readonly string[];
  readonly key: string;
  /** The line of the key. */
  readonly head: string;
  /** The lines below the key, without their indentation of two columns. */
  readonly body: readonly string[];
}

/** Parses lines into sections. A section starts with a key in the first column. */
function parseSections(lines: readonly string[]): Section[] {
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

const indent = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

/** Comments out examples with `# `. Explanations, which start with `## `, do not change. */
const commentOut = (lines: readonly string[]): string[] =>
  lines.map((line) => (line.startsWith('## ') ? line : `# ${line}`));

/** Renders a section with its example and remarks. */
function renderExample({ about, head, body, key }: Section, above: string, remarks: Remarks): string[] {
  const path = `${above}${key}`;
  const hasKeys = body.length > 0 && !body[0]?.startsWith('- ');
  const parts = hasKeys
    ? parseSections(body).flatMap((part) => renderExample(part, `${path}.`, remarks))
    : body;
  return [...about, ...(remarks.get(path) ?? []), head, ...indent(parts)];
}

function isMap(value: unknown): value is Filled {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Renders the keys of the example that the last element of a list lacks, commented out. */
function renderFurtherKeys(body: readonly string[], value: unknown): string[] {
  const last: unknown = Array.isArray(value) ? value.at(-1) : undefined;
  if (!isMap(last)) return [];
  const item = body.map((line, index) => (index === 0 ? line.replace('- ', '') : line.slice(2)));
  const missing = parseSections(item).filter(({ key }) => !Object.hasOwn(last, key));
  return missing.flatMap((part) => commentOut(renderExample(part, '', new Map())));
}

/** Renders a section with its value, and further keys of its example. */
function fillIn(section: Section, value: unknown, above: string, remarks: Remarks): string[] {
  const { about, key, body } = section;
  const path = `${above}${key}`;
  const head = [...about, ...(remarks.get(path) ?? [])];
  if (isMap(value)) {
    return [...head, `${key}:`, ...indent(fillSections(body, value, remarks, `${path}.`).flat())];
  }
  const lines = writeYaml({ [key]: value })
    .trimEnd()
    .split('\n');
  return [...head, ...lines, ...indent(indent(renderFurtherKeys(body, value)))];
}

/** Renders each section of a template, filled in or commented out. */
function fillSections(
  template: readonly string[],
  filled: Filled,
  remarks: Remarks,
  above: string,
): string[][] {
  return parseSections(template).map((section) => {
    const value = filled[section.key];
    return value === undefined
      ? commentOut(renderExample(section, above, remarks))
      : fillIn(section, value, above, remarks);
  });
}

/**
 * Fills in the known values of a template. Everything else is commented out, so that a person can remove the `# ` to use
 * a section.
 */
export function fillTemplate(template: readonly string[], filled: Filled, remarks: Remarks): string[] {
  return fillSections(template, filled, remarks, '').flatMap((lines) => [...lines, '']);
}

/** Maximum length of a remark, in characters. */
const longestRemark = 500;

/** Renders what a respondent said as one line of a comment, with invisible characters escaped. */
export function renderRemark(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const points = Array.from(line);
  const short = points.length > longestRemark ? `${points.slice(0, longestRemark).join('')} …` : line;
  return `## from the interview: ${escapeComment(short)}`;
}
