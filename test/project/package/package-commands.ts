import { checkFormats } from '#app/formats.ts';
import { textFormats } from '#render/report/index.ts';
import { parseBlocks } from '../../support/docs/markdown.ts';
import { parseSteps } from '../../support/shell.ts';

/** A bash script that a reader could type, with its expected exit code. */
export interface Command {
  readonly script: string;
  readonly code: number;
}

const harbor = 'examples/harbor-instruments';
const tarnbeck = 'examples/tarnbeck-cooling';
const sablewick = 'examples/sablewick-filtration';
const on = '--as-of 2026-11-23';

const makeFine = (...scripts: string[]): Command[] =>
  scripts.map((script) => ({ script: `sales-audit ${script}`, code: 0 }));
const makeEnding = (code: number, ...scripts: string[]): Command[] =>
  scripts.map((script) => ({ script: `sales-audit ${script}`, code }));

/** Formats options for an output file per format, except one, which goes to stdout. */
const listOutputs = (formats: readonly string[], folder: string): string =>
  formats.map((format) => `-o ${format}=${folder}/${format}`).join(' ');

/**
 * Every command, with all formats of those that can write several at once. They run in a folder with the examples. The
 * help of each command and the formats of `questions` are golden tests: they do not depend on the package.
 */
export const essentials: readonly Command[] = [
  ...makeFine('--version', '--help', 'check --help'),
  { script: 'mkdir acme checked reported', code: 0 },
  ...makeFine(
    `score ${harbor}/answers.yaml --system ${harbor}/sales-system.yaml ${on} -o scored.yaml`,
    `score ${harbor}/answers.yaml ${on} --format json`,
    `report scored.yaml --format text`,
    `report scored.yaml ${listOutputs([...textFormats, 'pdf'], 'reported')} -o csv:gaps=gaps.csv -o svg:heat-map=heat-map.svg`,
    `report scored.yaml -o reported/tracker.xlsx -o reported/slides.pptx -o reported/report.docx`,
    `combine ${sablewick}/answers/*.yaml ${on} -o combined.yaml`,
    `report combined.yaml -o csv:perception=perception.csv`,
    'form --role seller -o seller.html',
    'form --role seller --format markdown -o seller.md',
    'form --role seller --format xlsx -o seller.xlsx',
    'import seller.md -o seller-1.answers.yaml',
    'import seller.xlsx -o seller-2.answers.yaml',
    `check ${tarnbeck} ${on}`,
    `init --yes --organization Acme --ci github --dir acme ${on}`,
    `questions --role seller --model de`,
    'questions --quick --format yaml',
    'explain process-heavy',
    `explain overall --answers ${harbor}/answers.yaml ${on}`,
    'schema report',
    'completion bash',
    'model new own-model',
    'model lint own-model',
    `run --no-input --answers ${tarnbeck}/answers.yaml --report tarnbeck.yaml ${on}`,
  ),
  { script: `(cd acme && sales-audit check ${on})`, code: 0 },
  ...makeEnding(1, `check ${harbor}/sales-system.yaml ${on} ${listOutputs(checkFormats, 'checked')}`),
  ...makeEnding(2, 'run --no-input', 'reprot', 'report no-such-file.yaml'),
];

/** Blocks of the README that do not run here, with reasons. */
export const notRun: readonly (readonly [block: RegExp, why: string])[] = [
  [/^npm ci\b/m, 'needs the source of the project, and the second one runs these tests'],
];

/** Parses the commands of a session. An exit code other than 0 is in the line below the command. */
function parseCommands(session: string): readonly Command[] {
  return parseSteps(session).map(({ command, output }) => ({
    script: command.join('\n'),
    code: Number(/^\[exit (\d+)\]$/m.exec(output.join('\n'))?.[1] ?? 0),
  }));
}

/** Makes a script that writes a block to the file named in its note. */
function makeWriteCommand(file: string, text: string): Command {
  return { script: `mkdir -p "$(dirname '${file}')" && cat > '${file}' <<'END'\n${text}\nEND`, code: 0 };
}

/** Lists the commands of the README from "Start" on: a block as one script, a session step by step. */
export function listReadmeCommands(readme: string): readonly Command[] {
  const start = readme.slice(0, readme.indexOf('\n## Start\n')).split('\n').length;
  return parseBlocks(readme)
    .filter(({ line, text }) => line > start && !notRun.some(([block]) => block.test(text)))
    .flatMap(({ language, notes, text }) => {
      const file = notes.find(([key]) => key === 'file')?.[1];
      if (file !== undefined) return [makeWriteCommand(file, text)];
      if (language === 'sh') return [{ script: `set -e\n${text}`, code: 0 }];
      return language === 'console' ? parseCommands(text) : [];
    });
}
