import { escapeLine } from '#render/escape.ts';
import { measureWidth, wrap } from '#render/terminal/layout.ts';
import type { CheckContext } from './context.ts';

/** Minimum width of the text after a label, in columns, however narrow the terminal. */
const leastRoom = 12;

/**
 * Wraps text after a label. Further lines start with a bar: text from files never starts a line, so no CI log
 * takes it for a command.
 */
export function alignLabels(label: string, text: string, width: number): string[] {
  const indent = measureWidth(label);
  const further = `${' '.repeat(Math.max(0, indent - 2))}| `;
  return wrap(text, Math.max(leastRoom, width - Math.max(indent, 2))).map(
    (line, index) => (index === 0 ? label : further) + line,
  );
}

/** Renders a section; nothing if it is empty. */
export function renderSection(title: string, lines: readonly string[], { theme }: CheckContext): string[] {
  return lines.length === 0 ? [] : [theme.strong(title), ...lines, ''];
}

/** Renders a list. Escapes its texts. */
export function renderBullets(texts: readonly string[], { width, theme }: CheckContext): string[] {
  return texts.flatMap((text) => alignLabels(`  ${theme.signs.dash} `, escapeLine(text), width));
}
