import { decode } from './decode.ts';
import { type Fault, type Path, makeInvalidFault, makeUnsafeFault, FaultList } from './fault.ts';
import { type Position, createLocator, createLineIndex } from './positions.ts';
import { createFinder, type Found, type Node, type Span } from './tree.ts';
import { toValue } from './to-value.ts';
import { readYaml } from './yaml.ts';

/** A parsed file: its value, and all faults that do not depend on a schema. */
export interface Parsed {
  readonly ok: true;
  /** The whole text, including a byte order mark. */
  readonly text: string;
  readonly value: unknown;
  /** The first faults. */
  readonly faults: readonly Fault[];
  /** Number of all faults. */
  readonly faultCount: number;
  /** JSON pointers of the values that have a fault. */
  readonly faulty: ReadonlySet<string>;
  readonly places: (span: Span) => Position;
  readonly locate: (path: Path, what?: 'key' | 'value') => Position;
  readonly find: (path: Path) => Found;
  /** Returns the source text of a node. */
  readonly getSource: (span: Span) => string;
}

/** A file that could not be parsed. `text` is undefined if the bytes are not text. */
export interface Unparsed {
  readonly ok: false;
  readonly text: string | undefined;
  /** The first faults. */
  readonly faults: readonly Fault[];
  /** Number of all faults. */
  readonly faultCount: number;
  readonly places: (span: Span) => Position;
}

/** Parses a file: checks encoding, limits, syntax, and the rules for every kind of document. */
export function parse(bytes: Uint8Array): Parsed | Unparsed {
  const decoded = decode(bytes);
  if (!decoded.ok) {
    const places = createLineIndex(decoded.before);
    return { ok: false, text: undefined, faults: [decoded.fault], faultCount: 1, places };
  }
  return parseText(decoded.text);
}

/** Parses decoded text, as `parse` does. */
export function parseText(text: string): Parsed | Unparsed {
  // Offsets exclude the byte order mark, because editors do not show it.
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const places = createLineIndex(body);
  const getLine = (offset: number): number => places({ start: offset, end: offset }).line;
  const faults = new FaultList();
  const fail = (): Unparsed => {
    // What cannot be read has no text that a marker could belong to.
    const conflict = indentedEnd.test(body) ? findMergeConflict(body, indentedStart) : undefined;
    const [kept, faultCount] = conflict === undefined ? [faults.kept, faults.count] : [[conflict], 1];
    return { ok: false, text, faults: kept, faultCount, places };
  };

  const carriageReturn = body.search(/\r(?!\n)/);
  if (carriageReturn !== -1) {
    const message = 'There is a carriage return here without a line feed after it; lines end in LF or CRLF.';
    const fix = 'Save the file with LF (Unix) or CRLF (Windows) line endings.';
    faults.add(() => makeUnsafeFault(carriageReturn, message, fix));
    return fail();
  }
  const conflict = findMergeConflict(body, conflictMarker);
  if (conflict !== undefined) {
    faults.add(() => conflict);
    return fail();
  }
  const root = readTree(body, faults);
  if (root === undefined) return fail();
  if (faults.count > 0) {
    toValue(root, getLine, faults, false);
    return fail();
  }
  return { ok: true, text, places, ...makeParsed(root, body, getLine, places) };
}

/** The lines that git and jj write around and between the two sides of a conflict. */
const conflictMarker = /^(?:<{7}|>{7}|%{7})(?: .*)?\r?$/m;

/** Such lines after an editor has indented them. They could be text: both count, where the text cannot be read. */
const indentedStart = /^[ \t]+<{7}(?: .*)?\r?$/m;
const indentedEnd = /^[ \t]+>{7}(?: .*)?\r?$/m;

/** Finds an unresolved merge. Everything else that is wrong follows from it, so it is the only fault. */
function findMergeConflict(body: string, marker: RegExp): Fault | undefined {
  const start = body.search(marker);
  if (start === -1) return undefined;
  const message = 'This is an unresolved merge: git left both versions here, between conflict markers.';
  const fix =
    'Keep what is right in both versions, remove the lines that start with <<<<<<<, ======= or >>>>>>>, and run it again.';
  return makeInvalidFault(start, message, fix);
}

function makeParsed(
  root: Node,
  body: string,
  getLine: (offset: number) => number,
  places: (span: Span) => Position,
): Pick<Parsed, 'value' | 'faults' | 'faultCount' | 'faulty' | 'locate' | 'find' | 'getSource'> {
  const faults = new FaultList();
  const { value, faulty } = toValue(root, getLine, faults);
  let find: Parsed['find'] | undefined;
  return {
    value,
    faults: faults.kept,
    faultCount: faults.count,
    faulty,
    locate: createLocator(root, places),
    find: (path) => (find ??= createFinder(root))(path),
    getSource: ({ start, end }) => body.slice(start, end),
  };
}

/** Reads the tree of a text. A text without a value is a fault. */
function readTree(body: string, faults: FaultList): Node | undefined {
  const root = readYaml(body, faults);
  const isEmpty = root === undefined || (root.kind === 'scalar' && root.plain && root.start === root.end);
  if (faults.count > 0 || !isEmpty) return root;
  const what = body.trim() === '' ? 'The file is empty.' : 'The file contains only comments and markers.';
  faults.add(() => makeInvalidFault(0, what, 'Write a document, or remove the file.'));
  return undefined;
}
