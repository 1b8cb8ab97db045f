/** Files that people send back instead of a form, because they opened it in another program. */

/** A file that is no form, and what to do. */
export interface ForeignFile {
  /** What it is: `a Word document`. */
  readonly what: string;
  readonly advice: string;
}

const asText = 'Save it there as plain text (.txt, encoding UTF-8), and import that.';
const asWorkbook = 'Save it there as .xlsx, and import that.';

/** Files by a text that only they have, near the beginning or, in archives, as the name of a part. */
const signs: readonly (readonly [sign: string, what: string, advice: string])[] = [
  ['word/document.xml', 'a Word document', asText],
  ['application/vnd.oasis.opendocument.text', 'an OpenDocument text', asText],
  ['application/vnd.oasis.opendocument.spreadsheet', 'an OpenDocument spreadsheet', asWorkbook],
  ['ppt/presentation.xml', 'a presentation', 'Fill in the form itself.'],
  ['Index/Document.iwa', 'a document of Pages or Numbers', 'Export it as plain text or .xlsx.'],
];

/** Files by what they begin with. */
const beginnings: readonly (readonly [beginning: string, what: string, advice: string])[] = [
  ['{\\rtf', 'an RTF document', asText],
  ['%PDF-', 'a PDF', 'Ask for the file that was filled in.'],
  [
    '\u00d0\u00cf\u0011\u00e0',
    'a document of an old version of Word or Excel',
    'Save it there as plain text (.txt, encoding UTF-8) or as .xlsx, and import that.',
  ],
];

/** Matches the beginning of a web page. */
const page = /^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype html|html)/i;

/** Tells what a file is that is no form and no answers. Returns undefined for any other. */
export function detectForeignFile(bytes: Uint8Array): ForeignFile | undefined {
  // Each byte is a character, so that any file can be searched.
  const text = new TextDecoder('latin1').decode(bytes);
  const isArchive = text.startsWith('PK');
  const found =
    beginnings.find(([beginning]) => text.startsWith(beginning)) ??
    (isArchive ? signs.find(([sign]) => text.includes(sign)) : undefined);
  if (found !== undefined) return { what: found[1], advice: found[2] };
  if (!page.test(text)) return undefined;
  return {
    what: 'a web page, not the file that it saves',
    advice:
      'Open it in the browser it was answered in, press the button at its end, and import the saved file.',
  };
}
