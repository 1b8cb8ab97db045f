import { formatMessage } from '#domain/messages.ts';
import { write } from '#render/terminal/paragraph.ts';
import { describeMethod } from '#render/report/phrases.ts';
import { type Page, bodyIndent, section } from './page.ts';

/** Renders how the result was computed, its limits, and the versions of model and tool. */
export function renderMethodLines(page: Page): string[] {
  const { report, words, model, width } = page;
  const { id, version } = report.model;
  const { name: tool, version: toolVersion } = report.generator;
  const madeWith = formatMessage(words, 'report.methodModel', { id, version, tool, toolVersion });
  return section(
    words['report.method'],
    [...describeMethod(words, model), madeWith].map((text) => write([text], bodyIndent, width)),
    page,
  );
}
