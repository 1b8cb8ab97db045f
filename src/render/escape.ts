/**
 * Text from files and people passes through here before it reaches a medium, by the function of that medium. In
 * each of them, what could move the cursor, change colours, reorder or hide text is shown as `\u{..}` instead of
 * being obeyed.
 */

// What asks for properties of Unicode is made when first asked for: the tables take longer than most runs.

/** Control and format characters: C0, DEL, C1, line and paragraph separators, bidi, zero-width, tags, what is no character. */
const unsafe = (): RegExp =>
  /[\p{Cc}\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e00ff}\u{e01f0}-\u{e0fff}]|\p{Cs}/gu;

/** A zero-width joiner between two pictographs makes one emoji of them and is left alone. */
const joinsEmoji = (): RegExp => /\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\ufe0f)*$/u;

function visible(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** Text of letters, digits and signs that every terminal shows as they are. */
const ordinary = /^[ -~]*$/;

/** One line of text that is safe to print: a line break becomes a space, a tab becomes a space. */
export function safeLine(text: string): string {
  if (ordinary.test(text)) return text;
  return text
    .replace(/\r\n|[\n\r\t]/g, ' ')
    .replace(unsafe(), (character, index: number, whole: string) =>
      character === '\u200d' &&
      joinsEmoji().test(whole.slice(Math.max(0, index - 8), index)) &&
      /^\p{Extended_Pictographic}/u.test(whole.slice(index + 1))
        ? character
        : visible(character),
    );
}

/** Text of several lines that is safe to print: line breaks stay, everything else as in `safeLine`. */
export function safeLines(text: string): string[] {
  return text.split(/\r\n|\n|\r/).map(safeLine);
}

/** Signs that a spreadsheet takes for the start of a formula, behind white space and what cannot be seen. */
const startsFormula = (): RegExp => /^[\s\p{Cf}\p{Cc}]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;

/** Where a program that takes semicolons for separators, and so sees no quotes, would start a cell or a row. */
const startsCell = /(?<=[;\n])(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/gu;

/** A cell of a CSV file: quoted where it has to be, and never a formula, nor is any line of it. */
export function safeCell(text: string): string {
  const safe = safeLines(text).join('\n').replace(startsCell, "'");
  const inert = startsFormula().test(safe) && !/^-?\d+(\.\d+)?$/.test(safe) ? `'${safe}` : safe;
  return /[",\n\r]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** Shows nothing and joins nothing: with it inside, a mention, a reference or an address is none. */
const breaker = '\u2060';

/**
 * What GitHub and GitLab look for in a text after its Markdown was read, so that no backslash holds it back:
 * mentions, references to issues, labels, milestones, tickets, projects, wiki pages, emoji, addresses. Each
 * expression finds the part behind which the breaker goes.
 */
const references: readonly RegExp[] = [
  /@|\[|\{(?=[-+])/g,
  /[#!&^](?=\d)|[%~](?=["'\w{])|\*(?=iteration:)/g,
  /:(?=[-+\w]+:|\/\/)|\bwww(?=\.)/gi,
  /\b[A-Z][A-Z\d_]+-(?=\d)/g,
  /\b(?:gh-(?=\d)|ghsa-)/gi,
  /[\w.-]\/[\w.-]+(?=>)/g,
];

/** The digits of a commit, of which a forge wants seven or more. */
const commit = /(?<![^\W_])(?=\d*[a-f]|\d{40})(?=[a-f]*\d|[a-f]{40})[\da-f]{7,}(?![^\W_])/gi;

function withoutReferences(text: string): string {
  return references
    .reduce((whole, reference) => whole.replace(reference, `$&${breaker}`), text)
    .replace(commit, (digits) => digits.replace(/.{6}/g, `$&${breaker}`));
}

/** A dollar sign that opens no formula: GitHub wants it in an element of its own, GitLab behind a backslash. */
const dollar = '<span>\\$</span>';

/**
 * Text inside a line of Markdown: nothing in it is markup, a link, HTML, a mention, a reference or an order to a
 * forge. White space around it is dropped, since four spaces would make code of it.
 */
export function safeMarkdown(text: string): string {
  return withoutReferences(safeLine(text).trim())
    .replace(/&/g, '&amp;')
    .replace(/[\\`*_{}[\]<>#|~]/g, (sign) => `\\${sign}`)
    .replace(/\$/g, () => dollar)
    .replace(/^[-+=:/]/, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}

/** Text of several lines inside a line of Markdown, also in a table: its line breaks stay, the rest as `safeMarkdown`. */
export function safeMarkdownLines(text: string): string {
  return text
    .trim()
    .split(/\r\n|\n|\r/)
    .map(safeMarkdown)
    .join('<br>');
}

/** Text of one line inside an HTML element of a Markdown page, where Markdown is not read: as inert as `safeMarkdown`. */
export function safeMarkdownHtml(text: string): string {
  return withEntities(withoutReferences(safeLine(text).trim())).replace(/\$/g, '<span>$$</span>');
}

/** Text of one line as code in a line of Markdown, a table aside; nothing where there is no text. */
export function safeMarkdownCode(text: string): string {
  const safe = safeLine(text).trim();
  if (safe === '') return '';
  const longest = Math.max(0, ...[...safe.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? fence + safe + fence : `${fence} ${safe} ${fence}`;
}

const xmlEntities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function withEntities(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => xmlEntities[sign] ?? sign);
}

/**
 * Text inside an XML element or, if it is one line, a quoted attribute: nothing in it is markup. What XML 1.0
 * cannot carry is made visible as in `safeLine`; line breaks stay.
 */
export function safeXml(text: string): string {
  return withEntities(safeLines(text).join('\n'));
}

/** Well-formed text: a lone half of a surrogate pair, which no encoding can carry, is replaced. */
export function isWellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}

/** An address with everything encoded that a URI forbids, or that means something in Markdown. */
export function safeUri(address: string): string {
  const [page = '', ...fragment] = isWellFormed(address).split('#');
  const encoded = (part: string): string =>
    part.replace(/[^\w\-.:/?@&+,;=%]|%(?![\da-f]{2})/giu, (sign) =>
      /[!~*()']/.test(sign)
        ? `%${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()}`
        : encodeURIComponent(sign),
    );
  return fragment.length === 0 ? encoded(page) : `${encoded(page)}#${encoded(fragment.join('#'))}`;
}

/** Log text in which nothing is a command to a CI runner: `::name::` first in a line, `##[name]` anywhere. */
export function withoutCommands(text: string): string {
  const hashed = text.includes('##') ? text.replace(/##(?=\w*\[)/g, '#\\u{23}') : text;
  if (!hashed.includes('::')) return hashed;
  return hashed.replace(/^((?:\s|\p{Cc}\[[\d;]*m)*):(?=:)/gmu, '$1\\u{3a}');
}

/** Escapes inside `$'..'` of bash, zsh and ksh. */
const shellEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Quotes a word for a shell. What cannot be shown is escaped, so that the command stays on one line. */
function quoteForShell(word: string): string {
  if (/^[\w@%+:,./-][\w@%+=:,./-]*$/.test(word)) return word;
  if (safeLine(word) === word) return `'${word.replaceAll("'", `'\\''`)}'`;
  const escaped = word
    .replace(/[\\']/g, '\\$&')
    .replace(/[\n\r\t]/g, (sign) => shellEscapes[sign] ?? sign)
    .replace(unsafe(), (sign) => `\\U${(sign.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`);
  return `$'${escaped}'`;
}

/** A part of a command: a word, or a file that a person named. */
export type CommandPart = string | { readonly file: string };

/** Renders a command that a person can paste into a shell. A file is never taken for an option. */
export function renderCommand(parts: readonly CommandPart[]): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return quoteForShell(part);
      return quoteForShell(part.file.startsWith('-') ? `./${part.file}` : part.file);
    })
    .join(' ');
}
