import { parseText } from '#document/read/parse.ts';
import { describeUnknownFix } from '#document/schema/suggest.ts';
import { CommentaryFault } from './convert-markdown.ts';

/** Keys between the lines `---` at the beginning of a commentary. */
const keys = ['confidential', 'nextMeeting'] as const;

type Key = (typeof keys)[number];

/** Maximum length of a value, in characters. */
const longest = 200;

/** The keys at the beginning of a commentary, and the Markdown after them. */
export interface FrontMatter {
  readonly values: Readonly<Partial<Record<Key, string>>>;
  readonly markdown: string;
  /** Number of lines before the Markdown. */
  readonly lines: number;
}

function isKey(key: string): key is Key {
  return keys.some((each) => each === key);
}

function requireLine(key: string, value: unknown, line: number): string {
  if (typeof value === 'string' && /\S/.test(value) && !/[\r\n]/.test(value) && value.length <= longest) {
    return value.trim();
  }
  throw new CommentaryFault(
    line,
    `${key} takes one line of text of at most ${longest} characters.`,
    `Such as ${key === 'nextMeeting' ? 'nextMeeting: 2026-12-12' : 'confidential: For the board only'}.`,
  );
}

/** Reads the settings at the beginning of a commentary. Throws a CommentaryFault if they cannot be read. */
export function readFrontMatter(text: string): FrontMatter {
  const found = /^---[ \t]*\n(?:([\s\S]*?)\n)?---[ \t]*(?:\n|$)/.exec(text);
  if (found === null) return { values: {}, markdown: text, lines: 0 };
  const [all, yaml = ''] = found;
  const rows = yaml.split('\n');
  const getLine = (key: string): number => rows.findIndex((row) => row.startsWith(key)) + 2;
  const parsed = parseText(yaml);
  if (!parsed.ok) {
    throw new CommentaryFault(
      1,
      'The lines between --- and --- are not YAML.',
      `Write one line for each of ${keys.join(' and ')}.`,
    );
  }
  const entries =
    typeof parsed.value === 'object' && parsed.value !== null ? Object.entries(parsed.value) : [];
  const values: Partial<Record<Key, string>> = {};
  for (const [key, value] of entries) {
    if (!isKey(key)) {
      throw new CommentaryFault(
        getLine(key),
        `There is no ${JSON.stringify(key)} between --- and ---.`,
        describeUnknownFix(key, keys),
      );
    }
    values[key] = requireLine(key, value, getLine(key));
  }
  return { values, markdown: text.slice(all.length), lines: all.split('\n').length - 1 };
}
