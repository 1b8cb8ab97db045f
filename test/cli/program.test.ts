import type { Command } from 'commander';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { makeProgram } from '#cli/build-command.ts';
import type { Action, CommandDefinition } from '#cli/commands/definition.ts';
import { examples } from '#cli/commands/about.ts';
import { commands } from '#cli/commands/index.ts';
import { splitLine } from '#cli/completion/line.ts';
import { runProgram } from '#cli/program.ts';
import type { Host } from '#io/host.ts';

/** A host that keeps what is printed. */
function hostWith(argv: readonly string[]): { host: Host; printed: () => string } {
  let text = '';
  const stream = { write: (more: string) => Boolean((text += more)), isTTY: false };
  const host = {
    argv,
    cwd: '/',
    env: {},
    stdin: process.stdin,
    stdout: stream as unknown as NodeJS.WriteStream,
    stderr: stream as unknown as NodeJS.WriteStream,
    invocation: 'sales-audit',
    today: () => '2026-11-23',
  };
  return { host, printed: () => text };
}

function build(definitions: readonly CommandDefinition[]): Command {
  return makeProgram(hostWith([]).host, definitions, () => async () => undefined);
}

/** Every definition that does something, with the command made from it. */
function leaves(
  definitions: readonly CommandDefinition[] = commands,
  parent: Command = build(commands),
): [string, CommandDefinition, Command][] {
  return definitions.flatMap((definition): [string, CommandDefinition, Command][] => {
    const command = parent.commands.find((each) => each.name() === definition.name);
    if (command === undefined) throw new Error(`${definition.name} was not built`);
    return definition.commands === undefined
      ? [[`${parent.name()} ${definition.name}`, definition, command]]
      : leaves(definition.commands, command);
  });
}

afterEach(() => vi.restoreAllMocks());

describe('what is built', () => {
  const spies = () =>
    new Map(
      commands.flatMap((each) =>
        each.define === undefined
          ? []
          : [[each.name, vi.spyOn(each as Required<CommandDefinition>, 'define')]],
      ),
    );

  it.each([
    ['schema', '--help'],
    ['check', '--help'],
    ['--quick', '--help'],
  ])('is one command for `%s %s`', async (...argv) => {
    const built = spies();
    await runProgram(hostWith(argv).host);
    const names = [...built].filter(([, spy]) => spy.mock.calls.length > 0).map(([name]) => name);
    expect(names).toEqual([argv[0]?.startsWith('-') ? 'run' : argv[0]]);
  });

  it.each([['--help'], ['help'], ['help', 'score']])('is every command for `%s`', async (...argv) => {
    const built = spies();
    await runProgram(hostWith(argv).host);
    expect([...built.values()].every((spy) => spy.mock.calls.length === 1)).toBe(true);
  });

  it.each(commands.map((each) => [each.name, each] as const))(
    '`%s` alone has the help that it has among all',
    (name, definition) => {
      const helpOf = (program: Command): string | undefined =>
        program.commands.find((each) => each.name() === name)?.helpInformation();
      expect(helpOf(build([definition]))).toBe(helpOf(build(commands)));
    },
  );
});

describe('a line without options', () => {
  /** What the action of a command is given for a line, without the context; undefined where it is not called. */
  async function valuesFor(argv: readonly string[]): Promise<unknown[] | undefined> {
    let given: unknown[] | undefined;
    const action: Action = async (_context, ...values) => {
      given = values;
      return { end: 'done' };
    };
    for (const each of commands) {
      if (each.load !== undefined)
        vi.spyOn(each as Required<CommandDefinition>, 'load').mockResolvedValue(action);
    }
    await runProgram(hostWith(argv).host);
    return given;
  }

  const plain = commands.filter(({ operands }) => operands !== undefined);

  it.each(
    plain.flatMap(({ name }) =>
      [[], ['a.yaml'], ['a.yaml', 'b c.yaml', '-'], ['']].map((words) => [name, ...words]),
    ),
  )('gives an action what it is given where the line is parsed: %s %s %s', async (name, ...words) => {
    const define = vi.spyOn(
      commands.find((each) => each.name === name) as Required<CommandDefinition>,
      'define',
    );
    const given = await valuesFor([name, ...words]);
    const parsed = await valuesFor([name, '--', ...words]);
    expect(given).toEqual(parsed);
    // The second line was parsed; the first one only where it could not be used.
    expect(define).toHaveBeenCalledTimes(given === undefined ? 2 : 1);
  });

  it('is any of `run`, `score` and `check`', () => {
    expect(plain.map(({ name }) => name)).toEqual(['run', 'score', 'check']);
  });

  it.each(
    leaves().flatMap(([name, { defaults = {} }, command]) =>
      Object.entries(defaults).map(([option, value]) => [name, option, value, command] as const),
    ),
  )('%s has --%s as %j', (_name, option, value, command) => {
    expect(command.getOptionValue(option)).toEqual(value);
  });
});

describe('a command that does not exist', () => {
  it.each([
    ['chek', 'Did you mean check?'],
    ['competion', 'Did you mean completion?'],
    [
      'zzz',
      'Commands: run, score, report, check, init, questions, explain, schema, model, completion, help.',
    ],
  ])('%s: %s', async (word, hint) => {
    await expect(runProgram(hostWith([word]).host)).rejects.toMatchObject({
      message: `There is no command "${word}".`,
      hint: expect.stringContaining(hint),
    });
  });
});

describe('definitions', () => {
  it.each(leaves())('%s says what every value can be, and of nothing else', (_name, definition, command) => {
    const own = command.options.filter(({ long }) => long !== '--as-of');
    const valued = [
      ...own
        .filter((option) => option.required || option.optional)
        .map((option) => ({ name: option.attributeName(), choices: option.argChoices })),
      ...command.registeredArguments.map((argument) => ({
        name: argument.name(),
        choices: argument.argChoices,
      })),
    ];
    const open = valued.filter(({ choices }) => choices === undefined).map(({ name }) => name);
    expect(Object.keys(definition.values ?? {}).toSorted()).toEqual(open.toSorted());
  });

  const lines = [
    ...leaves().flatMap(([, { examples: own = [] }]) => own),
    ...examples.map(({ line }) => line),
  ];

  it.each(lines)('the example is understood: %s', async (line) => {
    const called = line.slice(line.indexOf('sales-audit ')).replace(/ [|<>] .*|\)"$/, '');
    const words = splitLine(called, '').words.slice(1);
    const program = build(commands);
    const argv = words[0]?.startsWith('-') ? ['run', ...words] : [...words];
    await expect(program.parseAsync(argv, { from: 'user' })).resolves.toBe(program);
  });
});
