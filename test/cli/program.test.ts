import { describe, expect, it } from 'vitest';
import { makeProgram } from '#cli/build-command.ts';
import type { CommandDefinition } from '#cli/definition.ts';
import { examples } from '#cli/commands/about.ts';
import { commands } from '#cli/commands/index.ts';
import { splitLine } from '#cli/completion/line.ts';
import { runProgram } from '#cli/program.ts';
import { reportError } from '#cli/report-error.ts';
import { InterruptedError } from '#domain/errors.ts';
import { decide } from '#domain/verdict.ts';
import type { Host } from '#io/host.ts';

/** Makes a host that captures the output. */
function makeHost(argv: readonly string[]): { host: Host; printed: () => string } {
  let text = '';
  const stream = { write: (more: string) => Boolean((text += more)), isTTY: false };
  const host = {
    argv,
    cwd: '/',
    env: {},
    stdin: process.stdin,
    stdout: stream as unknown as NodeJS.WriteStream,
    stderr: stream as unknown as NodeJS.WriteStream,
    invocation: ['sales-audit'],
    shell: 'posix' as const,
    today: () => '2026-11-23',
  };
  return { host, printed: () => text };
}

/** Lists every command that has an action, with its full name. */
function listLeaves(
  definitions: readonly CommandDefinition[] = commands,
  group = '',
): [string, CommandDefinition][] {
  return definitions.flatMap((definition): [string, CommandDefinition][] =>
    definition.commands === undefined
      ? [[`${group}${definition.name}`, definition]]
      : listLeaves(definition.commands, `${group}${definition.name} `),
  );
}

describe('a command that does not exist', () => {
  it.each([
    ['chek', 'Did you mean check?'],
    ['competion', 'Did you mean completion?'],
    [
      'zzz',
      'Commands: run, score, combine, report, check, form, import, init, questions, explain, schema, model, completion, help.',
    ],
  ])('%s: %s', async (word, hint) => {
    await expect(runProgram(makeHost([word]).host)).rejects.toMatchObject({
      message: `There is no command "${word}".`,
      hint: expect.stringContaining(hint),
    });
  });
});

describe('an option before --', () => {
  it.each([
    [['check', '--config', '--'], '--config has no value.'],
    [['check', '--min-element', '--', 'a.yaml'], '--min-element has no value.'],
  ])('%j does not take it as its value', async (argv, message) => {
    await expect(runProgram(makeHost(argv).host)).rejects.toThrow(message);
  });
});

describe('an option without its file', () => {
  it.each(['--config', '--baseline', '--model', '--stdin-filename'])('%s of check', async (option) => {
    const { host, printed } = makeHost(['check', option, '']);
    expect(await runProgram(host)).toEqual({ end: 'unusable' });
    expect(printed()).toContain(`argument '' is invalid. It is empty: name a file, or leave the option out.`);
    expect(printed()).toContain(option);
  });
});

describe('an error of a run', () => {
  it.each<[name: string, error: unknown, printed: string, exitCode: number]>([
    [
      'an interruption',
      new InterruptedError('SIGTERM'),
      'Interrupted. No file was left half written.\n',
      143,
    ],
    ['a bug, whose text may be of a file', 'It\u001b[2J broke', 'It\\u{1b}[2J broke\n', 3],
  ])('%s', async (_name, error, expected, exitCode) => {
    const { host, printed } = makeHost([]);
    expect(decide(await reportError(host, error)).exitCode).toBe(exitCode);
    expect(printed()).toBe(expected);
  });
});

describe('definitions', () => {
  it.each(listLeaves())(
    '%s defines choices or a kind for each value, and only for values',
    (_name, definition) => {
      const { arguments: ownArguments = [], options = [] } = definition;
      for (const { choices, kind } of ownArguments) expect(Number(!choices) + Number(!kind)).toBe(1);
      for (const { flags, choices, kind } of options) {
        expect([flags, Number(!!choices) + Number(!!kind)]).toEqual([flags, flags.includes('<') ? 1 : 0]);
      }
    },
  );

  const lines = [
    ...listLeaves().flatMap(([, { examples: own = [] }]) => own),
    ...examples.map(({ line }) => line),
  ];

  it.each(lines)('the example parses: %s', async (line) => {
    const called = line.slice(line.indexOf('sales-audit ')).replace(/ [|<>] .*|\)"$/, '');
    const words = splitLine(called, '').words.slice(1);
    const program = makeProgram(makeHost([]).host, () => async () => undefined);
    const argv = words[0]?.startsWith('-') ? ['run', ...words] : [...words];
    await expect(program.parseAsync(argv, { from: 'user' })).resolves.toBe(program);
  });
});
