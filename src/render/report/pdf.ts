/** Metadata of a PDF that the report determines, not the machine that prints it. */
export interface Settled {
  /** The day of the report, YYYY-MM-DD. */
  readonly asOf: string;
  /** The program that made the page. The browser would name itself and its operating system. */
  readonly creator: string;
}

/** Finds the start and end of the information dictionary; returns undefined if there is none. */
function findInformation(text: string): { start: number; end: number } | undefined {
  const number = /\/Info (\d+) 0 R/.exec(text.slice(text.lastIndexOf('trailer')))?.[1];
  const start = number === undefined ? -1 : text.indexOf(`\n${number} 0 obj\n`);
  const end = text.indexOf('\nendobj', start);
  return start < 0 || end < 0 ? undefined : { start, end };
}

/** Counts the pages of a PDF as Chromium writes it. */
export function countPages(text: string): number {
  return [...text.matchAll(/\/Type \/Page(?![a-zA-Z])/g)].length;
}

/** Pads a replacement to the length of the original, because a PDF refers to its parts by offset. */
function padToLength(before: string, after: string): string {
  return after.length > before.length ? before : after.padEnd(before.length);
}

/** Definitions of tags and references to them: the cells of a table refer to their headers. */
const tagPlaces = /\/ID \(node\d{8}\)|\/(?:Headers|Names|Limits) \[[^\]]*\]/g;

const tagName = /\(node(\d{8})\)/g;

/**
 * Numbers the tags from 1. The browser's own numbers differ from run to run. The order stays, because the list of all
 * names has to be sorted.
 */
function renumberTags(text: string): string {
  const places = text.match(tagPlaces)?.join('') ?? '';
  const numbers = [...new Set([...places.matchAll(tagName)].map(([, number = '']) => number))].toSorted();
  const own = new Map(numbers.map((number, index) => [number, String(index + 1).padStart(8, '0')]));
  return text.replace(tagPlaces, (place) =>
    place.replace(tagName, (_whole, number: string) => `(node${own.get(number)})`),
  );
}

/** Sets the dates and the creator. */
function setInformation(text: string, { asOf, creator }: Settled): string {
  const place = findInformation(text);
  if (place === undefined) return text;
  const day = asOf.replaceAll('-', '');
  const information = text
    .slice(place.start, place.end)
    .replace(/(?<=\/(?:CreationDate|ModDate) \()D:\d{14}[+-]\d{2}'\d{2}'(?=\))/g, `D:${day}000000+00'00'`)
    .replace(/\/Creator \((?:\\.|[^\\()])*\)/, (before) =>
      padToLength(before, `/Creator (${creator.replace(/[^\w. -]/g, '')})`),
    );
  return text.slice(0, place.start) + information + text.slice(place.end);
}

/**
 * Removes time and machine from a printed PDF: sets its dates to the day of the report, names the tool, and numbers
 * the tags from 1. With the same browser and fonts, the same page then gives the same bytes.
 *
 * @param pdf its bytes as Latin-1 text
 */
export function settlePdf(pdf: string, settled: Settled): string {
  return renumberTags(setInformation(pdf, settled));
}
