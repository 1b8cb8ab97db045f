import { formatMessage } from '#domain/messages.ts';
import { write } from '#render/terminal/paragraph.ts';
import { describeMethod } from '#render/report/wording/phrases.ts';
import { type Page, bodyIndent, renderSection } from './page.ts';

/** Renders how the result was computed, its limits, and the versions of model and tool. */
export function renderMethodLines(page: Page): string[] {
  const { report, messages, model, width } = page;
  const { id, version } = report.model;
  const { name: tool, version: toolVersion } = report.generator;
  const madeWith = formatMessage(messages, 'report.methodModel', { id, version, tool, toolVersion });
  return renderSection(
    messages['report.method'],
    [...describeMethod(report, messages, model), madeWith].map((text) => write([text], bodyIndent, width)),
    page,
  );
}
