/** What of a PDF is settled by the report and not by the machine that printed it. */
export interface Settled {
  /** The day of the report, YYYY-MM-DD. */
  readonly asOf: string;
  /** The program that made the page: the browser would name itself and the system that it runs on. */
  readonly creator: string;
}

/** First and last byte of the dictionary that says where a PDF comes from; undefined where it has none. */
function informationIn(text: string): { start: number; end: number } | undefined {
  const number = /\/Info (\d+) 0 R/.exec(text.slice(text.lastIndexOf('trailer')))?.[1];
  const start = number === undefined ? -1 : text.indexOf(`\n${number} 0 obj\n`);
  const end = text.indexOf('\nendobj', start);
  return start < 0 || end < 0 ? undefined : { start, end };
}

/** A replacement as long as what it replaces: every place in a PDF is found by its distance from the start. */
function sameLength(before: string, after: string): string {
  return after.length > before.length ? before : after.padEnd(before.length);
}

/** Where tags are named and where they are referred to: the cells of a table name their heads. */
const tagPlaces = /\/ID \(node\d{8}\)|\/(?:Headers|Names|Limits) \[[^\]]*\]/g;

const tagName = /\(node(\d{8})\)/g;

/**
 * Tags numbered from one. The browser takes the numbers of its own tree, which it now and then shares with
 * something that comes and goes. Their order stays, because the list of all names has to be sorted.
 */
function withOwnTags(text: string): string {
  const places = text.match(tagPlaces)?.join('') ?? '';
  const numbers = [...new Set([...places.matchAll(tagName)].map(([, number = '']) => number))].toSorted();
  const own = new Map(numbers.map((number, index) => [number, String(index + 1).padStart(8, '0')]));
  return text.replace(tagPlaces, (place) =>
    place.replace(tagName, (_whole, number: string) => `(node${own.get(number)})`),
  );
}

function withOwnInformation(text: string, { asOf, creator }: Settled): string {
  const place = informationIn(text);
  if (place === undefined) return text;
  const day = asOf.replaceAll('-', '');
  const information = text
    .slice(place.start, place.end)
    .replace(/(?<=\/(?:CreationDate|ModDate) \()D:\d{14}[+-]\d{2}'\d{2}'(?=\))/g, `D:${day}000000+00'00'`)
    .replace(/\/Creator \((?:\\.|[^\\()])*\)/, (before) =>
      sameLength(before, `/Creator (${creator.replace(/[^\w. -]/g, '')})`),
    );
  return text.slice(0, place.start) + information + text.slice(place.end);
}

/**
 * A printed PDF that says nothing of the moment and the machine: its dates are the day of the report. With the
 * same browser and fonts the same page then gives the same bytes.
 */
export function settlePdf(pdf: Uint8Array, settled: Settled): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  return Buffer.from(withOwnTags(withOwnInformation(text, settled)), 'latin1');
}
