/**
 * Escapes text from files and people, with one function for each medium. Characters that could move the
 * cursor, change colors, reorder or hide text are shown as `\u{..}`.
 */

/** Control and format characters: C0, DEL, C1, separators, bidi, zero-width, tags, noncharacters. */
const unsafe =
  /[\p{Cc}\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e00ff}\u{e01f0}-\u{e0fff}]|\p{Cs}/gu;

/** The end of an emoji that a zero-width joiner may continue. */
const joinsEmoji = /\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\ufe0f)*$/u;

function showCodePoint(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** Replaces every character that could move the cursor, change colors, reorder or hide text. */
export function replaceUnsafe(text: string, replace: (character: string) => string): string {
  return text.replace(unsafe, replace);
}

/** Printable ASCII, which needs no escaping. */
const ordinary = /^[ -~]*$/;

/** Returns text as one line that is safe to print. Line breaks and tabs become spaces. */
export function escapeLine(text: string): string {
  if (ordinary.test(text)) return text;
  return text
    .replace(/\r\n|[\n\r\t]/g, ' ')
    .replace(unsafe, (character, index: number, whole: string) =>
      character === '\u200d' &&
      joinsEmoji.test(whole.slice(Math.max(0, index - 8), index)) &&
      /^\p{Extended_Pictographic}/u.test(whole.slice(index + 1))
        ? character
        : showCodePoint(character),
    );
}

/** Returns the lines of a text, each escaped as by `escapeLine`. */
export function escapeLines(text: string): string[] {
  return text.split(/\r\n|\n|\r/).map(escapeLine);
}

/** Returns text of several lines that is safe to print: no line of it is a command to a CI runner. */
export function escapeText(text: string): string {
  return escapeCommands(escapeLines(text).join('\n'));
}

/** Matches text that a spreadsheet reads as a formula, even after white space and invisible characters. */
const startsFormula = /^[\s\p{Cf}\p{Cc}]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;

/** Matches where a formula would start a cell in a program that splits at semicolons and ignores quotes. */
const startsCell = /(?<=[;\n])(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/gu;

/**
 * Returns a CSV cell, quoted where necessary. Neither the cell nor any line of it is a formula.
 *
 * @param separator the sign between cells
 */
export function escapeCell(text: string, separator = ','): string {
  const safe = escapeLines(text).join('\n').replace(startsCell, "'");
  const inert = startsFormula.test(safe) && !/^-?\d+(\.\d+)?$/.test(safe) ? `'${safe}` : safe;
  const needsQuotes = inert.includes(separator) || /["\n\r]/.test(inert);
  return needsQuotes ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** An invisible character (word joiner) that breaks a mention, reference or URL. */
const breaker = '\u2060';

/**
 * What GitHub and GitLab link after parsing Markdown, so that a backslash does not prevent it: mentions,
 * issues, labels, milestones, tickets, projects, wiki pages, emoji, URLs. The breaker goes after each match.
 */
const references: readonly RegExp[] = [
  /@|\[|\{(?=[-+])/g,
  /[#!&^](?=\d)|[%~](?=["'\w{])|\*(?=iteration:)/g,
  /:(?=[-+\w]+:|\/\/)|\bwww(?=\.)/gi,
  /\b[A-Z][A-Z\d_]+-(?=\d)/g,
  /\b(?:gh-(?=\d)|ghsa-)/gi,
  /[\w.-]\/[\w.-]+(?=>)/g,
];

/** A commit hash: forges link seven or more hexadecimal digits. */
const commit = /(?<![^\W_])(?=\d*[a-f]|\d{40})(?=[a-f]*\d|[a-f]{40})[\da-f]{7,}(?![^\W_])/gi;

function breakReferences(text: string): string {
  return references
    .reduce((whole, reference) => whole.replace(reference, `$&${breaker}`), text)
    .replace(commit, (digits) => digits.replace(/.{6}/g, `$&${breaker}`));
}

/** A dollar sign that starts no formula: GitHub needs an element around it, GitLab a backslash. */
const dollar = '<span>\\$</span>';

/**
 * Escapes text for use inside a line of Markdown: no markup, link, HTML, mention, reference or quick action.
 * Trims white space, because four leading spaces would start a code block.
 */
export function escapeMarkdown(text: string): string {
  return breakReferences(escapeLine(text).trim())
    .replace(/&/g, '&amp;')
    .replace(/[\\`*_{}[\]<>#|~]/g, (sign) => `\\${sign}`)
    .replace(/\$/g, () => dollar)
    .replace(/^[-+=:/]/, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}

/** Escapes text of several lines for a line or table cell of Markdown. Line breaks become `<br>`. */
export function escapeMarkdownLines(text: string): string {
  return text
    .trim()
    .split(/\r\n|\n|\r/)
    .map(escapeMarkdown)
    .join('<br>');
}

/** Escapes text for an HTML element inside a Markdown page, where Markdown is not parsed. */
export function escapeMarkdownHtml(text: string): string {
  return encodeEntities(breakReferences(escapeLine(text).trim())).replace(/\$/g, '<span>$$</span>');
}

/** Returns text as inline code in Markdown, empty for blank text. Not for table cells. */
export function escapeMarkdownCode(text: string): string {
  const safe = escapeLine(text).trim();
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

function encodeEntities(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => xmlEntities[sign] ?? sign);
}

/**
 * Escapes text for an XML element or, if it is one line, a quoted attribute. Characters that XML 1.0 forbids
 * are made visible as by `escapeLine`. Line breaks stay.
 */
export function escapeXml(text: string): string {
  return encodeEntities(escapeLines(text).join('\n'));
}

/** Returns well-formed text: lone surrogates, which no encoding can represent, are replaced. */
export function toWellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}

/** Encodes every character of a URL that a URI forbids or Markdown interprets. */
export function escapeUri(address: string): string {
  const [page = '', ...fragment] = toWellFormed(address).split('#');
  const encodePart = (part: string): string =>
    part.replace(/[^\w\-.:/?@&+,;=%]|%(?![\da-f]{2})/giu, (sign) =>
      /[!~*()']/.test(sign)
        ? `%${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()}`
        : encodeURIComponent(sign),
    );
  return fragment.length === 0 ? encodePart(page) : `${encodePart(page)}#${encodePart(fragment.join('#'))}`;
}

/** Escapes commands to CI runners in log text: `::name::` at the start of a line, `##[name]` anywhere. */
export function escapeCommands(text: string): string {
  const hashed = text.includes('##') ? text.replace(/##(?=\w*\[)/g, '#\\u{23}') : text;
  if (!hashed.includes('::')) return hashed;
  return hashed.replace(/^((?:\s|\p{Cc}\[[\d;]*m)*):(?=:)/gmu, '$1\\u{3a}');
}
