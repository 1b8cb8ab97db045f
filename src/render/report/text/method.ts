import { write } from '#render/terminal/paragraph.ts';
import { describeMaker } from '#render/report/cover.ts';
import { describeMethod } from '#render/report/wording/phrases.ts';
import { type Page, bodyIndent, renderSection } from './page.ts';

/** Renders how the result was computed, its limits, and the versions of model and tool. */
export function renderMethodLines(page: Page): string[] {
  const { report, messages, model, width, context } = page;
  const madeWith = describeMaker(report, messages, context.isTechnical);
  return renderSection(
    messages['report.method'],
    [...describeMethod(report, messages, model), madeWith].map((text) => write([text], bodyIndent, width)),
    page,
  );
}
