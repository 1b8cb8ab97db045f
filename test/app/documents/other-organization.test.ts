import { cp, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CheckResult } from '#domain/types/check.ts';
import { runCommand } from '../../support/command.ts';
import { makeEmptyFolder } from '../../support/folder.ts';

const answers = resolve('examples/harbor-instruments/answers.yaml');
const own = resolve('examples/harbor-instruments/sales-system.yaml');
const other = resolve('examples/tarnbeck-cooling/sales-system.yaml');

const asOf = ['--as-of', '2026-11-23'];

describe('the declared system of another organization', () => {
  it.each([
    ['score', answers],
    ['report', answers, '--format', 'json'],
    ['combine', resolve('examples/sablewick-filtration/answers')],
  ])('is taken by %s with a warning', async (...args) => {
    const { exitCode, stderr } = await runCommand([...args, '--system', other, ...asOf], {
      cwd: await makeEmptyFolder(),
    });
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(
      /^Warning: the answers are about "[\w ]+", but \S+ declares the system of "Tarnbeck Cooling"\./m,
    );
  });

  it('is no news where it is that of the same organization', async () => {
    const { stderr } = await runCommand(['score', answers, '--system', own, ...asOf], {
      cwd: await makeEmptyFolder(),
    });
    expect(stderr).not.toContain('Warning');
  });
});

describe('the name of an organization', () => {
  it.each(['answers.yaml', 'answers.yaml sales-system.yaml'])(
    'may be typed in another way where check compares answers with a system: %s',
    async (files) => {
      const cwd = await makeEmptyFolder();
      const count = async (): Promise<number> => {
        const { stdout } = await runCommand(['check', ...files.split(' '), '--format', 'json', ...asOf], {
          cwd,
        });
        const { findings } = JSON.parse(stdout) as CheckResult;
        return findings.filter(({ check }) => check === 'answers/contradicts-system').length;
      };
      await cp(answers, join(cwd, 'answers.yaml'));
      await cp(own, join(cwd, 'sales-system.yaml'));
      const found = await count();
      expect(found).toBeGreaterThan(0);
      const text = await readFile(own, 'utf8');
      await writeFile(
        join(cwd, 'sales-system.yaml'),
        text.replaceAll('Harbor Instruments', 'harbor  INSTRUMENTS'),
      );
      expect(await count()).toBe(found);
    },
  );
});
