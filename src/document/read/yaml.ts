import {
  type Event,
  type MappingEvent,
  type ScalarEvent,
  type SequenceEvent,
  EVENT_ID,
  YAMLException,
  parseEvents,
} from 'js-yaml';
import { makeUnsafeFault, type FaultList } from './fault.ts';
import { limits } from './limits.ts';
import { quote } from './quote.ts';
import { explainSyntaxError } from './syntax-fault.ts';
import type { Node } from './tree.ts';
import { buildTree, makeDepthFault } from './build-tree.ts';
import { getCoreTag } from './scalar.ts';

/**
 * Parses YAML 1.2 or JSON into a tree: core schema, one document, within the limits.
 *
 * @param faults takes all faults
 * @returns undefined if there is no tree
 */
export function readYaml(text: string, faults: FaultList): Node | undefined {
  findDirectives(text, faults);
  if (hasTooManyStarts(text)) {
    const most = limits.starts.toLocaleString('en');
    const message = `The file has more than ${most} commas, colons, dashes and brackets that could start a value, the most that can be read.`;
    faults.add(() => makeUnsafeFault(0, message, 'Remove what does not belong to the document.'));
    return undefined;
  }
  let events: readonly Event[];
  try {
    // The parser counts up to two levels more than the tree has: for the innermost value, and for trying to read
    // it as a key. This limit only protects the stack; `buildTree` enforces the exact one.
    events = parseEvents(text, { maxDepth: limits.depth + 2 });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    // The directive already has a fault.
    if (faults.count > 0 && error.reason.includes('irective')) return undefined;
    const at = error.mark?.position ?? 0;
    faults.add(() =>
      error.reason.startsWith('nesting exceeded')
        ? makeDepthFault(at)
        : explainSyntaxError(text, error.reason, at),
    );
    return undefined;
  }
  if (countValues(events) > limits.values) {
    const message = `The file has more than ${limits.values.toLocaleString('en')} values, the most that can be read.`;
    faults.add(() => makeUnsafeFault(0, message, 'Remove what does not belong to the document.'));
    return undefined;
  }
  findRefused(text, events, faults);
  const isRefused = faults.count > 0;
  const { root, end } = buildTree(text, events, faults);
  return findSecondDocument(text, events, end, faults) || isRefused ? undefined : root;
}

/**
 * Returns whether a text has more places where a value can start than are read. The parser cannot be stopped at a number
 * of values, and would take several hundred megabytes for a file of nothing else.
 */
function hasTooManyStarts(text: string): boolean {
  if (text.length <= limits.starts) return false;
  const start = /[,[{:]|[-?](?=\s)/g;
  let count = 0;
  while (count <= limits.starts && start.test(text)) count += 1;
  return count > limits.starts;
}

/** Counts the values and keys of a text. */
function countValues(events: readonly Event[]): number {
  return events.reduce((sum, { type }) => (type === EVENT_ID.POP ? sum : sum + 1), 0);
}

/** Finds directives (`%YAML 1.1`) at the start of a text. They would change the meaning of the rest. */
function findDirectives(text: string, faults: FaultList): void {
  for (let start = 0; start < text.length;) {
    const next = text.indexOf('\n', start) + 1 || text.length;
    const line = text.slice(start, next).trimEnd();
    if (line.startsWith('%')) {
      const message = `Directives such as ${quote(line)} are not supported; every file is YAML 1.2.`;
      const at = start;
      faults.add(() => makeUnsafeFault(at, message, 'Remove the line, and the `---` line after it.'));
    } else if (!/^\s*(?:#|$)/.test(line)) break;
    start = next;
  }
}

/** Core tags by the kind of node that can have them. They only name types that YAML detects by itself. */
const coreTags = { scalar: ['str', 'int', 'float', 'bool', 'null'], list: ['seq'], map: ['map'] } as const;

/** Finds unsupported tags, and anchors and aliases beyond the limit. */
function findRefused(text: string, events: readonly Event[], faults: FaultList): void {
  const uses: Record<'anchor' | 'alias', number[]> = { anchor: [], alias: [] };
  for (const event of events) {
    if (event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP) continue;
    if (event.anchorStart !== -1)
      uses[event.type === EVENT_ID.ALIAS ? 'alias' : 'anchor'].push(event.anchorStart - 1);
    if (event.type === EVENT_ID.ALIAS || event.tagStart === -1) continue;
    const kind = getKind(event);
    const tag = text.slice(event.tagStart, event.tagEnd);
    if ((coreTags[kind] as readonly (string | undefined)[]).includes(getCoreTag(tag))) continue;
    faults.add(() => {
      const message =
        getCoreTag(tag) === undefined
          ? `The tag ${quote(tag)} is not supported; a value is text, a number, true, false, null, a list or a map.`
          : `The tag ${quote(tag)} does not fit: the value here is a ${kind}.`;
      return makeUnsafeFault(event.tagStart, message, 'Remove the tag.');
    });
  }
  for (const [name, plural] of [
    ['anchor', 'anchors (`&name`)'],
    ['alias', 'aliases (`*name`)'],
  ] as const) {
    const extra = uses[name][limits.aliases];
    if (extra === undefined) continue;
    const message = `The file has ${uses[name].length} ${plural}; at most ${limits.aliases} are read.`;
    faults.add(() => makeUnsafeFault(extra, message, 'Write the values out where they are used.'));
  }
}

function getKind(event: ScalarEvent | SequenceEvent | MappingEvent): keyof typeof coreTags {
  if (event.type === EVENT_ID.SCALAR) return 'scalar';
  return event.type === EVENT_ID.SEQUENCE ? 'list' : 'map';
}

/** Finds a second document after the end of the first. Returns whether there is one. */
function findSecondDocument(text: string, events: readonly Event[], end: number, faults: FaultList): boolean {
  if (events.filter(({ type }) => type === EVENT_ID.DOCUMENT).length < 2) return false;
  const marker = /^(?:---|\.\.\.)(?=\s|$)/gm;
  marker.lastIndex = end;
  const start = marker.exec(text)?.index ?? end;
  const fix = 'Remove the `---` or `...` line before it, or move it into its own file.';
  faults.add(() =>
    makeUnsafeFault(start, 'A second YAML document starts here; a file contains only one.', fix),
  );
  return true;
}
