import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFile } from '#io/open-file.ts';
import { makeEmptyFolder } from '../support/folder.ts';

describe('openFile', () => {
  it('passes the path to the opener of the desktop, and believes what it says', async () => {
    const folder = await makeEmptyFolder();
    const script = (code: number): string =>
      `#!/bin/sh\nprintf '%s' "$1" > "${join(folder, 'opened')}"\nexit ${code}\n`;
    const opener = join(folder, 'xdg-open');
    await writeFile(opener, script(0), { mode: 0o755 });
    const env = { PATH: folder };
    expect(await openFile('/a page.html', env, 'linux')).toBe(true);
    expect(await readFile(join(folder, 'opened'), 'utf8')).toBe('/a page.html');
    await writeFile(opener, script(3), { mode: 0o755 });
    expect(await openFile('/a page.html', env, 'linux')).toBe(false);
  });

  it('says so where there is no opener', async () => {
    expect(await openFile('/a.html', { PATH: await makeEmptyFolder() }, 'linux')).toBe(false);
  });
});
