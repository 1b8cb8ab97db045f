import { type Fault, makeUnsafeFault } from './fault.ts';
import { limits } from './limits.ts';

/** The text of a file, or why it cannot be decoded. `before` is the readable text before the fault. */
export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly before: string; readonly fault: Fault };

const toUtf8 = 'Save the file as UTF-8 and try again.';

/** Byte order marks of encodings that are refused. UTF-32 comes first: its mark starts like that of UTF-16. */
const marks: readonly [name: string, bytes: readonly number[]][] = [
  ['UTF-32', [0xff, 0xfe, 0, 0]],
  ['UTF-32', [0, 0, 0xfe, 0xff]],
  ['UTF-16', [0xff, 0xfe]],
  ['UTF-16', [0xfe, 0xff]],
];

/** Decodes a file: at most 1 MiB of UTF-8. A byte order mark is allowed and stays in the text. */
export function decode(bytes: Uint8Array): Decoded {
  const refuse = (before: string, message: string, fix: string): Decoded => ({
    ok: false,
    before,
    fault: makeUnsafeFault(before.length, message, fix),
  });
  if (bytes.length > limits.bytes) {
    const message = `The file has more than ${limits.bytes} bytes (1 MiB), the most that can be read.`;
    return refuse('', message, 'Split the file, or move long texts out of it.');
  }
  const mark = marks.find(([, start]) => start.every((byte, index) => bytes[index] === byte));
  const zero = bytes.indexOf(0);
  const name = mark?.[0] ?? (zero === -1 ? undefined : detectUtf16(bytes));
  if (name !== undefined) return refuse('', `The file is encoded as ${name}; only UTF-8 is read.`, toUtf8);
  const text = zero === -1 ? decodeUtf8(bytes) : undefined;
  if (text !== undefined) return { ok: true, text };
  const valid = countValidBytes(bytes);
  if (zero !== -1 && zero <= valid) {
    const before = decodeUtf8(bytes.subarray(0, zero)) ?? '';
    return refuse(
      before,
      'The file contains a NUL character, so it is binary or damaged.',
      'Give a text file.',
    );
  }
  const hex = (bytes[valid] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  const message = looksLikeText(bytes)
    ? `The byte ${hex} here is not UTF-8; the file looks like Latin-1 or Windows-1252.`
    : `The byte ${hex} here is not UTF-8; the file is binary or damaged.`;
  return refuse(
    decodeUtf8(bytes.subarray(0, valid)) ?? '',
    message,
    looksLikeText(bytes) ? toUtf8 : 'Give a text file.',
  );
}

/** Detects UTF-16 without a byte order mark: in Western text, every other byte is zero. */
function detectUtf16(bytes: Uint8Array): string | undefined {
  const zeros = [0, 0];
  const sample = bytes.subarray(0, 1024);
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const many = sample.length / 4;
  return (even === 0 && odd > many) || (odd === 0 && even > many) ? 'UTF-16' : undefined;
}

function looksLikeText(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}

let decoder: TextDecoder | undefined;

/** Decodes bytes; returns undefined if they are not UTF-8. */
function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    decoder ??= new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Counts the bytes at the start that are complete UTF-8 characters. */
function countValidBytes(bytes: Uint8Array): number {
  const isValid = (length: number, stream: boolean): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream });
      return true;
    } catch {
      return false;
    }
  };
  if (isValid(bytes.length, false)) return bytes.length;
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isValid(middle, true)) low = middle;
    else high = middle - 1;
  }
  // The search accepts an incomplete character at the end; drop it.
  while (low > 0 && !isValid(low, false)) low -= 1;
  return low;
}
