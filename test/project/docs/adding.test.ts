import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listQuestions } from '#domain/model.ts';
import { loadModelFrom } from '../../../src/tools/model-files.ts';
import { applyDiff } from '../../support/docs/edit-text.ts';
import { makeEmptyFolder } from '../../support/folder.ts';
import { parseBlocks } from '../../support/docs/markdown.ts';
import { expectSoundQuestion } from '../../support/model/sound-question.ts';

/** Reads the diffs in docs/adding.md for files of a folder. */
async function readDiffs(folder: string): Promise<[path: string, diff: string][]> {
  const blocks = parseBlocks(await readFile('docs/adding.md', 'utf8'));
  return blocks.flatMap(({ language, notes, text }): [string, string][] => {
    const path = notes.find(([key]) => key === 'file')?.[1] ?? '';
    return language === 'diff' && path.startsWith(`${folder}/`) ? [[path, text]] : [];
  });
}

it('the example question of docs/adding.md is valid and meets the rules for all questions', async () => {
  const copy = await makeEmptyFolder();
  await cp('src/model', join(copy, 'src/model'), { recursive: true });
  for (const [path, diff] of await readDiffs('src/model')) {
    const file = join(copy, path);
    await writeFile(file, applyDiff(diff)(await readFile(file, 'utf8')));
  }
  const shipped = new Set(listQuestions(await loadModelFrom('src/model')).map(({ id }) => id));
  const model = await loadModelFrom(join(copy, 'src/model'));
  const added = listQuestions(model).filter(({ id }) => !shipped.has(id));
  expect(added.map(({ id }) => id)).toEqual(['process.use-and-learning.quiet-deals']);
  for (const question of added) expectSoundQuestion(question, model);
});
