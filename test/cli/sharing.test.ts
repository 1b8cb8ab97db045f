import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { CheckedFile, CheckedInput } from '#cli/checked-file.ts';
import { type Sharing, checkAll, reportOn } from '#cli/gate-run.ts';
import { helpersFor, shareOut } from '#cli/sharing/share-out.ts';

import { settingsFrom } from '#domain/settings.ts';
import { readBytes } from '#io/files.ts';
import { renderers } from '#render/check/index.ts';
import { makeTheme } from '#render/theme.ts';
import { loadModelFrom } from '../../src/tools/model-files.ts';
import { runCommand } from '../support/command.ts';
import { emptyFolder } from '../support/folder.ts';
import { bin } from '../support/built.ts';

const asOf = '2026-11-23';

function stored(path: string): CheckedInput {
  return { path, file: path.split('/').at(-1) ?? '', isStored: true, read: () => readBytes(path) };
}

/** Files in a folder of their own, by name. */
async function inputsOf(files: Readonly<Record<string, string>>): Promise<CheckedInput[]> {
  const folder = await emptyFolder();
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return Object.keys(files).map((name) => stored(join(folder, name)));
}

/** A script that a helper runs instead of ours. */
async function scriptOf(text: string): Promise<string> {
  const path = join(await emptyFolder(), 'helper.cjs');
  await writeFile(path, text);
  return path;
}

const example = (path: string): Promise<string> => readFile(resolve('examples', path), 'utf8');

describe('how many helpers there are', () => {
  it.each([
    [1, 8, 0],
    [249, 8, 0],
    [250, 8, 2],
    [250, 1, 0],
    [1000, 2, 2],
    [1000, 8, 8],
    [500, 8, 4],
    [10_000, 64, 8],
  ])('for %d files on %d processors: %d', (files, processors, expected) => {
    expect(helpersFor(files, processors)).toBe(expected);
  });
});

describe('files that are shared with helpers', () => {
  it('are found to be what they are found to be without', async () => {
    const strong = await example('tarnbeck-cooling/sales-system.yaml');
    const named = (name: string): string => strong.replace('name: Tarnbeck Cooling', `name: ${name}`);
    const many = Array.from({ length: 30 }, (_, index): [string, string] => [
      `${index}.sales-system.yaml`,
      named(`Company ${index}`),
    ]);
    const waiver = (rule: string, path: string): string =>
      `waivers:\n  - { rule: ${rule}, path: ${path}, reason: Being redrawn, owner: Ana, until: 2027-01-31 }\n`;
    const inputs = await inputsOf({
      ...Object.fromEntries(many),
      'dangling.sales-system.yaml': named('Dangling').replace(/skill: [\w-]+/, 'skill: nobody-knows-it'),
      'empty.sales-system.yaml':
        'kind: sales-system\nschemaVersion: 1\norganization: { name: Empty }\nphilosophy: { purpose: { statement: TODO } }\n',
      'waived.sales-system.yaml': `kind: sales-system\nschemaVersion: 1\norganization: { name: Waived }\n${waiver('philosophy/missing-purpose', '/philosophy')}`,
      'unused.sales-system.yaml': `${named('Unused')}${waiver('process/seller-only-exit', '/process')}`,
      'careful.sales-system.yaml': named('"Read\n    carefully"'),
      'invalid.sales-system.yaml': `${named('Invalid')}unknownKey: 1\n`,
      'broken.sales-system.yaml': `${named('Broken')}process: [\n`,
      'answers.yaml': await example('tarnbeck-cooling/answers.yaml'),
      'other.yaml': 'kind: something-else\n',
      'nothing.yaml': '',
    });
    const model = await loadModelFrom('src/model');
    const settings = settingsFrom(undefined, {});
    const took = vi.fn<(files: number) => void>();
    const sharing: Sharing = async (all, day, take) => {
      const left = await shareOut(bin, 2, all, day, take);
      took(all.length - left.length);
      return left;
    };
    const rendered = async (share?: Sharing): Promise<string[]> => {
      const files = await checkAll(inputs, model, asOf, undefined, share);
      const report = reportOn(files, { model, asOf, settings });
      const context = { width: 100, theme: makeTheme(undefined, true), helpUrl: (check: string) => check };
      return Object.values(renderers).map((render) => render(report, context));
    };
    const alone = await rendered();
    expect(await rendered(sharing)).toEqual(alone);
    // All but the two that are invalid or broken, the answers, and the two that are no documents.
    expect(took).toHaveBeenCalledExactlyOnceWith(inputs.length - 5);
    expect(alone[0]).toContain('broken.sales-system.yaml');
  });

  it.each([
    ['cannot be started', async () => '/no/such/script.cjs'],
    ['end at once', () => scriptOf('process.exit(3)')],
    ['end without an answer', () => scriptOf(`process.on('message', () => process.exit(3))`)],
    [
      'find nothing out',
      () => scriptOf(`process.on('message', ({ files }) => process.send(files.map(() => null)))`),
    ],
    ['answer too little', () => scriptOf(`process.on('message', () => process.send([]))`)],
  ])('all come back where helpers %s', async (_title, script) => {
    const files = Array.from({ length: 50 }, (_, index) => stored(`/tmp/${index}.yaml`));
    const take = vi.fn<(file: CheckedFile) => Promise<void>>();
    expect(await shareOut(await script(), 2, files, asOf, take)).toEqual(files);
    expect(take).not.toHaveBeenCalled();
  });

  it('are not those that came on standard input', async () => {
    const script = await scriptOf(`process.on('message', ({ files }) => process.send(files))`);
    const { isStored: _isStored, ...piped } = stored('/tmp/piped.yaml');
    const taken: string[] = [];
    const left = await shareOut(script, 2, [piped, stored('/tmp/stored.yaml')], asOf, async ({ file }) => {
      taken.push(file);
    });
    expect([left, taken]).toEqual([[piped], ['stored.yaml']]);
  });

  it('are let go, and the helpers ended, where the run is interrupted', async () => {
    const told = join(await emptyFolder(), 'pid');
    const script = await scriptOf(`
      require('node:fs').writeFileSync(${JSON.stringify(told)}, String(process.pid));
      process.on('message', ({ files }) => process.send(files));`);
    const files = Array.from({ length: 50 }, (_, index) => stored(`/tmp/${index}.yaml`));
    const interrupted = new Error('interrupted');
    await expect(shareOut(script, 1, files, asOf, () => Promise.reject(interrupted))).rejects.toBe(
      interrupted,
    );
    const pid = Number(await readFile(told, 'utf8'));
    await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'), 5000);
  });
});

describe('the command of helpers', () => {
  it('is none for people', async () => {
    const { stderr, exitCode } = await runCommand(['check-share'], { cwd: await emptyFolder() });
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('There is no command "check-share".')]);
  });
});
