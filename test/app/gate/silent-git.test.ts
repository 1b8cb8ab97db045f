/** A git that never answers, or too slowly, is stopped, and the gate says so: where it was asked for, it fails. */
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { runCommand } from '../../support/command.ts';
import { makeEmptyFolder } from '../../support/folder.ts';

/** Runs programs as they are, but waits a moment only, and counts them. With a pace, each takes so long on the clock. */
const started = vi.hoisted(() => ({ count: 0, slow: 0, pace: 0, clock: 0 }));
vi.mock(import('node:child_process'), async (importOriginal) => {
  const original = await importOriginal();
  const execFile = ((
    file: string,
    args: string[],
    options: { readonly timeout: number },
    done: (error: object | null, out: Buffer, said: Buffer) => void,
  ) => {
    started.count += 1;
    if (started.pace > 0) {
      const isStopped = options.timeout < started.pace;
      return original.execFile(file, args, { ...options, timeout: 20_000 }, (error, out, said) => {
        started.clock += Math.min(options.timeout, started.pace);
        done(isStopped ? { killed: true } : error, out as unknown as Buffer, said as unknown as Buffer);
      });
    }
    // The machine may be busy: what is answered may take its time.
    const isAnswered = started.slow > 0 && args.includes('--show-toplevel');
    if (!isAnswered) started.slow += 1;
    const own = { ...options, timeout: isAnswered ? 20_000 : 100 };
    return original.execFile(file, args, own, done as () => void);
  }) as typeof original.execFile;
  return { ...original, execFile };
});

const system = await readFile('examples/tarnbeck-cooling/sales-system.yaml', 'utf8');
const limited = 'kind: config\nschemaVersion: 1\nagainst: main\nmaxDrop: 0\n';
const why = 'git did not answer within 60 seconds';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe('a git that never answers', () => {
  it.each<[name: string, files: Readonly<Record<string, string>>, args: string[], exits: [number, string]]>([
    ['where nothing was asked of it', {}, [], [0, `so ignored files were checked too: ${why}.`]],
    ['where a revision was named', {}, ['--against', 'main'], [2, `nothing to compare with: ${why}.`]],
    [
      'with a limit in the settings',
      { '.sales-audit.yaml': limited },
      [],
      [2, `nothing to compare with: ${why}.`],
    ],
    [
      'in many folders',
      Object.fromEntries(['a', 'b', 'c', 'd'].map((folder) => [`${folder}/sales-system.yaml`, system])),
      [],
      [0, `and 2 more: git cannot read this repository: ${why}`],
    ],
  ])('%s', async (_name, files, args, [exitCode, says]) => {
    const cwd = await makeEmptyFolder();
    const programs = join(cwd, 'bin');
    for (const [file, text] of Object.entries({ ...files, 'sales-system.yaml': system, '.git/HEAD': '' })) {
      await mkdir(join(cwd, file, '..'), { recursive: true });
      await writeFile(join(cwd, file), text);
    }
    await mkdir(programs);
    await writeFile(join(programs, 'git'), '#!/bin/sh\nexec sleep 60\n');
    await chmod(join(programs, 'git'), 0o755);
    vi.stubEnv('PATH', `${programs}:${process.env['PATH']}`);
    Object.assign(started, { count: 0, slow: 0, pace: 0 });
    const printed = await runCommand(['check', '--as-of', '2026-11-23', ...args], { cwd });
    expect(`${printed.stdout}${printed.stderr}`.replaceAll(/\s+(?:\| )?/g, ' ')).toContain(says);
    expect(printed.exitCode).toBe(exitCode);
    // Asked once, not once for each folder: each time can take a minute.
    expect(started.count).toBe(1);
  });

  it.each<[name: string, args: string[], exits: [number, string]]>([
    ['where nothing was asked of it', [], [0, 'git did not answer']],
    ['where a revision was named', ['--against', 'main'], [2, `${why}, so history cannot be read.`]],
  ])('but only after its first answers, %s', async (_name, args, [exitCode, says]) => {
    const cwd = await makeEmptyFolder();
    const programs = join(cwd, 'bin');
    for (const folder of ['a', 'b', 'c', '.git', 'bin']) await mkdir(join(cwd, folder));
    for (const folder of ['a', 'b', 'c']) await writeFile(join(cwd, folder, 'sales-system.yaml'), system);
    const commit = 'a'.repeat(40);
    const answer = `printf '%s\\nfalse\\n%s\\n' "$PWD" ${commit}`;
    await writeFile(
      join(programs, 'git'),
      `#!/bin/sh\ncase "$*" in *show-toplevel*) ${answer} ;; *) exec sleep 60 ;; esac\n`,
    );
    await chmod(join(programs, 'git'), 0o755);
    vi.stubEnv('PATH', `${programs}:${process.env['PATH']}`);
    Object.assign(started, { count: 0, slow: 1, pace: 0 });
    const files = ['a/sales-system.yaml', 'b/sales-system.yaml', 'c/sales-system.yaml'];
    const printed = await runCommand(['check', '--as-of', '2026-11-23', ...files, ...args], { cwd });
    expect(`${printed.stdout}${printed.stderr}`.replaceAll(/\s+(?:\| )?/g, ' ')).toContain(says);
    expect(printed.exitCode).toBe(exitCode);
    // The answer, and one question for each file that is checked at the same time. All wait at once.
    expect(started.count).toBeLessThanOrEqual(4);
  });
});

describe('a git that answers each question after 59 seconds', () => {
  const limit = 'git took more than 5 minutes in all';
  it.each<[name: string, args: string[], exits: [number, string]]>([
    [
      'is a note where nothing was asked of it',
      [],
      [0, 'git did not answer in time: changes before 2026-11-23'],
    ],
    ['fails where a revision was named', ['--against', 'main'], [2, `${limit}, so history cannot be read.`]],
  ])('%s', async (_name, args, [exitCode, says]) => {
    const cwd = await makeEmptyFolder();
    const programs = join(cwd, 'bin');
    const folders = Array.from({ length: 12 }, (_, index) => `region-${index}`);
    for (const folder of [...folders, '.git', 'bin']) await mkdir(join(cwd, folder));
    for (const folder of folders) await writeFile(join(cwd, folder, 'sales-system.yaml'), system);
    const commit = 'a'.repeat(40);
    await writeFile(
      join(programs, 'git'),
      `#!/bin/sh
case "$*" in
*show-toplevel*) printf '%s\\nfalse\\n%s\\n' "$PWD" ${commit} ;;
*--verify* | *merge-base*) echo ${commit} ;;
esac
`,
    );
    await chmod(join(programs, 'git'), 0o755);
    vi.stubEnv('PATH', `${programs}:${process.env['PATH']}`);
    const start = performance.now();
    Object.assign(started, { count: 0, slow: 0, pace: 59_000, clock: 0 });
    vi.spyOn(performance, 'now').mockImplementation(() => start + started.clock);
    const files = folders.map((folder) => `${folder}/sales-system.yaml`);
    const printed = await runCommand(['check', '--as-of', '2026-11-23', ...files, ...args], { cwd });
    expect(`${printed.stdout}${printed.stderr}`.replaceAll(/\s+(?:\| )?/g, ' ')).toContain(says);
    expect(printed.exitCode).toBe(exitCode);
    // Each file takes two questions, or more.
    expect(started.count).toBeLessThan(2 * folders.length);
  });
});
