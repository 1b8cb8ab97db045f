import {
  type Fault,
  type Path,
  makeInvalidFault,
  toPointer,
  makeUnsafeFault,
  type FaultList,
} from './fault.ts';
import { forbiddenKeys } from './limits.ts';
import { quote } from './quote.ts';
import { type Entry, type MapNode, type Node, type ScalarNode, getKey } from './tree.ts';

/** The value of a tree. */
export interface Evaluated {
  readonly value: unknown;
  /** JSON pointers of values that have a fault, so that schema errors for them can be dropped. */
  readonly faulty: ReadonlySet<string>;
}

/**
 * Converts a tree to a plain value. Reports and leaves out keys that are not text, keys that have a special
 * meaning in JavaScript, and duplicate keys.
 *
 * @param faults takes all faults
 * @param expand whether to expand aliases; if false they become null, for a tree whose aliases are refused
 *   and could expand without end
 */
export function toValue(
  root: Node,
  getLine: (offset: number) => number,
  faults: FaultList,
  expand = true,
): Evaluated {
  const faulty = new Set<string>();
  const path: (string | number)[] = [];
  // The target of an alias reports its faults at its own position, not again at each alias.
  let repeating = 0;
  const report = (make: () => Fault): void => {
    if (repeating === 0) faults.add(make);
  };

  const convertScalar = (node: ScalarNode): unknown => {
    const fault = findNumberFault(node, path);
    if (fault === undefined) return node.value;
    report(() => ({ ...fault, path: [...path] }));
    faulty.add(toPointer(path));
    return node.value;
  };

  const convertMap = (node: MapNode): Record<string, unknown> => {
    const value: Record<string, unknown> = {};
    for (const entry of node.entries) {
      const key = getKey(entry);
      if (key !== undefined && Object.hasOwn(value, key)) {
        report(() => {
          const first = node.entries.find((each) => getKey(each) === key) ?? entry;
          return makeDuplicateFault(entry, first, path, getLine);
        });
        continue;
      }
      const fault = findKeyFault(entry);
      if (fault !== undefined) report(() => fault([...path]));
      if (fault !== undefined || key === undefined) continue;
      path.push(key);
      value[key] = convert(entry.value);
      path.pop();
    }
    return value;
  };

  const convert = (node: Node): unknown => {
    if (node.kind === 'scalar') return convertScalar(node);
    if (node.kind === 'map') return convertMap(node);
    if (node.kind === 'alias') {
      if (!expand) return null;
      repeating += 1;
      const value = convert(node.target);
      repeating -= 1;
      return value;
    }
    return node.items.map((item, index) => {
      path.push(index);
      const value = convert(item);
      path.pop();
      return value;
    });
  };
  return { value: convert(root), faulty };
}

function findNumberFault({ value, start }: ScalarNode, path: Path): Fault | undefined {
  if (typeof value !== 'number') return undefined;
  if (!Number.isFinite(value)) {
    return makeUnsafeFault(
      start,
      'This is not a finite number.',
      'Write a number in digits, or put text in quotes.',
      path,
    );
  }
  if (!Number.isInteger(value) || Number.isSafeInteger(value)) return undefined;
  const message = 'This whole number is too large to be stored exactly (beyond 9007199254740991).';
  return makeUnsafeFault(start, message, 'Write a smaller number; put an identifier in quotes.', path);
}

/** Returns what makes the fault of a key at the path of its map; undefined if it has none. */
function findKeyFault({ key }: Entry): ((path: Path) => Fault) | undefined {
  if (key.kind !== 'scalar') {
    const what = key.kind === 'alias' ? 'an alias' : `a ${key.kind}`;
    const message = `The key here is ${what}; a key must be text.`;
    return (path) => makeInvalidFault(key.start, message, 'Write the key as plain text.', path);
  }
  const { value } = key;
  if (typeof value !== 'string') {
    return (path) => {
      const what = value === null ? 'empty' : `the ${typeof value} ${quote(String(value))}`;
      const fix =
        value === null ? 'Write a key before the colon.' : `Put the key in quotes: "${String(value)}".`;
      return makeInvalidFault(key.start, `The key here is ${what}; a key must be text.`, fix, path);
    };
  }
  if (value === '<<' && key.plain) {
    const fix = 'Write the keys of the other map out here.';
    return (path) => makeUnsafeFault(key.start, 'Merge keys (`<<`) are not supported.', fix, path);
  }
  if (!forbiddenKeys.has(value)) return undefined;
  const message = `The key ${quote(value)} is not allowed, because it has a special meaning in JavaScript.`;
  return (path) => makeUnsafeFault(key.start, message, 'Remove or rename it.', path);
}

function makeDuplicateFault(
  { key }: Entry,
  first: Entry,
  path: Path,
  getLine: (offset: number) => number,
): Fault {
  const name = key.kind === 'scalar' ? String(key.value) : '';
  const [line, before] = [getLine(key.start), getLine(first.key.start)];
  const place = line === before ? `earlier on line ${line}` : `on line ${before}`;
  const message = `The key ${quote(name)} on line ${line} is already given ${place}.`;
  return makeUnsafeFault(key.start, message, 'Keep one of them.', [...path, name]);
}
