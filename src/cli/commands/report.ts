import { charts, lengths, papers, tables } from '#render/report/context.ts';
import { reportFormats } from '#app/formats.ts';
import { type CommandDefinition, modelOption, separatorOption } from '#cli/definition.ts';

/** `report`: renders a report. */
export const report: CommandDefinition = {
  name: 'report',
  description: 'render a report or answers as HTML, PDF, office files, Markdown, text, tables or pictures',
  arguments: [
    { name: '<file>', description: 'report or answers file, or - for standard input', kind: 'file' },
  ],
  options: [
    modelOption,
    {
      flags: '--format <format>',
      description: 'output format (default: from the file extension, or text)',
      choices: reportFormats,
    },
    {
      flags: '-o, --output <file>',
      description: 'write to a file: FILE, FORMAT=FILE, csv:TABLE=FILE or svg:CHART=FILE; repeatable',
      kind: 'report-output',
      isRepeatable: true,
    },
    { flags: '--table <table>', description: 'table for csv (default: questions)', choices: tables },
    separatorOption,
    { flags: '--chart <chart>', description: 'chart for svg (default: bars)', choices: charts },
    {
      flags: '--paper <paper>',
      description: 'paper size for pdf and html (default for pdf: a4)',
      choices: papers,
    },
    {
      flags: '--length <length>',
      description:
        'summary (two pages, in docx about three) or full (default: full; summary for text on standard output); pptx and xlsx have one length',
      choices: lengths,
    },
    {
      flags: '--commentary <file>',
      description:
        'your own words in Markdown, by element and action (default: commentary.md beside the input)',
      kind: 'file',
    },
    {
      flags: '--technical',
      description: 'show ids of checks and questions, and files, lines and paths of findings',
    },
    {
      flags: '--system <file>',
      description: 'declared system, for the declared score',
      kind: 'file',
    },
    {
      flags: '--brand <name>',
      description: 'name of your firm, printed as the author of the report',
      kind: 'text',
    },
    {
      flags: '--logo <file>',
      description: 'logo to embed: PNG, JPEG, GIF, WebP or SVG, up to 512 KiB',
      kind: 'file',
    },
    {
      flags: '--accent <color>',
      description: 'accent color: #rgb, #rrggbb or a CSS name, readable on white',
      kind: 'text',
    },
    {
      flags: '--browser <path>',
      description: 'Chromium, Chrome, Edge or Brave for PDFs (default: an installed one)',
      kind: 'file',
    },
    {
      flags: '--config <file>',
      description: 'settings file with the brand (default: the nearest .sales-audit.yaml)',
      kind: 'file',
    },
    { flags: '--no-config', description: 'do not read a settings file' },
  ],
  note: 'A report is rendered as it is; answers are scored first, as by `score`. Either all files are written or none. Without -o, the summary is printed; --length full prints everything.',
  examples: [
    'sales-audit report report.yaml',
    'sales-audit report report.yaml -o report.html -o report.pdf --paper letter',
    'sales-audit report answers.yaml --system sales-system.yaml -o report.html --as-of 2026-11-23',
    'sales-audit report report.yaml --length summary -o summary.pdf --commentary commentary.md',
    'sales-audit report report.yaml -o tracker.xlsx -o slides.pptx -o report.docx',
    'sales-audit report report.yaml -o csv:gaps=gaps.csv -o svg:bars=bars.svg',
    'sales-audit report report.yaml -o report.html --brand "Northlight Advisers" --logo logo.svg --accent "#0b5cad"',
    'sales-audit report report.yaml --format markdown | gh pr comment --body-file -',
  ],
  load: async () => (await import('#app/report/render-report.ts')).runReport,
};
