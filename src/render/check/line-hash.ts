/** Characters that a hash covers, from the start of a line on. */
const hashed = 100;

/** Base of the polynomial hash. */
const base = 37n;

/** `base` to the power of `hashed`: the weight of the character that leaves the window. */
const leaving = BigInt.asUintN(64, base ** BigInt(hashed));

const lineFeed = 10;

/** What represents the end of the file. */
const endOfFile = 65_535;

/**
 * Hashes every line of a file as GitHub does, so that its `upload-sarif` action finds the value that it expects and
 * prints no warning. A hash covers the next 100 characters from the start of the line on, without spaces and tabs. Equal
 * hashes are counted, as in `c129715d7a2bc9a3:2`.
 *
 * Source: `src/fingerprints.ts` of github/codeql-action, which GitHub's page "SARIF support for code scanning" names.
 *
 * @param text the file as it is, with its byte order mark
 */
export function hashLines(text: string): readonly string[] {
  const shown = text.replace(/\r\n?/g, '\n').replace(/[ \t]/g, '');
  const codes = [...Array.from({ length: shown.length }, (_, index) => shown.charCodeAt(index)), endOfFile];
  const getCode = (index: number): bigint => BigInt(codes[index] ?? 0);
  const counts = new Map<string, number>();
  const hashes: string[] = [];
  let hash = 0n;
  for (let index = 0; index < hashed; index += 1) hash = BigInt.asUintN(64, hash * base + getCode(index));
  for (let index = 0; index < codes.length; index += 1) {
    if (index === 0 || codes[index - 1] === lineFeed) {
      const value = hash.toString(16);
      const count = (counts.get(value) ?? 0) + 1;
      counts.set(value, count);
      hashes.push(`${value}:${count}`);
    }
    hash = BigInt.asUintN(64, hash * base + getCode(index + hashed) - leaving * getCode(index));
  }
  return hashes;
}
