import { escapeLine } from '#render/escape.ts';
import { renderBalanceBar } from '#render/terminal/bar.ts';
import { renderBarLegend, renderElementRows } from '#render/terminal/element-rows.ts';
import { padLeft, measureWidth } from '#render/terminal/layout.ts';
import { write } from '#render/terminal/paragraph.ts';
import { replaceSigns } from '#render/explain/conditions.ts';
import { describeBalance } from '#render/report/wording/pattern-phrases.ts';
import { escapeAndWrap } from '#render/terminal/safe-wrap.ts';
import { renderCommentaryLines } from './commentary.ts';
import { type Page, bodyIndent, renderSection } from './page.ts';

/** Maximum length of half the balance scale in columns: five per level. */
const longestHalf = 20;

/** Renders the legend of the bars. */
export function renderLegendLines(page: Page): string[] {
  return renderBarLegend({ ...page, width: page.width - bodyIndent }).map(
    (line) => ' '.repeat(bodyIndent) + line,
  );
}

/** Renders the elements with bars, scores, status and range. */
export function renderElementLines(page: Page): string[] {
  const { report, messages, width, theme, context } = page;
  const rows = renderElementRows(report.elements, { ...page, width: width - bodyIndent });
  return renderSection(
    messages['report.elements'],
    [
      write(
        [{ text: replaceSigns(messages['report.elementsAbout'], theme), paint: theme.faint }],
        bodyIndent,
        width,
      ),
      rows.map((row) => ' '.repeat(bodyIndent) + row),
      renderLegendLines(page),
      ...report.elements.map(({ id, name }) => {
        const lines = renderCommentaryLines(context.commentary?.elements.get(id), bodyIndent, context, page);
        return lines.length === 0
          ? []
          : [...write([{ text: name, paint: theme.strong }], bodyIndent, width), ...lines];
      }),
    ],
    page,
  );
}

/** Renders the balance between the middle and the bookends as a scale and a sentence. */
export function renderBalance(page: Page): string[] {
  const { report, messages, theme, width } = page;
  const { balance } = report.summary;
  const half = Math.min(longestHalf, Math.floor((width - bodyIndent - 1) / 2));
  const left = escapeLine(messages['report.bookends']);
  const right = escapeLine(messages['report.middle']);
  const whole = 2 * half + 1;
  const free = whole - measureWidth(left) - measureWidth(right);
  const ends =
    free < 1
      ? [...escapeAndWrap(left, whole), ...escapeAndWrap(right, whole).map((line) => padLeft(line, whole))]
      : [left + ' '.repeat(free) + right];
  const scale = [...ends.map(theme.faint), renderBalanceBar(balance, half, theme)];
  return renderSection(
    messages['report.balance'],
    [
      balance === null ? [] : scale.map((line) => ' '.repeat(bodyIndent) + line),
      write([describeBalance(balance, report, messages)], bodyIndent, width),
    ],
    page,
  );
}
