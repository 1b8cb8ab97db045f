/** The renderers of a report: one directory or file and one key per format. */
import type { ReportRenderer, TextFormat } from './context.ts';
import { renderCsv } from './csv/index.ts';
import { renderHtml } from './html/index.tsx';
import { renderReportMarkdown } from './markdown/index.ts';
import { renderSvg } from './svg/index.tsx';
import { renderReportText } from './text/index.ts';
import { renderReportJson, renderReportYaml } from './serialize.ts';

export * from './context.ts';

/** The renderer of each format. */
export const renderers = {
  html: renderHtml,
  markdown: renderReportMarkdown,
  text: renderReportText,
  json: renderReportJson,
  yaml: renderReportYaml,
  csv: renderCsv,
  svg: renderSvg,
} satisfies Record<TextFormat, ReportRenderer>;
