import { charts, papers, tables } from '#render/report/context.ts';
import { reportFormats } from '../formats.ts';
import { type CommandDefinition, choice, collect, withModel } from './definition.ts';

/** `report`: renderings of a report. */
export const report: CommandDefinition = {
  name: 'report',
  description: 'render a report or answers: HTML, PDF, Markdown, text, tables, pictures',
  define: (command) =>
    withModel(command)
      .argument('<file>', 'report or file of answers, or - for standard input')
      .addOption(
        choice(
          command,
          '--format <format>',
          'format (default: by the ending of the file, else text)',
          reportFormats,
        ),
      )
      .option(
        '-o, --output <file>',
        'write to a file: FILE, FORMAT=FILE, csv:TABLE=FILE or svg:CHART=FILE; repeatable',
        collect,
      )
      .addOption(choice(command, '--table <table>', 'table of csv (default: questions)', tables))
      .addOption(choice(command, '--chart <chart>', 'picture of svg (default: bars)', charts))
      .addOption(choice(command, '--paper <paper>', 'paper of pdf and html (default of pdf: a4)', papers))
      .option('--system <file>', 'the declared system, for the written score of answers')
      .option('--brand <name>', 'name of whoever hands the report over')
      .option('--logo <file>', 'logo to embed: PNG, JPEG, GIF, WebP or SVG, at most 512 KiB')
      .option('--accent <color>', 'accent color: #rgb, #rrggbb or a CSS name, readable on white')
      .option(
        '--browser <path>',
        'Chromium, Chrome, Edge or Brave to print the PDF with (default: what is there)',
      )
      .option('--config <file>', 'settings with the brand (default: the nearest .sales-audit.yaml)')
      .option('--no-config', 'use no settings file'),
  values: {
    file: 'file',
    model: 'model',
    output: 'report-output',
    system: 'file',
    brand: 'text',
    logo: 'file',
    accent: 'text',
    browser: 'file',
    config: 'file',
  },
  note: 'A report is read as it is; answers are scored first, as `score` does. Files are written all or none.',
  examples: [
    'sales-audit report report.yaml',
    'sales-audit report report.yaml -o report.html -o report.pdf --paper letter',
    'sales-audit report answers.yaml --system sales-system.yaml -o report.html --as-of 2026-11-23',
    'sales-audit report report.yaml -o csv:gaps=gaps.csv -o svg:radar=radar.svg',
    'sales-audit report report.yaml -o report.html --brand "Northlight Advisers" --logo logo.svg --accent "#0b5cad"',
    'sales-audit report report.yaml --format markdown | gh pr comment --body-file -',
  ],
  load: async () => (await import('../report.ts')).runReport,
};
