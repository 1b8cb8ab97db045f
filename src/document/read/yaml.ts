import {
  type Event,
  type MappingEvent,
  type ScalarEvent,
  type SequenceEvent,
  EVENT_ID,
  YAMLException,
  parseEvents,
} from 'js-yaml';
import { type Fault, makeUnsafeFault } from './fault.ts';
import { limits } from './limits.ts';
import { quote } from './quote.ts';
import { explainSyntaxError } from './syntax-fault.ts';
import type { Node } from './tree.ts';
import { buildTree, makeDepthFault } from './build-tree.ts';
import { getCoreTag } from './scalar.ts';

/** The tree of a text, and all faults found while reading it. `root` is undefined if there is no tree. */
export interface YamlTree {
  readonly root: Node | undefined;
  readonly faults: readonly Fault[];
}

/** Parses YAML 1.2 or JSON into a tree: core schema, one document, within the limits. */
export function readYaml(text: string): YamlTree {
  const refused = findDirectives(text);
  let events: readonly Event[];
  try {
    // The parser counts up to two levels more than the tree has: for the innermost value, and for trying to read
    // it as a key. This limit only protects the stack; `buildTree` enforces the exact one.
    events = parseEvents(text, { maxDepth: limits.depth + 2 });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    // The directive already has a fault.
    if (refused.length > 0 && error.reason.includes('irective')) return { root: undefined, faults: refused };
    const at = error.mark?.position ?? 0;
    const fault = error.reason.startsWith('nesting exceeded')
      ? makeDepthFault(at)
      : explainSyntaxError(text, error.reason, at);
    return { root: undefined, faults: [...refused, fault] };
  }
  const { root, end, faults } = buildTree(text, events);
  const more = [...refused, ...findRefused(text, events), ...findSecondDocument(text, events, end)];
  return more.length > 0 ? { root: undefined, faults: more } : { root, faults };
}

/** Finds directives (`%YAML 1.1`) at the start of a text. They would change the meaning of the rest. */
function findDirectives(text: string): Fault[] {
  const faults: Fault[] = [];
  for (let start = 0; start < text.length;) {
    const next = text.indexOf('\n', start) + 1 || text.length;
    const line = text.slice(start, next).trimEnd();
    if (line.startsWith('%')) {
      const message = `Directives such as ${quote(line)} are not supported; every file is YAML 1.2.`;
      faults.push(makeUnsafeFault(start, message, 'Remove the line, and the `---` line after it.'));
    } else if (!/^\s*(?:#|$)/.test(line)) break;
    start = next;
  }
  return faults;
}

/** Core tags by the kind of node that can have them. They only name types that YAML detects by itself. */
const coreTags = { scalar: ['str', 'int', 'float', 'bool', 'null'], list: ['seq'], map: ['map'] } as const;

/** Finds unsupported tags, and anchors and aliases beyond the limit. */
function findRefused(text: string, events: readonly Event[]): Fault[] {
  const faults: Fault[] = [];
  const uses: Record<'anchor' | 'alias', number[]> = { anchor: [], alias: [] };
  for (const event of events) {
    if (event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP) continue;
    if (event.anchorStart !== -1)
      uses[event.type === EVENT_ID.ALIAS ? 'alias' : 'anchor'].push(event.anchorStart - 1);
    if (event.type === EVENT_ID.ALIAS || event.tagStart === -1) continue;
    const kind = getKind(event);
    const tag = text.slice(event.tagStart, event.tagEnd);
    if ((coreTags[kind] as readonly (string | undefined)[]).includes(getCoreTag(tag))) continue;
    const message =
      getCoreTag(tag) === undefined
        ? `The tag ${quote(tag)} is not supported; a value is text, a number, true, false, null, a list or a map.`
        : `The tag ${quote(tag)} does not fit: the value here is a ${kind}.`;
    faults.push(makeUnsafeFault(event.tagStart, message, 'Remove the tag.'));
  }
  for (const [name, plural] of [
    ['anchor', 'anchors (`&name`)'],
    ['alias', 'aliases (`*name`)'],
  ] as const) {
    const extra = uses[name][limits.aliases];
    if (extra === undefined) continue;
    const message = `The file has ${uses[name].length} ${plural}; at most ${limits.aliases} are read.`;
    faults.push(makeUnsafeFault(extra, message, 'Write the values out where they are used.'));
  }
  return faults;
}

function getKind(event: ScalarEvent | SequenceEvent | MappingEvent): keyof typeof coreTags {
  if (event.type === EVENT_ID.SCALAR) return 'scalar';
  return event.type === EVENT_ID.SEQUENCE ? 'list' : 'map';
}

/** Finds a second document after the end of the first. */
function findSecondDocument(text: string, events: readonly Event[], end: number): Fault[] {
  if (events.filter(({ type }) => type === EVENT_ID.DOCUMENT).length < 2) return [];
  const marker = /^(?:---|\.\.\.)(?=\s|$)/gm;
  marker.lastIndex = end;
  const start = marker.exec(text)?.index ?? end;
  const fix = 'Remove the `---` or `...` line before it, or move it into its own file.';
  return [makeUnsafeFault(start, 'A second YAML document starts here; a file contains only one.', fix)];
}
