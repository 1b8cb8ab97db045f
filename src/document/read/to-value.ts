import { type Fault, type Path, makeInvalidFault, toPointer, makeUnsafeFault } from './fault.ts';
import { forbiddenKeys } from './limits.ts';
import { quote } from './quote.ts';
import { type Entry, type MapNode, type Node, type ScalarNode, getKey } from './tree.ts';

/** The value that a tree stands for, and what in it is refused. */
export interface Evaluated {
  readonly value: unknown;
  readonly faults: readonly Fault[];
  /** JSON pointers of values that have a fault already, so that a schema need not speak of them. */
  readonly faulty: ReadonlySet<string>;
}

/**
 * Turns a tree into a plain value. Left out of it: keys that are no text, keys that JavaScript gives a
 * meaning of its own, and keys that are there already; each has a fault. One set per map finds the last.
 *
 * @param expand whether aliases become what they stand for; without it they become null, for a tree
 *   whose aliases are refused and could unfold without end
 */
export function toValue(root: Node, lineOf: (offset: number) => number, expand = true): Evaluated {
  const faults: Fault[] = [];
  const faulty = new Set<string>();
  const path: (string | number)[] = [];
  // What an alias repeats has had its faults where it is written.
  let repeating = 0;
  const report = (fault: Fault): void => {
    if (repeating === 0) faults.push(fault);
  };

  const scalar = (node: ScalarNode): unknown => {
    const fault = numberFault(node, path);
    if (fault === undefined) return node.value;
    report({ ...fault, path: [...path] });
    faulty.add(toPointer(path));
    return node.value;
  };

  const map = (node: MapNode): Record<string, unknown> => {
    const value: Record<string, unknown> = {};
    const first = new Map<string, Entry>();
    for (const entry of node.entries) {
      const key = getKey(entry);
      const before = key === undefined ? undefined : first.get(key);
      const fault =
        before === undefined ? keyFault(entry, [...path]) : repeatedKey(entry, before, path, lineOf);
      if (fault !== undefined || key === undefined) {
        if (fault !== undefined) report(fault);
        continue;
      }
      first.set(key, entry);
      path.push(key);
      value[key] = convert(entry.value);
      path.pop();
    }
    return value;
  };

  const convert = (node: Node): unknown => {
    if (node.kind === 'scalar') return scalar(node);
    if (node.kind === 'map') return map(node);
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
  return { value: convert(root), faults, faulty };
}

function numberFault({ value, start }: ScalarNode, path: Path): Fault | undefined {
  if (typeof value !== 'number') return undefined;
  if (!Number.isFinite(value)) {
    return makeUnsafeFault(
      start,
      'This is no finite number.',
      'Write a number in digits, or put text in quotes.',
      path,
    );
  }
  if (!Number.isInteger(value) || Number.isSafeInteger(value)) return undefined;
  const message = 'This whole number is too large to be kept exactly (beyond 9007199254740991).';
  return makeUnsafeFault(start, message, 'Write a smaller number; put an identifier in quotes.', path);
}

function keyFault({ key }: Entry, path: Path): Fault | undefined {
  if (key.kind !== 'scalar') {
    const what = key.kind === 'alias' ? 'an alias' : `a ${key.kind}`;
    return makeInvalidFault(
      key.start,
      `The key here is ${what}; a key is text.`,
      'Write the key as plain text.',
      path,
    );
  }
  if (typeof key.value !== 'string') {
    const what = key.value === null ? 'empty' : `the ${typeof key.value} ${quote(String(key.value))}`;
    const fix =
      key.value === null ? 'Write a key before the colon.' : `Put the key in quotes: "${String(key.value)}".`;
    return makeInvalidFault(key.start, `The key here is ${what}; a key is text.`, fix, path);
  }
  if (key.value === '<<' && key.plain) {
    const fix = 'Write the keys of the other map out here.';
    return makeUnsafeFault(key.start, 'Merge keys (`<<`) are not supported.', fix, path);
  }
  if (!forbiddenKeys.has(key.value)) return undefined;
  const message = `The key ${quote(key.value)} is not allowed, because JavaScript gives it a meaning of its own.`;
  return makeUnsafeFault(key.start, message, 'Remove or rename it.', path);
}

function repeatedKey({ key }: Entry, first: Entry, path: Path, lineOf: (offset: number) => number): Fault {
  const name = key.kind === 'scalar' ? String(key.value) : '';
  const [line, before] = [lineOf(key.start), lineOf(first.key.start)];
  const place = line === before ? `earlier on line ${line}` : `on line ${before}`;
  const message = `The key ${quote(name)} on line ${line} is already given ${place}.`;
  return makeUnsafeFault(key.start, message, 'Keep one of them.', [...path, name]);
}
