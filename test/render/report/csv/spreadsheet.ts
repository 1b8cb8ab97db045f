/** What a spreadsheet makes of a CSV file: LibreOffice opens it, without a window and without a network. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { programPath } from '../../../support/programs.ts';

/** A cell as the spreadsheet holds it. */
interface Cell {
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
    const child = spawn(programPath('spreadsheet'), args, { stdio: 'ignore' });
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`LibreOffice ended with ${code}.`)),
    );
  });
}

/** What stands in the cells of a file, row by row. */
export type Sheet = readonly (readonly Cell[])[];

/**
 * Opens CSV files in LibreOffice and says what stands in their cells, by name: once for each way to read them.
 *
 * @param ways options of the import, as LibreOffice counts them: separator, quote, characters, first row ...
 */
export async function openInSpreadsheet(
  files: ReadonlyMap<string, string>,
  ways: readonly string[],
): Promise<readonly ReadonlyMap<string, Sheet>[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sales-audit-'));
  const names = [...files.keys()];
  const pathOf = (name: string, ending: string): string => join(folder, `${names.indexOf(name)}.${ending}`);
  try {
    for (const [name, text] of files) await writeFile(pathOf(name, 'csv'), text);
    const opened: Map<string, Sheet>[] = [];
    for (const options of ways) {
      await run([
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
        '--headless',
        `--infilter=CSV:${options}`,
        '--convert-to',
        'fods',
        '--outdir',
        folder,
        ...names.map((name) => pathOf(name, 'csv')),
      ]);
      const sheets = names.map(
        async (name) => [name, rowsOf(await readFile(pathOf(name, 'fods'), 'utf8'))] as const,
      );
      opened.push(new Map(await Promise.all(sheets)));
    }
    return opened;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
