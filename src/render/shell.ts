/**
 * Commands to paste into a shell. Every command that is printed with a name in it is rendered here. It stays on one
 * line, and what could hide or reorder its text is escaped, so that it shows what it does.
 */
import type { Shell } from '#domain/shell.ts';
import { escapeLine, replaceUnsafe } from './escape.ts';

/** A part of a command: a word, or a file that a person named. */
export type CommandPart = string | { readonly file: string };

/** Words that a shell takes as they are. */
const plain: Readonly<Record<Shell, RegExp>> = {
  posix: /^[\w@%+:,./-][\w@%+=:,./-]*$/,
  fish: /^[\w@+:,./-][\w@+=:,./-]*$/,
  // A comma makes a list, @ at the start inserts one, and -a:b and -a.b are split.
  powershell: /^(?:[\w+./\\-]|--)[\w+=./\\-]*$/,
  // cmd itself splits at commas, semicolons and equals signs, but passes them on to a program.
  cmd: /^[\w@+:,./\\-][\w@+=:,./\\-]*$/,
};

const toCode = (sign: string, digits: number): string =>
  (sign.codePointAt(0) ?? 0).toString(16).padStart(digits, '0');

/** Quotes for bash, zsh and ksh: `'..'`, or `$'..'` for what cannot be shown (POSIX.1-2024, XCU 2.2). */
function quoteForPosix(word: string): string {
  if (escapeLine(word) === word) return `'${word.replaceAll("'", `'\\''`)}'`;
  const escaped = word
    .replace(/[\\']/g, '\\$&')
    // Not all versions of bash and zsh know that this quotes, too, when they look for `!`.
    .replaceAll('!', '\\x21')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
  return `$'${replaceUnsafe(escaped, (sign) => `\\U${toCode(sign, 8)}`)}'`;
}

/** Quotes for fish: only `\\` and `'` are special in `'..'`, and other escapes go outside (fish manual, Quotes). */
function quoteForFish(word: string): string {
  const quoted = `'${word.replace(/[\\']/g, '\\$&')}'`
    .replaceAll('\n', "'\\n'")
    .replaceAll('\r', "'\\r'")
    .replaceAll('\t', "'\\t'");
  return replaceUnsafe(quoted, (sign) => `'\\U${toCode(sign, 8)}'`);
}

/**
 * Quotes for PowerShell, where `'..'` has no escapes but a doubled quote, and typographic quotes count as quotes, too
 * (about_Quoting_Rules). What cannot be shown is computed inside `".."`, which Windows PowerShell 5.1 knows as well.
 */
function quoteForPowerShell(word: string): string {
  if (escapeLine(word) === word) return `'${word.replace(/['\u2018-\u201b]/g, '$&$&')}'`;
  const escaped = word
    .replace(/[`$"\u201c-\u201e]/g, '`$&')
    .replaceAll('\n', '`n')
    .replaceAll('\r', '`r')
    .replaceAll('\t', '`t');
  return `"${replaceUnsafe(escaped, (sign) => `$([char]::ConvertFromUtf32(0x${toCode(sign, 1)}))`)}"`;
}

/**
 * Quotes for cmd, which knows `".."`, expands `%NAME%` even there, and leaves the rest to the program: that reads `\"`
 * as a quote (Microsoft C: Parsing C command-line arguments). A percent sign is therefore outside, after a caret,
 * which ends the name of the variable. No name on Windows has a control character.
 */
function quoteForCmd(word: string): string {
  const quoted = escapeLine(word)
    .replace(/(\\*)(["%])/g, (_all, slashes: string, sign: string) =>
      // Backslashes count twice before a quote, which ends the quoted part here.
      sign === '%' ? `${slashes}${slashes}"^%"` : `${slashes}${slashes}"\\^""`,
    )
    .replace(/\\+$/, '$&$&');
  return `"${quoted}"`;
}

const quote: Readonly<Record<Shell, (word: string) => string>> = {
  posix: quoteForPosix,
  fish: quoteForFish,
  powershell: quoteForPowerShell,
  cmd: quoteForCmd,
};

/** Renders a command that a person can paste into a shell. A file is never read as an option. */
export function renderCommand(parts: readonly CommandPart[], shell: Shell): string {
  const words = parts.map((part) => {
    if (typeof part === 'string') return part;
    return part.file.startsWith('-') ? `./${part.file}` : part.file;
  });
  const [program = '', ...rest] = words.map((word) => (plain[shell].test(word) ? word : quote[shell](word)));
  // In PowerShell, a quoted word at the start is a text that is printed.
  const call = shell === 'powershell' && /^['"]/.test(program) ? `& ${program}` : program;
  return [call, ...rest].join(' ');
}

/** Renders commands of which each runs if the one before it went well. */
export function renderCommands(commands: readonly (readonly CommandPart[])[], shell: Shell): string {
  const rendered = commands.map((parts) => renderCommand(parts, shell));
  // Windows PowerShell 5.1 has no `&&`.
  return shell === 'powershell'
    ? rendered.reduceRight((rest, command) => `${command}; if ($?) { ${rest} }`)
    : rendered.join(' && ');
}
