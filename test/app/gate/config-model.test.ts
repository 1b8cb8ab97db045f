/** Floors of settings are for the elements of a model: that of `--model`, else the one that they name, else the shipped one. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check, loadShippedModel, readConfig } from '../../../src/index.ts';
import { runCommand } from '../../support/command.ts';
import { makeEmptyFolder } from '../../support/folder.ts';
import { mustLoad, smallTexts } from '../../support/model/small-model.ts';

const asOf = '2026-11-23';

const settings = (model: string | undefined, element: string): string =>
  `kind: config\nschemaVersion: 1\n${model === undefined ? '' : `model: ${model}\n`}floors: {elements: {${element}: 10}}\n`;

const shipped = await loadShippedModel();
/** A complete model with other elements than the shipped one. */
const own = await mustLoad(smallTexts, shipped);

describe('settings with floors for elements', () => {
  it.each<[string, string, string[], boolean]>([
    ['the shipped model', settings(undefined, 'philosophy'), [], true],
    ['the shipped model, which lacks it', settings(undefined, 'how'), [], false],
    ['the model beside them', settings('own', 'how'), [], true],
    ['the model beside them, which lacks it', settings('own', 'hew'), [], false],
    ['a shipped translation', settings('de', 'philosophy'), [], true],
    ['a shipped translation, which lacks it', settings('de', 'how'), [], false],
    ['--model', settings(undefined, 'how'), ['--model', 'team/own'], true],
    ['--model, before the one that they name', settings('own', 'how'), ['--model', 'de'], false],
  ])('are for %s', async (_, text, args, isFine) => {
    const cwd = await makeEmptyFolder();
    await mkdir(join(cwd, 'team/own'), { recursive: true });
    for (const [file, content] of Object.entries(smallTexts))
      await writeFile(join(cwd, 'team/own', file), content);
    await writeFile(join(cwd, 'team/settings.yaml'), text);
    const run = (...line: string[]) => runCommand(['check', ...line, ...args, '--as-of', asOf], { cwd });
    const asSettings = await run('--print-config', '--config', 'team/settings.yaml');
    expect(asSettings.exitCode).toBe(isFine ? 0 : 2);
    const asDocument = await run('team/settings.yaml', '--no-config');
    expect(asDocument.exitCode).toBe(isFine ? 0 : 1);
  });

  it('are for the model that the library is given', async () => {
    const text = settings(undefined, 'how');
    expect(await readConfig(text)).toMatchObject({ ok: false, findings: [{ line: 3, column: 21 }] });
    expect(await readConfig(text, { model: own })).toMatchObject({ ok: true });
    expect((await check(text, { model: shipped, asOf })).verdict.exitCode).toBe(1);
    expect((await check(text, { model: own, asOf })).verdict.exitCode).toBe(0);
  });

  it('are not checked by the library where they name a model and none is given', async () => {
    expect(await readConfig(settings('own', 'anything'))).toMatchObject({ ok: true });
    expect(await readConfig(settings('own', 'anything'), { model: own })).toMatchObject({ ok: false });
  });
});
