import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The smallest text with the first and last line of a PDF. */
export const smallPdf = '%PDF-1.4\n%%EOF\n';

/**
 * Writes a shell script that replaces the browser. `$pdf` is the file to print to, `$work` its folder.
 */
export async function writeFakeBrowser(
  folder: string,
  script: string,
  name = 'fake-browser',
): Promise<string> {
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
