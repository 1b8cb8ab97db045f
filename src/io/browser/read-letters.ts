import { inflateSync } from 'node:zlib';

/** Decodes a text of hexadecimal digits, as a PDF writes UTF-16. */
function decodeHex(digits: string): string {
  return Buffer.from(digits, 'hex').swap16().toString('utf16le');
}

/** Sections of a map that name single glyphs, and ranges of glyphs, with the text of the first. */
const sections = /beginbf(char|range)([^]*?)endbf/g;
const single = /<[\da-f]+>\s*<([\da-f]+)>/gi;
const range = /<([\da-f]+)>\s*<([\da-f]+)>\s*<([\da-f]+)>/gi;

/** Reads the texts that a map of a font to Unicode gives its glyphs. */
function readMap(map: string): string[] {
  return [...map.matchAll(sections)].flatMap(([, kind, entries = '']) => {
    if (kind === 'char') return [...entries.matchAll(single)].map(([, text = '']) => decodeHex(text));
    return [...entries.matchAll(range)].flatMap(([, first = '', last = '', text = '']) => {
      const count = Number.parseInt(last, 16) - Number.parseInt(first, 16) + 1;
      const code = decodeHex(text).codePointAt(0) ?? 0;
      return Array.from({ length: count }, (_, step) => String.fromCodePoint(code + step));
    });
  });
}

function inflate(stream: Uint8Array): string {
  try {
    return inflateSync(stream).toString('latin1');
  } catch {
    // Not compressed, or by another method.
    return Buffer.from(stream).toString('latin1');
  }
}

/**
 * Reads the characters that the fonts in a PDF have glyphs for, as far as its text uses them. A character that no font
 * has is drawn as a box, and is in none of these maps. Empty if the PDF has no maps.
 */
export function readLetters(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf);
  const letters = new Set<string>();
  for (let at = bytes.indexOf('stream'); at !== -1; at = bytes.indexOf('stream', at + 1)) {
    if (bytes.toString('latin1', at - 3, at) === 'end') continue;
    const start = bytes.indexOf('\n', at) + 1;
    const end = bytes.indexOf('endstream', start);
    if (start === 0 || end === -1) break;
    const content = inflate(bytes.subarray(start, end));
    if (content.includes('begincmap')) for (const text of readMap(content)) letters.add(text);
    at = end;
  }
  return [...letters].join('');
}
