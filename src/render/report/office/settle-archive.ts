import { type Zippable, strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Matches the dates of a document, in its core properties. */
const dates = /(?<=<dcterms:(?:created|modified)[^>]*>)[^<]*(?=<)/g;

/** Matches names that the libraries make up at random, or count across files: of links, places and charts. */
const madeUp =
  /(?<=\br:id="|\bId=")rId[\w-]{15,}(?=")|(?<=w:anchor="|w:name="|PAGEREF )_Toc\d+|(?<=w:bookmark(?:Start|End)[^>]*w:id=")\d+|chart\d+(?=\.xml)|Microsoft_Excel_Worksheet\d+(?=\.xlsx)/g;

/** Returns a function that renames what libraries make up, by the order in which it occurs. */
function makeRenamer(): (text: string) => string {
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  return (text) =>
    text.replace(madeUp, (found) => {
      const kind = /^(?:rId|_Toc|chart|Microsoft_Excel_Worksheet)?/.exec(found)?.[0] ?? '';
      const count = counts.get(kind) ?? 1;
      const known = names.get(found);
      if (known !== undefined) return known;
      counts.set(kind, count + 1);
      const name = `${kind}${kind === 'rId' ? 'Link' : ''}${count}`;
      names.set(found, name);
      return name;
    });
}

/** Matches the name of a shape on a slide, unless the library made it up: `Shape 3`. */
const shapeName =
  /(<p:cNvPr id="\d+" name="(?!(?:Shape|Text) \d+"|Title")([^"]*)")(?=><\/p:cNvPr><p:cNvSpPr)/g;

/** Gives the shapes of a slide their names as alternative texts, which the library writes only for pictures and charts. */
function describeShapes(path: string, text: string): string {
  return path.startsWith('ppt/slides/') ? text.replace(shapeName, '$1 descr="$2"') : text;
}

/** Sets the dates of the core properties, and describes shapes. Other files stay. */
function settleFile(
  path: string,
  content: Uint8Array,
  asOf: string,
  rename: (text: string) => string,
): Uint8Array {
  if (path.endsWith('.xlsx')) return settleArchive(content, asOf);
  if (!/\.(?:xml|rels)$/.test(path)) return content;
  const text = rename(strFromU8(content));
  if (path === 'docProps/core.xml') return strToU8(text.replace(dates, `${asOf}T00:00:00Z`));
  return strToU8(describeShapes(path, text));
}

/**
 * Packs an office file again without the time and the machine: files by name, all dates the day of the report, and names
 * that libraries make up by their order. Shapes of slides get their names as alternative texts.
 * Workbooks inside, which hold the numbers of charts, are packed again, too.
 *
 * @param asOf the day of the report, YYYY-MM-DD
 */
export function settleArchive(archive: Uint8Array, asOf: string): Uint8Array {
  const files = unzipSync(archive);
  // The list of content types comes first, as in files of office programs. Entries of folders are not files.
  const isFirst = (path: string): boolean => path === '[Content_Types].xml';
  const paths = Object.keys(files)
    .filter((path) => !path.endsWith('/'))
    .toSorted();
  const rename = makeRenamer();
  const packed: Zippable = {};
  for (const path of [...paths.filter(isFirst), ...paths.filter((each) => !isFirst(each))]) {
    const content = files[path];
    if (content !== undefined) packed[rename(path)] = settleFile(path, content, asOf, rename);
  }
  // Without a time zone, the time is the same everywhere.
  return zipSync(packed, { mtime: `${asOf}T00:00:00`, level: 6 });
}
