import { basename } from 'node:path';
import type { Block } from './case.ts';
import { type Bench, checkCommand, commandCase, emptyProcess } from './command-case.ts';
import { folderWith, installedTool, onTheDay, smallRepository, strongExample } from './scratch.ts';
import { findYamllint } from './yamllint.ts';

const answersExample = 'examples/harbor-instruments/answers.yaml';

/** Single commands over one file, beside other programs over the same file. */
export function commandsBlock(bench: Bench): Block {
  const { scratch, peers, versions } = bench;
  const cwd = scratch.folder;
  const file = basename(strongExample);
  const outside = (): Promise<string> => folderWith(scratch, strongExample, file);
  return {
    name: 'commands',
    share: 1,
    base: emptyProcess(bench),
    cases: [
      commandCase(bench, 'version', '`--version`', async () => ({
        argv: [...scratch.tool, '--version'],
        cwd,
        exits: 0,
      })),
      commandCase(bench, 'help', '`--help`', async () => ({
        argv: [...scratch.tool, '--help'],
        cwd,
        exits: 0,
      })),
      // As a person types it, without the day: time passing may find something here, but nothing that fails.
      commandCase(bench, 'check', '`check` of one file, outside git', async () =>
        checkCommand(bench, await outside(), 0, file),
      ),
      commandCase(bench, 'check-option', 'the same with an option, `--as-of`', async () =>
        checkCommand(bench, await outside(), 0, ...onTheDay, file),
      ),
      commandCase(
        bench,
        'check-installed',
        'the same, installed from a registry, from its second run on',
        async () => {
          const command = {
            argv: [...(await installedTool(scratch)), 'check', file],
            cwd: await outside(),
            exits: 0,
          } as const;
          // The first run keeps what it had to compile.
          await scratch.meter.measure(command);
          return command;
        },
      ),
      commandCase(bench, 'check-git', '`check` of one file, in a git repository', async () =>
        checkCommand(bench, await smallRepository(scratch), 0, file),
      ),
      commandCase(bench, 'score', '`score` of one file of answers', async () => ({
        argv: [...scratch.tool, 'score', ...onTheDay, 'answers.yaml'],
        cwd: await folderWith(scratch, answersExample, 'answers.yaml'),
        exits: 0,
      })),
      commandCase(bench, 'ajv', 'ajv-cli, the same file against our schema', async () => ({
        argv: [...(await peers()).ajv, file],
        cwd: await outside(),
        exits: 0,
      })),
      commandCase(bench, 'spectral', 'spectral, the same file against our schema', async () => ({
        argv: [...(await peers()).spectral, file],
        cwd: await outside(),
        exits: 0,
      })),
      commandCase(bench, 'yamllint', 'yamllint, the same file, relaxed rules', async () => {
        const { program, version } = await findYamllint(scratch);
        versions.add(version);
        return { argv: [...program, file], cwd: await outside(), exits: 0 };
      }),
    ],
  };
}
