/**
 * Text from files and people passes through here before it reaches a terminal. What could move the
 * cursor, change colours, reorder or hide text is shown as `\u{..}` instead of being obeyed.
 */

/** Control and format characters: C0, DEL, C1, line and paragraph separators, bidi, zero-width, tags, what is no character. */
const unsafe =
  /[\p{Cc}\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}]|\p{Cs}/gu;

/** A zero-width joiner between two pictographs makes one emoji of them and is left alone. */
const joinsEmoji = /\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\ufe0f)*$/u;

function visible(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** One line of text that is safe to print: a line break becomes a space, a tab becomes a space. */
export function safeLine(text: string): string {
  return text
    .replace(/\r\n|[\n\r\t]/g, ' ')
    .replace(unsafe, (character, index: number, whole: string) =>
      character === '\u200d' &&
      joinsEmoji.test(whole.slice(Math.max(0, index - 8), index)) &&
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
const startsFormula = /^[\s\p{Cf}\p{Cc}]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;

/** A cell of a CSV file: quoted where it has to be, and never a formula. */
export function safeCell(text: string): string {
  const safe = safeLines(text).join('\n');
  const inert = startsFormula.test(safe) && !/^-?\d+(\.\d+)?$/.test(safe) ? `'${safe}` : safe;
  return /[",\n\r]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** Text inside a line of Markdown: nothing in it is markup, a link, HTML or a mention. */
export function safeMarkdown(text: string): string {
  return safeLine(text)
    .replace(/[\\`*_{}[\]<>#|~$]/g, (sign) => `\\${sign}`)
    .replace(/&/g, '&amp;')
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2')
    .replace(/@(?=\w)/g, '@\u2060')
    .replace(/(https?|ftp):(?=\/\/)/gi, '$1\\:')
    .replace(/\bwww\.(?=\w)/gi, 'www\\.');
}

const xmlEntities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/**
 * Text inside an XML element or, if it is one line, a quoted attribute: nothing in it is markup. What XML 1.0
 * cannot carry is made visible as in `safeLine`; line breaks stay.
 */
export function safeXml(text: string): string {
  return safeLines(text)
    .join('\n')
    .replace(/[&<>"']/g, (sign) => xmlEntities[sign] ?? sign);
}

/** Log text in which nothing is a command to a CI runner: `::name::` first in a line, `##[name]` anywhere. */
export function withoutCommands(text: string): string {
  return text.replace(/##(?=\w*\[)/g, '#\\u{23}').replace(/^((?:\s|\p{Cc}\[[\d;]*m)*):(?=:)/gmu, '$1\\u{3a}');
}
