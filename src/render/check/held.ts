import { measureWidth, wrap } from '#render/terminal/layout.ts';

/** A label leaves its text at least this many columns, however narrow the terminal is. */
const leastRoom = 12;

/**
 * Text behind a label of ours, wrapped. Every further line starts with a bar: text from files never starts a
 * line, so no log reader can take it for a command.
 */
export function alignLabels(label: string, text: string, width: number): string[] {
  const indent = measureWidth(label);
  const further = `${' '.repeat(Math.max(0, indent - 2))}| `;
  return wrap(text, Math.max(leastRoom, width - Math.max(indent, 2))).map(
    (line, index) => (index === 0 ? label : further) + line,
  );
}
