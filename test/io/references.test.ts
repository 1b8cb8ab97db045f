import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findReferenceStates } from '#io/references.ts';
import { makeEmptyFolder } from '../support/folder.ts';
import { writeBelow } from './git/repository.ts';

/** Makes a base folder next to files that must not be accessible. */
async function makeBase(): Promise<string> {
  const folder = await makeEmptyFolder();
  const base = join(folder, 'base');
  await writeBelow(folder, 'secret/passwd', 'secret');
  await writeBelow(folder, 'base-beside/file.md', 'beside');
  await writeBelow(base, 'docs/purpose.md', 'purpose');
  await writeBelow(base, 'docs/a b ü.md', 'named');
  await writeBelow(base, 'docs/c#.md', 'named');
  await writeBelow(base, '..notes/x.md', 'dots');
  await symlink('purpose.md', join(base, 'docs/inner'));
  await symlink('../../secret', join(base, 'docs/ln'));
  await symlink(join(folder, 'secret/passwd'), join(base, 'docs/file-ln'));
  await symlink('../../secret/nothing', join(base, 'docs/dangling-out'));
  await symlink('nothing', join(base, 'docs/dangling-in'));
  await symlink('dangling-out', join(base, 'docs/chain-out'));
  await symlink('circle', join(base, 'docs/circle'));
  await symlink('../..', join(base, 'docs/up'));
  return base;
}

async function findState(reference: string, base: string): Promise<string | undefined> {
  return (await findReferenceStates([reference], base)).get(reference);
}

describe('findReferenceStates', () => {
  it.each([
    ['docs/purpose.md', 'there'],
    ['./docs/purpose.md', 'there'],
    ['docs', 'there'],
    ['docs/', 'there'],
    ['.', 'there'],
    ['docs/../docs/purpose.md', 'there'],
    ['docs/a b ü.md', 'there'],
    ['..notes/x.md', 'there'],
    ['docs/inner', 'there'],
    ['docs/purpose.md#why', 'there'],
    ['docs/purpose.md#', 'there'],
    ['docs/purpose.md#a#b/../..', 'there'],
    ['docs/c#.md', 'there'],
    ['docs/c#.md#why', 'missing'],
    ['docs/nothing.md', 'missing'],
    ['docs/nothing.md#why', 'missing'],
    ['docs/purpose.md/x', 'missing'],
    ['docs/dangling-in', 'missing'],
    ['docs/circle', 'missing'],
    ['#why', 'missing'],
    [`docs/${'x'.repeat(1900)}`, 'missing'],
    ['a\nb', 'missing'],
    ['~/x', 'missing'],
    ['$HOME', 'missing'],
    ['..', 'outside'],
    ['../secret/passwd', 'outside'],
    ['../base-beside/file.md', 'outside'],
    ['../nothing', 'outside'],
    ['docs/../../secret', 'outside'],
    ['docs/ln', 'outside'],
    ['docs/ln/passwd', 'outside'],
    ['docs/ln/passwd#x', 'outside'],
    ['docs/ln/nothing', 'outside'],
    ['docs/ln/nothing/deeper', 'outside'],
    ['docs/file-ln', 'outside'],
    ['docs/dangling-out', 'outside'],
    ['docs/chain-out', 'outside'],
    ['docs/up', 'outside'],
    ['docs/up/secret/passwd', 'outside'],
    ['docs/up/base/docs/purpose.md', 'there'],
    ['https://wiki.example.com/purpose#x', 'address'],
    ['HTTP://wiki.example.com', 'address'],
    ['http://', 'unsafe'],
    ['https:docs/purpose.md', 'unsafe'],
    ['https://a\0b', 'unsafe'],
    ['https:\\\\wiki.example.com', 'unsafe'],
    ['file:///etc/passwd', 'unsafe'],
    ['ftp://example.com/x', 'unsafe'],
    ['javascript:alert(1)', 'unsafe'],
    ['mailto:a@example.com', 'unsafe'],
    ['C:\\x', 'unsafe'],
    ['C:/x', 'unsafe'],
    ['c:x', 'unsafe'],
    ['\\\\server\\share', 'unsafe'],
    ['//server/share', 'unsafe'],
    ['docs\\purpose.md', 'unsafe'],
    ['/etc/passwd', 'unsafe'],
    ['docs/purpose.md\0', 'unsafe'],
  ])('%j is %s', async (reference, expected) => {
    expect(await findState(reference, await makeBase())).toBe(expected);
  });

  it('returns each reference once, as it is written', async () => {
    const base = await makeBase();
    const references = ['docs', 'docs/', 'docs', 'nothing', 'https://example.com'];
    expect([...(await findReferenceStates(references, base))]).toEqual([
      ['docs', 'there'],
      ['docs/', 'there'],
      ['nothing', 'missing'],
      ['https://example.com', 'address'],
    ]);
  });

  it('starts from the real folder if the base is a link', async () => {
    const base = await makeBase();
    const link = join(await makeEmptyFolder(), 'link');
    await symlink(base, link);
    expect(await findState('docs/purpose.md', link)).toBe('there');
    expect(await findState('docs/ln', link)).toBe('outside');
  });

  it('finds nothing if the base is missing', async () => {
    const base = join(await makeEmptyFolder(), 'nowhere');
    expect([...(await findReferenceStates(['a', '/a', 'https://a'], base)).values()]).toEqual([
      'missing',
      'unsafe',
      'address',
    ]);
  });

  it('handles thousands of references', async () => {
    const base = await makeBase();
    await mkdir(join(base, 'many'));
    const references = Array.from({ length: 5000 }, (_, index) => `many/${index}`);
    expect(new Set((await findReferenceStates(references, base)).values())).toEqual(new Set(['missing']));
  });
});
