import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CheckedFinding } from '#domain/types/check.ts';
import { runCommand } from '../../support/command.ts';
import { makeEmptyFolder } from '../../support/folder.ts';

describe('a report whose source is of another kind than it says', () => {
  it.each(['check report.yaml', 'check report.yaml answers.yaml sales-system.yaml'])('%s', async (line) => {
    const cwd = await makeEmptyFolder();
    await cp('examples/harbor-instruments', cwd, { recursive: true });
    const report = await readFile(join(cwd, 'report.yaml'), 'utf8');
    const swapped = report.replace('path: answers.yaml', 'path: sales-system.yaml');
    expect(swapped).not.toBe(report);
    await writeFile(join(cwd, 'report.yaml'), swapped);
    const { stdout, stderr } = await runCommand(
      [...line.split(' '), '--format', 'json', '--as-of', '2026-11-23'],
      { cwd },
    );
    expect(stderr).toBe('');
    const found = JSON.parse(stdout).findings.map(({ file, check }: CheckedFinding) => `${file} ${check}`);
    // The report cannot be recomputed, and the file is checked as what it is.
    expect(found).not.toContain('report.yaml report/out-of-date');
    expect(found).not.toContain('sales-system.yaml document/invalid');
  });
});
