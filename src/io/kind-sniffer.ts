const kinds: ReadonlySet<string> = new Set(['answers', 'sales-system', 'report']);

/** `kind: ...` at the left edge of a block map. */
const blockKind = /^(["']?)kind\1[ \t]*:[ \t]+(["']?)([a-z-]+)\2[ \t]*(?:#.*)?\r?$/m;

/** Pieces of JSON or of a YAML flow map; a comment is one piece. */
const pieces = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[{}[\],:]|#.*|[^\s"'{}[\],:#]+/g;

/** Value of the key `kind` of the outermost map; undefined where it is not in the text. */
function kindInFlow(text: string): string | undefined {
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
 * Whether the beginning of a YAML or JSON file says at its top level that it is answers, a declared system or
 * a report. A guess without parsing: a file that it takes is read properly afterwards.
 */
export function saysOurKind(beginning: string): boolean {
  const text = beginning.replace(/^\uFEFF/, '');
  const opening = /^(?:\s|#[^\n]*\n|---[ \t]*\r?\n)*\{/.exec(text)?.[0];
  const kind = opening === undefined ? blockKind.exec(text)?.[3] : kindInFlow(text.slice(opening.length - 1));
  return kind !== undefined && kinds.has(kind);
}
