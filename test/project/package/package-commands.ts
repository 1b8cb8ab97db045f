import { commands } from '#cli/commands/index.ts';
import { checkFormats, questionFormats } from '#app/formats.ts';
import { textFormats } from '#render/report/index.ts';
import { blocksOf } from '../../support/docs/markdown.ts';
import { stepsOf } from '../../support/shell.ts';

/** A script for bash that a reader could type, with the exit code that it has to end with. */
interface Command {
  readonly script: string;
  readonly code: number;
}

const harbor = 'examples/harbor-instruments';
const tarnbeck = 'examples/tarnbeck-cooling';
const on = '--as-of 2026-11-23';

const fine = (...scripts: string[]): Command[] =>
  scripts.map((script) => ({ script: `sales-audit ${script}`, code: 0 }));
const ending = (code: number, ...scripts: string[]): Command[] =>
  scripts.map((script) => ({ script: `sales-audit ${script}`, code }));

/** A file for each format but one, which goes to stdout. */
const toFiles = (formats: readonly string[], folder: string): string =>
  formats.map((format) => `-o ${format}=${folder}/${format}`).join(' ');

/** Every command with its help, and every format of each, in a folder with the examples. */
export const essentials: readonly Command[] = [
  ...fine('--version', '--help', ...commands.map(({ name }) => `${name} --help`)),
  { script: 'mkdir acme checked reported', code: 0 },
  ...fine(
    `score ${harbor}/answers.yaml --system ${harbor}/sales-system.yaml ${on} -o scored.yaml`,
    `score ${harbor}/answers.yaml ${on} --format json`,
    `report scored.yaml --format text`,
    `report scored.yaml ${toFiles([...textFormats, 'pdf'], 'reported')} -o csv:gaps=gaps.csv -o svg:radar=radar.svg`,
    `check ${tarnbeck} ${on}`,
    `init --yes --organization Acme --ci github --dir acme ${on}`,
    `questions --role seller --model de`,
    ...questionFormats.map((format) => `questions --quick --format ${format}`),
    'explain process-heavy',
    `explain overall --answers ${harbor}/answers.yaml ${on}`,
    'schema report',
    'completion bash',
    'model new own-model',
    'model lint own-model',
    `run --no-input --answers ${tarnbeck}/answers.yaml --report tarnbeck.yaml ${on}`,
  ),
  { script: `(cd acme && sales-audit check ${on})`, code: 0 },
  ...ending(1, `check ${harbor}/sales-system.yaml ${on} ${toFiles(checkFormats, 'checked')}`),
  ...ending(2, 'run --no-input', 'reprot', 'report no-such-file.yaml'),
];

/** Blocks of the README that are not run here, and why. */
export const notRun: readonly (readonly [block: RegExp, why: string])[] = [
  [/^npm ci\b/m, 'needs the source of the project, and the second one runs these tests'],
];

/** The commands of a session, each with the exit code that stands below it where it is not 0. */
function commandsOf(session: string): readonly Command[] {
  return stepsOf(session).map(({ command, output }) => ({
    script: command.join('\n'),
    code: Number(/^\[exit (\d+)\]$/m.exec(output.join('\n'))?.[1] ?? 0),
  }));
}

/** A script that writes the text of a block to the file that its note names. */
function writing(file: string, text: string): Command {
  return { script: `mkdir -p "$(dirname '${file}')" && cat > '${file}' <<'END'\n${text}\nEND`, code: 0 };
}

/** What the README shows from its start on: a block of commands as one script, a session step by step. */
export function readmeCommands(readme: string): readonly Command[] {
  const start = readme.slice(0, readme.indexOf('\n## Start\n')).split('\n').length;
  return blocksOf(readme)
    .filter(({ line, text }) => line > start && !notRun.some(([block]) => block.test(text)))
    .flatMap(({ language, notes, text }) => {
      const file = notes.find(([key]) => key === 'file')?.[1];
      if (file !== undefined) return [writing(file, text)];
      if (language === 'sh') return [{ script: `set -e\n${text}`, code: 0 }];
      return language === 'console' ? commandsOf(text) : [];
    });
}
