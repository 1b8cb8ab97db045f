const kinds: ReadonlySet<string> = new Set(['answers', 'sales-system', 'report']);

/** `kind: ...` in the first column, as a key of a block map. */
const blockKind = /^(["']?)kind\1[ \t]*:[ \t]+(["']?)([a-z-]+)\2[ \t]*(?:#.*)?\r?$/m;

/** Tokens of JSON or of a YAML flow map; a comment is one token. */
const pieces = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[{}[\],:]|#.*|[^\s"'{}[\],:#]+/g;

/** Returns the value of `kind` in the outermost map; undefined if the text does not contain it. */
function findKindInFlow(text: string): string | undefined {
  let depth = 0;
  let before = '';
  let last = '';
  for (const [piece] of text.matchAll(pieces)) {
    if (piece.startsWith('#')) continue;
    if (piece === '{' || piece === '[') depth += 1;
    else if (piece === '}' || piece === ']') depth -= 1;
    else if (depth === 1 && last === ':' && before === 'kind') return piece.replaceAll(/^["']|["']$/g, '');
    if (depth === 0) return undefined;
    before =
      last === '{' || last === ',' ? piece.replaceAll(/^["']|["']$/g, '') : piece === ':' ? before : '';
    last = piece;
  }
  return undefined;
}

/**
 * Returns the `kind` that the beginning of a YAML or JSON file declares at its top level; undefined if it declares
 * none. Guesses without parsing: accepted files are read properly afterwards.
 */
export function findKind(beginning: string): string | undefined {
  const text = beginning.replace(/^\uFEFF/, '');
  const opening = /^(?:\s|#[^\n]*\n|---[ \t]*\r?\n)*\{/.exec(text)?.[0];
  return opening === undefined ? blockKind.exec(text)?.[3] : findKindInFlow(text.slice(opening.length - 1));
}

/** Returns whether the beginning of a file declares that it is answers, a declared system or a report. */
export function declaresOwnKind(beginning: string): boolean {
  const kind = findKind(beginning);
  return kind !== undefined && kinds.has(kind);
}

/** The version of our documents as a key, wherever it is: no other tool has files of our names with it. */
const ownVersion = /(?:^|[\s"'{,])schemaVersion["']?[ \t]*:/m;

/**
 * Returns whether the text of a file says nothing that a document of ours has to say. Text with characters that no text
 * has is not judged: reading it says what is wrong.
 */
export function isForeign(text: string): boolean {
  return !/[\0\uFFFD]/.test(text) && !declaresOwnKind(text) && !ownVersion.test(text);
}
