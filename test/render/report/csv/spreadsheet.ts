/** Opens CSV files in LibreOffice, without a window or network. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getProgramPath } from '../../../support/programs.ts';

/** A cell of the spreadsheet. */
interface Cell {
  /** `float`, `string`, `date`, `boolean` ...; empty for an empty cell. */
  readonly type: string;
  /** The displayed text, with its line breaks. */
  readonly text: string;
  /** The stored value if it is not text. */
  readonly value: string;
  readonly formula: string | undefined;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, ten?: string, name = '') =>
    hex === undefined && ten === undefined
      ? (entities[name] ?? whole)
      : String.fromCodePoint(hex === undefined ? Number(ten) : Number.parseInt(hex, 16)),
  );
}

function getAttribute(tag: string, name: string): string | undefined {
  const found = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : decode(found);
}

function parseText(content: string): string {
  const lines = [...content.matchAll(/<text:p\b[^>]*?(?:\/>|>([\s\S]*?)<\/text:p>)/g)].map(([, line = '']) =>
    line
      .replace(/<text:s(?: text:c="(\d+)")?\/>/g, (_, count?: string) => ' '.repeat(Number(count ?? 1)))
      .replace(/<text:line-break\/>/g, '\n')
      .replace(/<text:tab\/>/g, '\t')
      .replace(/<[^>]*>/g, ''),
  );
  return decode(lines.join('\n'));
}

function parseCells(row: string): Cell[] {
  const cells: Cell[] = [];
  for (const [, tag = '', content = ''] of row.matchAll(
    /<table:table-cell\b((?:[^>"]|"[^"]*")*?)(?:\/>|>([\s\S]*?)<\/table:table-cell>)/g,
  )) {
    const value =
      getAttribute(tag, 'office:value') ??
      getAttribute(tag, 'office:date-value') ??
      getAttribute(tag, 'office:boolean-value') ??
      '';
    const cell: Cell = {
      type: getAttribute(tag, 'office:value-type') ?? '',
      text: parseText(content),
      value,
      formula: getAttribute(tag, 'table:formula'),
    };
    const repeated = Number(getAttribute(tag, 'table:number-columns-repeated') ?? 1);
    // A higher repetition is the empty columns after the table.
    if (repeated < 1_000) cells.push(...Array.from({ length: repeated }, () => cell));
  }
  while (cells.length > 0 && cells.at(-1)?.type === '') cells.pop();
  return cells;
}

/** Parses the rows of a flat OpenDocument spreadsheet, without trailing empty ones. */
function parseRows(fods: string): Cell[][] {
  const rows = [...fods.matchAll(/<table:table-row\b[^>]*>([\s\S]*?)<\/table:table-row>/g)].map(
    ([, row = '']) => parseCells(row),
  );
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop();
  return rows;
}

function run(args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(getProgramPath('spreadsheet'), args, { stdio: 'ignore' });
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`LibreOffice ended with ${code}.`)),
    );
  });
}

/** Cells of a file, row by row. */
export type Sheet = readonly (readonly Cell[])[];

/**
 * Opens CSV files in LibreOffice and returns their cells by name, once per set of options.
 *
 * @param ways import options of LibreOffice: separator, quote, character set, first row ...
 */
export async function openInSpreadsheet(
  files: ReadonlyMap<string, string>,
  ways: readonly string[],
): Promise<readonly ReadonlyMap<string, Sheet>[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sales-audit-'));
  const names = [...files.keys()];
  const getPath = (name: string, ending: string): string => join(folder, `${names.indexOf(name)}.${ending}`);
  try {
    for (const [name, text] of files) await writeFile(getPath(name, 'csv'), text);
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
        ...names.map((name) => getPath(name, 'csv')),
      ]);
      const sheets = names.map(
        async (name) => [name, parseRows(await readFile(getPath(name, 'fods'), 'utf8'))] as const,
      );
      opened.push(new Map(await Promise.all(sheets)));
    }
    return opened;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
