import { suggest } from './suggest.ts';

const kinds: readonly string[] = ['answers', 'sales-system', 'report'];

/** `kind: ...` in the first column, as a key of a block map. Its value can have a tag and an anchor, and a line of its own. */
const blockKind = /^(["']?)kind\1[ \t]*:\s+(?:[!&]\S+\s+){0,2}(["']?)([\w-]+)\2[ \t]*(?:#.*)?$/m;

/** What a flow map with a kind of ours has somewhere. */
const ownKindInFlow = /kind["']?\s*:\s*["']?(?:answers|sales-system|report)\b/;

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

/** The version of our documents as a key, wherever it is: no other tool has files of our names with it. */
const ownVersion = /(?:^|[\s"'{,])schemaVersion["']?[ \t]*:/m;

/** Returns the value of `kind` at the top level of a YAML or JSON file, without parsing it. */
export function findKind(raw: string): string | undefined {
  // Text in UTF-16, which reading refuses with a reason, has a NUL beside every Latin letter.
  const text = raw.replaceAll('\0', '').replace(/^[\uFEFF\uFFFD]+/, '');
  const opening = /^(?:\s|#[^\n]*\n|---[ \t]*\r?\n)*\{/.exec(text)?.[0];
  if (opening === undefined) return blockKind.exec(text)?.[3];
  // Large files of other tools need not be taken apart.
  if (!ownKindInFlow.test(text) && !ownVersion.test(text)) return undefined;
  return findKindInFlow(text.slice(opening.length - 1));
}

/**
 * Returns whether a YAML or JSON file declares at its top level that it is answers, a declared system or a report.
 * Guesses without parsing: accepted files are read properly afterwards.
 */
export function declaresOwnKind(text: string): boolean {
  return kinds.includes(findKind(text) ?? '');
}

/** Returns whether a file has the version of our documents and a kind that is nearly one of ours. */
export function resemblesOwnKind(text: string): boolean {
  if (!ownVersion.test(text)) return false;
  const kind = findKind(text);
  return kind !== undefined && !kinds.includes(kind) && suggest(kind, kinds) !== undefined;
}

/**
 * Returns whether the text of a file says nothing that a document of ours has to say. Text with characters that no text
 * has is not judged: reading it says what is wrong.
 */
export function isForeign(text: string): boolean {
  return !/[\0\uFFFD]/.test(text) && !declaresOwnKind(text) && !ownVersion.test(text);
}

/** Returns whether JSON is an output of `check`: its own format, SARIF, or the list of issues for GitLab. */
export function isOutput(text: string): boolean {
  const isOwn = /^\s*\{\s*"verdict"/.test(text) && /"generator":\s*\{\s*"name":\s*"sales-audit"/.test(text);
  const isSarif = /"driver":\s*\{\s*"name":\s*"sales-audit"/.test(text);
  const isForGitlab = /^\s*\[/.test(text) && /"check_name":/.test(text) && /"fingerprint":/.test(text);
  return isOwn || isSarif || isForGitlab;
}
