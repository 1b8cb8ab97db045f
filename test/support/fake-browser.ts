import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The least that is a whole PDF by its first and last line. */
export const smallPdf = '%PDF-1.4\n%%EOF\n';

/**
 * A program that takes the place of a browser: a shell script. `$pdf` is the file that it is to print to,
 * `$work` the folder of that file.
 */
export async function fakeBrowser(folder: string, script: string, name = 'fake-browser'): Promise<string> {
  const path = join(folder, name);
  const lines = [
    '#!/bin/sh',
    'for each in "$@"; do case "$each" in --print-to-pdf=*) pdf="${each#--print-to-pdf=}";; esac; done',
    'work=$(dirname "$pdf")',
    script,
  ];
  await writeFile(path, `${lines.join('\n')}\n`);
  await chmod(path, 0o755);
  return path;
}
