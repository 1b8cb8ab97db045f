import { createRequire } from 'node:module';
import { Language, type Node, Parser } from '@vscode/tree-sitter-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { powershell } from '#cli/completion/scripts/powershell.ts';
import { makeEmptyFolder } from '../../support/folder.ts';
import { runCommand } from '../../support/command.ts';

/**
 * Tests the script without PowerShell: its grammar with the parser of an editor, and the requests that it makes with
 * their answers.
 */
const grammar = createRequire(import.meta.url).resolve(
  '@vscode/tree-sitter-wasm/wasm/tree-sitter-powershell.wasm',
);

let parser: Parser;

beforeAll(async () => {
  await Parser.init();
  parser = new Parser();
  parser.setLanguage(await Language.load(grammar));
});

function parse(script: string): Node {
  const tree = parser.parse(script);
  if (tree === null) throw new Error('nothing was parsed');
  return tree.rootNode;
}

/** Lists the names of the commands that a script calls, in order. */
function listCalled(node: Node): string[] {
  return node
    .descendantsOfType('command')
    .flatMap((command) => command?.childForFieldName('command_name')?.text ?? []);
}

describe('the script for PowerShell', () => {
  it('parses, and a syntax error would be found', () => {
    expect(parse(powershell).hasError).toBe(false);
    const brackets = [...powershell].flatMap((sign, index) => ('{}()'.includes(sign) ? [index] : []));
    const seen = brackets.filter((at) => parse(powershell.slice(0, at) + powershell.slice(at + 1)).hasError);
    expect(brackets.length).toBeGreaterThan(20);
    expect(seen).toEqual(brackets);
  });

  it('registers a completer for a native command, calls the tool and evaluates nothing', () => {
    const commands = listCalled(parse(powershell));
    expect(commands[0]).toBe('Register-ArgumentCompleter');
    expect(commands).toContain('sales-audit');
    expect(commands.filter((name) => /invoke|iex|eval/i.test(name))).toEqual([]);
  });

  it.each<[string[], string, string[]]>([
    [['.ex'], 'none', ['explain']],
    [['.'], 'none', ['run', 'score', 'combine']],
    [['score', '.'], 'files', []],
    [['model', 'lint', '.su'], 'folders', []],
    [['check', '.--format=js'], 'none', ['--format=json']],
    [['run', '--organization', '.'], 'none', []],
    [[], 'none', ['run', 'score', 'combine']],
  ])('is answered: %j', async (words, paths, first) => {
    const args = ['complete', '--shell', 'powershell', '--', ...words];
    const { stdout, stderr, exitCode } = await runCommand(args, { cwd: await makeEmptyFolder() });
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    const [said, ...lines] = stdout.replace(/\n$/, '').split('\n');
    expect(said).toBe(paths);
    expect(lines.slice(0, first.length).map((line) => line.split('\t')[0])).toEqual(first);
    // PowerShell rejects completions without a description.
    for (const line of lines) expect(line).toMatch(/^[^\t]+\t[^\t]+$/);
  });
});
