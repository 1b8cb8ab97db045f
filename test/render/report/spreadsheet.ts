/** What a spreadsheet makes of a CSV file: LibreOffice opens it, without a window and without a network. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const places = [
  process.env['SOFFICE_PATH'],
  '/usr/bin/soffice',
  '/usr/local/bin/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
];

/** An installed LibreOffice; undefined where there is none. In CI there has to be one. */
export const sofficePath: string | undefined = places.find((path) => path !== undefined && existsSync(path));

if (sofficePath === undefined && process.env['CI']) {
  throw new Error('No LibreOffice is installed, and in CI the spreadsheet tests may not be left out.');
}

/** A cell as the spreadsheet holds it. */
export interface Cell {
  /** `float`, `string`, `date`, `boolean` ...; empty where the cell is. */
  readonly type: string;
  /** The text that is shown, with its line breaks. */
  readonly text: string;
  /** The value behind it, where it is no text. */
  readonly value: string;
  readonly formula: string | undefined;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, ten?: string, name = '') =>
    hex === undefined && ten === undefined
      ? (entities[name] ?? whole)
      : String.fromCodePoint(hex === undefined ? Number(ten) : Number.parseInt(hex, 16)),
  );
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : decoded(found);
}

function textOf(content: string): string {
  const lines = [...content.matchAll(/<text:p\b[^>]*?(?:\/>|>([\s\S]*?)<\/text:p>)/g)].map(([, line = '']) =>
    line
      .replace(/<text:s(?: text:c="(\d+)")?\/>/g, (_, count?: string) => ' '.repeat(Number(count ?? 1)))
      .replace(/<text:line-break\/>/g, '\n')
      .replace(/<text:tab\/>/g, '\t')
      .replace(/<[^>]*>/g, ''),
  );
  return decoded(lines.join('\n'));
}

function cellsOf(row: string): Cell[] {
  const cells: Cell[] = [];
  for (const [, tag = '', content = ''] of row.matchAll(
    /<table:table-cell\b((?:[^>"]|"[^"]*")*?)(?:\/>|>([\s\S]*?)<\/table:table-cell>)/g,
  )) {
    const value =
      attribute(tag, 'office:value') ??
      attribute(tag, 'office:date-value') ??
      attribute(tag, 'office:boolean-value') ??
      '';
    const cell: Cell = {
      type: attribute(tag, 'office:value-type') ?? '',
      text: textOf(content),
      value,
      formula: attribute(tag, 'table:formula'),
    };
    const repeated = Number(attribute(tag, 'table:number-columns-repeated') ?? 1);
    // What is repeated more often than that are the empty columns behind the table.
    if (repeated < 1_000) cells.push(...Array.from({ length: repeated }, () => cell));
  }
  while (cells.length > 0 && cells.at(-1)?.type === '') cells.pop();
  return cells;
}

/** Rows of the one sheet of a flat OpenDocument spreadsheet, without the empty ones behind the last. */
function rowsOf(fods: string): Cell[][] {
  const rows = [...fods.matchAll(/<table:table-row\b[^>]*>([\s\S]*?)<\/table:table-row>/g)].map(
    ([, row = '']) => cellsOf(row),
  );
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop();
  return rows;
}

function run(args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(sofficePath ?? '', args, { stdio: 'ignore' });
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`LibreOffice ended with ${code}.`)),
    );
  });
}

/**
 * Opens CSV files in LibreOffice and says what stands in their cells, by name.
 *
 * @param options of the import, as LibreOffice counts them: separator, quote, characters, first row ...
 */
export async function openInSpreadsheet(
  files: ReadonlyMap<string, string>,
  options: string,
): Promise<ReadonlyMap<string, readonly (readonly Cell[])[]>> {
  const folder = await mkdtemp(join(tmpdir(), 'sales-audit-'));
  try {
    const [from, to] = [join(folder, 'from'), join(folder, 'to')];
    await mkdir(from);
    const names = [...files.keys()];
    await Promise.all(
      names.map((name, index) => writeFile(join(from, `${index}.csv`), files.get(name) ?? '')),
    );
    await run([
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      '--headless',
      `--infilter=CSV:${options}`,
      '--convert-to',
      'fods',
      '--outdir',
      to,
      ...names.map((_, index) => join(from, `${index}.csv`)),
    ]);
    const opened = await Promise.all(names.map((_, index) => readFile(join(to, `${index}.fods`), 'utf8')));
    return new Map(names.map((name, index) => [name, rowsOf(opened[index] ?? '')]));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
