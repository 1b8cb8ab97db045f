import { type Zippable, strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Matches the dates of a document, in its core properties. */
const dates = /(?<=<dcterms:(?:created|modified)[^>]*>)[^<]*(?=<)/g;

/** Sets the dates of the core properties. Other files stay. */
function settleFile(path: string, content: Uint8Array, asOf: string): Uint8Array {
  if (path.endsWith('.xlsx')) return settleArchive(content, asOf);
  if (path !== 'docProps/core.xml') return content;
  return strToU8(strFromU8(content).replace(dates, `${asOf}T00:00:00Z`));
}

/**
 * Packs an office file again without the time and the machine: files by name, and all dates the day of the report.
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
  const packed: Zippable = {};
  for (const path of [...paths.filter(isFirst), ...paths.filter((each) => !isFirst(each))]) {
    const content = files[path];
    if (content !== undefined) packed[path] = settleFile(path, content, asOf);
  }
  // Without a time zone, the time is the same everywhere.
  return zipSync(packed, { mtime: `${asOf}T00:00:00`, level: 6 });
}
