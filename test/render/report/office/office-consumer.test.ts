/** Opens office files in LibreOffice, and counts the pages that it makes of them. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { officeFormats } from '#render/report/context.ts';
import { renderOffice } from '#render/report/office/index.ts';
import { getProgramPath } from '../../../support/programs.ts';
import { readExampleReport, reportContext } from '../../../support/report/report-context.ts';

const run = promisify(execFile);

describe('office files in LibreOffice', { tags: ['office', 'pdfinfo'] }, () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sales-audit-'));
    const report = readExampleReport('sablewick-filtration');
    for (const format of officeFormats)
      await writeFile(join(folder, `${format}.${format}`), await renderOffice(format, report, reportContext));
    await run(getProgramPath('office'), [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      ...['--headless', '--convert-to', 'pdf', '--outdir', folder],
      ...officeFormats.map((format) => join(folder, `${format}.${format}`)),
    ]);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each([
    ['pptx', 7, 7],
    ['docx', 10, 40],
    ['xlsx', 6, 40],
  ])('%s has from %i to %i pages', async (format, fewest, most) => {
    const { stdout } = await run(getProgramPath('pdfinfo'), [join(folder, `${format}.pdf`)]);
    const pages = Number(/^Pages:\s+(\d+)$/m.exec(stdout)?.[1]);
    expect(pages).toBeGreaterThanOrEqual(fewest);
    expect(pages).toBeLessThanOrEqual(most);
  });
});
