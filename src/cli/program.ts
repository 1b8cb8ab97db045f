import { Argument, Command, CommanderError, Option } from 'commander';
import { suggest } from '#document/suggest.ts';
import { UsageError } from '#domain/errors.ts';
import type { Outcome } from '#domain/verdict.ts';
import type { Host } from '#io/host.ts';
import { charts, papers, tables } from '#render/report/context.ts';
import { type CommonOptions, type Context, makeContext } from './context.ts';
import { checkFormatNames, questionFormats, reportFormats, scoreFormats } from './formats.ts';
import { schemaKinds, version } from './schemas.ts';

const roles = ['leader', 'manager', 'seller', 'enablement', 'customer'];

/** Collects the values of an option that may be given several times. */
function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

type Action = (context: Context, ...values: never[]) => Promise<Outcome>;

/** Adds the options and the error behaviour that every command has. */
function common(command: Command): Command {
  return command
    .addOption(
      new Option('--color <when>', 'use colour').choices(['auto', 'always', 'never']).default('auto'),
    )
    .addOption(new Option('--as-of <date>', 'the day to speak for, YYYY-MM-DD (default: today)'))
    .showHelpAfterError(false)
    .allowExcessArguments(false);
}

/** Adds the option of every command that works with a model. */
function withModel(command: Command): Command {
  return command.option(
    '--model <dir>',
    'a model of your own: a folder, complete or an overlay; or `de`, the German words',
  );
}

/** The commands of the tool. Each action puts how it ended into `ended`. */
function makeProgram(host: Host, ended: (outcome: Outcome) => void): Command {
  const act =
    (load: () => Promise<Action>) =>
    async (...values: unknown[]): Promise<void> => {
      const options = (values.at(-2) ?? {}) as CommonOptions;
      const action = await load();
      ended(await action(makeContext(host, options), ...(values.slice(0, -1) as never[])));
    };

  const program = new Command('sales-audit')
    .description(
      'How complete is your sales system? An audit of four elements in sequence: philosophy (why do we), process (what to do), method (how to), execution.\nWithout a command it starts or resumes the interview.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .configureOutput({
      writeOut: (text) => void host.stdout.write(text),
      writeErr: (text) => void host.stderr.write(text),
      getOutHelpWidth: () => (host.stdout.isTTY ? host.stdout.columns : 80),
      getErrHelpWidth: () => (host.stderr.isTTY ? host.stderr.columns : 80),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .exitOverride()
    .addHelpText(
      'after',
      `
Examples:
  $ sales-audit --quick                        the short interview, saved in answers.yaml
  $ sales-audit score answers.yaml -o report.yaml
  $ sales-audit report report.yaml -o report.html -o report.pdf
  $ sales-audit explain philosophy --answers answers.yaml
  $ sales-audit check                          the committed sales system, as a gate

Exit codes: 0 fine, 1 findings, a floor missed or an audited document that is invalid, 2 wrong usage or a file that cannot be read,
3 a bug in the tool, 129 and 143 ended by a signal, 130 Ctrl-C.`,
    );

  const add = (name: string, description: string): Command =>
    common(program.command(name).description(description)).helpOption('-h, --help', 'print help');

  withModel(add('run', 'the interview: start or resume; writes answers.yaml and report.yaml (the default)'))
    .option('--quick', 'ask the short set of questions')
    .option('--organization <name>', 'name of the audited organization')
    .addOption(new Option('--role <role>', 'seat of the respondent').choices(roles))
    .option('--respondent <name>', 'name of the respondent')
    .option('--unit <name>', 'region or team that the respondent speaks for')
    .option('--answers <file>', 'where answers are saved after every question', 'answers.yaml')
    .option('--report <file>', 'where the report is written', 'report.yaml')
    .option('--system <file>', 'the declared system: shown beside each question, and scored as written')
    .option('--plain', 'ask by lines without redrawing: screen readers, pipes, simple terminals')
    .option('--no-input', 'ask nothing: score a complete answers file or say what is missing')
    .addHelpText(
      'after',
      `
Every answer is saved at once. Running it again on the same file resumes at the first open question.

Examples:
  $ sales-audit run --quick --organization "Harbor Instruments"
  $ sales-audit run --answers clients/harbor/answers.yaml --report clients/harbor/report.yaml
  $ sales-audit run --plain < lines.txt
  $ sales-audit run --no-input --answers answers.yaml`,
    )
    .action(act(async () => (await import('./run.ts')).run as Action));

  withModel(add('score', 'score a file of answers and write the report'))
    .argument('<answers...>', 'file of answers, or - for standard input')
    .option('-o, --output <file>', 'write the report to a file and print the summary')
    .option('--system <file>', 'the declared system, for the written score')
    .addOption(
      new Option('--format <format>', 'format of the report').choices([...scoreFormats]).default('yaml'),
    )
    .addHelpText(
      'after',
      `
Examples:
  $ sales-audit score answers.yaml -o report.yaml
  $ sales-audit score answers.yaml --format text
  $ sales-audit score answers.yaml --format json --as-of 2026-11-23 | jq .summary
  $ cat answers.yaml | sales-audit score -`,
    )
    .action(act(async () => (await import('./score.ts')).score as Action));

  withModel(add('report', 'render a report or answers: HTML, PDF, Markdown, text, tables, pictures'))
    .argument('<file>', 'report or file of answers, or - for standard input')
    .addOption(
      new Option('--format <format>', 'format (default: by the ending of the file, else text)').choices([
        ...reportFormats,
      ]),
    )
    .option(
      '-o, --output <file>',
      'write to a file: FILE, FORMAT=FILE, csv:TABLE=FILE or svg:CHART=FILE; repeatable',
      collect,
    )
    .addOption(new Option('--table <table>', 'table of csv (default: questions)').choices([...tables]))
    .addOption(new Option('--chart <chart>', 'picture of svg (default: bars)').choices([...charts]))
    .addOption(
      new Option('--paper <paper>', 'paper of pdf and html (default of pdf: a4)').choices([...papers]),
    )
    .option('--system <file>', 'the declared system, for the written score of answers')
    .option('--brand <name>', 'name of whoever hands the report over')
    .option('--logo <file>', 'logo to embed: PNG, JPEG, GIF, WebP or SVG, at most 512 KiB')
    .option('--accent <color>', 'accent color: #rgb, #rrggbb or a CSS name, readable on white')
    .option(
      '--browser <path>',
      'Chromium, Chrome, Edge or Brave to print the PDF with (default: what is there)',
    )
    .option('--config <file>', 'settings with the brand (default: the nearest .sales-audit.yaml)')
    .option('--no-config', 'use no settings file')
    .addHelpText(
      'after',
      `
A report is read as it is; answers are scored first, as \`score\` does. Files are written all or none.

Examples:
  $ sales-audit report report.yaml
  $ sales-audit report report.yaml -o report.html -o report.pdf --paper letter
  $ sales-audit report answers.yaml --system sales-system.yaml -o report.html --as-of 2026-11-23
  $ sales-audit report report.yaml -o csv:gaps=gaps.csv -o svg:radar=radar.svg
  $ sales-audit report report.yaml -o report.html --brand "Northlight Advisers" --logo logo.svg --accent "#0b5cad"
  $ sales-audit report report.yaml --format markdown | gh pr comment --body-file -`,
    )
    .action(act(async () => (await import('./report.ts')).runReport as Action));

  withModel(add('check', 'validate and check declared systems, answers and reports: the gate for CI'))
    .argument('[path...]', 'files, folders or globs; - for standard input; nothing for all below this folder')
    .addOption(
      new Option('--format <format>', 'format on stdout').choices([...checkFormatNames]).default('text'),
    )
    .option('-o, --output <format=file>', 'another format into a file; repeatable', collect, [])
    .option('--stdin-filename <file>', 'what to call standard input')
    .option('--config <file>', 'settings (default: the nearest .sales-audit.yaml)')
    .option('--no-config', 'use no settings file')
    .option('--print-config', 'print the settings that would be used, and stop')
    .addOption(
      new Option('--preset <preset>', 'where settings start from').choices([
        'relaxed',
        'recommended',
        'strict',
      ]),
    )
    .addOption(
      new Option('--fail-severity <severity>', 'findings of this severity or worse fail').choices([
        'error',
        'warning',
        'info',
        'never',
      ]),
    )
    .option('--max-warnings <n>', 'the most warnings that are let pass')
    .option('--min-score <score>', 'the lowest overall score, 0 to 100')
    .option('--min-element <id=score>', 'the lowest score of an element; repeatable', collect, [])
    .option('--min-in-place <n>', 'the fewest elements in place, of answers')
    .option('--min-coverage <share>', 'the lowest coverage, 0 to 1, of answers')
    .option('--max-evidence-age <duration>', 'the oldest evidence of answers, such as P12M')
    .option('--against <file|revision>', 'compare scores with an earlier state')
    .option('--max-drop <points>', 'the most points that a score may lose against it')
    .option('--baseline <file>', 'findings listed there are shown, but do not fail')
    .option('--no-baseline', 'ignore the baseline of the settings')
    .option('--update-baseline', 'write what is found now into the baseline')
    .addHelpText(
      'after',
      `
Exits 1 where a finding is severe enough, a floor is missed or a document is invalid.

Examples:
  $ sales-audit check
  $ sales-audit check sales-system.yaml --fail-severity warning
  $ sales-audit check --format github --output sarif=out.sarif --output junit=out.xml
  $ sales-audit check --min-score 50 --min-element philosophy=50
  $ sales-audit check --against origin/main --max-drop 2
  $ sales-audit check --baseline .sales-audit-baseline.json --update-baseline`,
    )
    .action(act(async () => (await import('./check.ts')).runCheck as Action));

  add('init', 'start a sales-system.yaml, with the settings of the gate and a CI workflow')
    .option('--organization <name>', 'name of the organization (default: asked for, else the folder)')
    .addOption(
      new Option('--ci <system>', 'write a workflow for it (default: asked for, else what is there)').choices(
        ['github', 'gitlab', 'none'],
      ),
    )
    .option('--from <answers>', 'fill in what an interview learned')
    .option('--dir <dir>', 'folder to write to', '.')
    .option('--yes', 'ask nothing: take the flags, and what the folder says')
    .option('--plain', 'ask by lines without redrawing: screen readers, pipes, simple terminals')
    .option('--force', 'replace files that are there')
    .addHelpText(
      'after',
      `
Writes sales-system.yaml, .sales-audit.yaml, the workflow, and a baseline of what is missing today, so that
the gate passes on the first push and fails on what gets worse. Nothing is replaced without being asked for.

Examples:
  $ sales-audit init
  $ sales-audit init --yes --organization "Harbor Instruments" --ci gitlab
  $ sales-audit init --from answers.yaml --dir sales`,
    )
    .action(act(async () => (await import('./init.ts')).init as Action));

  withModel(add('questions', 'list the questions of the model'))
    .addOption(
      new Option('--format <format>', 'format of the list').choices([...questionFormats]).default('text'),
    )
    .option('--quick', 'only the short set')
    .addOption(new Option('--role <role>', 'only what this seat is asked, in its words').choices(roles))
    .option('--element <id>', 'only one element')
    .option('-o, --output <file>', 'write the list to a file')
    .addHelpText(
      'after',
      `
Examples:
  $ sales-audit questions
  $ sales-audit questions --quick --role seller
  $ sales-audit questions --format markdown -o questionnaire.md
  $ sales-audit questions --format json | jq -r '.questions[].id'`,
    )
    .action(act(async () => (await import('./look-up.ts')).questions as Action));

  withModel(
    add(
      'explain',
      'explain a question, practice, element, pattern or recommendation, or the arithmetic behind a score',
    ),
  )
    .argument(
      '<id>',
      'id of a question, practice, block, element, pattern or check; QUESTION@LEVEL for a recommendation; overall, balance or coverage',
    )
    .option('--answers <file>', 'explain the scores of these answers too (- for standard input)')
    .addHelpText(
      'after',
      `
Examples:
  $ sales-audit explain philosophy.stated-purpose.heard
  $ sales-audit explain stated-purpose --answers answers.yaml
  $ sales-audit explain overall --answers answers.yaml`,
    )
    .action(act(async () => (await import('./look-up.ts')).explain as Action));

  add('schema', 'print the JSON Schema of a kind of document')
    .addArgument(new Argument('<kind>', 'kind of document').choices([...schemaKinds]))
    .addHelpText(
      'after',
      `
Examples:
  $ sales-audit schema answers > answers.schema.json`,
    )
    .action(act(async () => (await import('./look-up.ts')).schema as Action));

  const model = program
    .command('model')
    .description('check or start a model of your own')
    .helpOption('-h, --help', 'print help');
  common(model.command('lint').description('check a model: schema, references, ids, patterns, words'))
    .argument('<dir>', 'folder of the model')
    .addHelpText(
      'after',
      `
Examples:
  $ sales-audit model lint my-model`,
    )
    .action(act(async () => (await import('./model.ts')).lint as Action));
  common(model.command('new').description('start a model of your own'))
    .argument('<dir>', 'folder to write to, new or empty')
    .option('--id <id>', 'id of the model', 'my-sales-system')
    .option('--complete', 'copy the whole model instead of extending it')
    .addHelpText(
      'after',
      `
Examples:
  $ sales-audit model new my-model --id harbor-sales-system
  $ sales-audit run --model my-model`,
    )
    .action(act(async () => (await import('./model.ts')).create as Action));

  program.helpCommand('help [command]', 'print help for a command');
  return program;
}

/** Arguments with `run` put in where no command was named. Throws a UsageError for an unknown command. */
function withCommand(program: Command, argv: readonly string[]): readonly string[] {
  const [first] = argv;
  if (first === undefined) return ['run'];
  if (first.startsWith('-'))
    return ['-h', '--help', '-V', '--version'].includes(first) ? argv : ['run', ...argv];
  const names = [...program.commands.map((command) => command.name()), 'help'];
  if (names.includes(first)) return argv;
  const near = suggest(first, names);
  throw new UsageError(
    `There is no command ${JSON.stringify(first)}.`,
    near === undefined
      ? `Commands: ${names.join(', ')}. \`sales-audit --help\` explains them.`
      : `Did you mean ${near}?`,
  );
}

/** Runs the command that the arguments name. Throws a UsageError for wrong usage. */
export async function runProgram(host: Host): Promise<Outcome> {
  let outcome: Outcome = { end: 'done' };
  const program = makeProgram(host, (ended) => {
    outcome = ended;
  });
  try {
    await program.parseAsync([...withCommand(program, host.argv)], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Commander has printed its message, with a suggestion where it has one.
    return error.exitCode === 0 ? { end: 'done' } : { end: 'unusable' };
  }
  return outcome;
}
