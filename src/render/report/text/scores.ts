import { renderAxis } from '#render/terminal/axis.ts';
import { renderBar } from '#render/terminal/bar.ts';
import {
  listLenses,
  renderBarLegend,
  renderDefinitions,
  renderElementRows,
} from '#render/terminal/element-rows.ts';
import { writeFlow } from '#render/terminal/layout.ts';
import { write } from '#render/terminal/paragraph.ts';
import { computeMeanLenses } from '#render/report/charts/lenses.ts';
import { writeElementsTitle, writePartsTitles } from '#render/report/wording/chart-titles.ts';
import { describeBalance, listElementsAt } from '#render/report/wording/pattern-phrases.ts';
import { listMarks } from '#render/report/wording/verdicts.ts';
import { renderCommentaryLines } from './commentary.ts';
import { type Page, bodyIndent, renderSection } from './page.ts';

/** Maximum length of a bar of the balance in columns. */
const longestBar = 40;

function indentBody(lines: readonly string[]): string[] {
  return lines.map((line) => ' '.repeat(bodyIndent) + line);
}

/** Renders the legend of the bars. */
export function renderLegendLines(page: Page): string[] {
  return indentBody(renderBarLegend(page.report, { ...page, width: page.width - bodyIndent }));
}

/** Renders the message of a chart. */
export function renderChartTitle(title: string, { width, theme }: Page): string[] {
  return write([{ text: title, paint: theme.strong }], bodyIndent, width);
}

/** Renders the elements with bars, scores, status and range, and defines the lenses. */
export function renderElementLines(page: Page): string[] {
  const { report, messages, width, theme, context } = page;
  const inner = { ...page, width: width - bodyIndent };
  const parts = writePartsTitles(report, messages);
  return renderSection(
    messages['report.elements'],
    [
      [writeElementsTitle(report, messages), ...parts].flatMap((title) => renderChartTitle(title, page)),
      indentBody(renderDefinitions(report, inner)),
      indentBody(renderElementRows(report, inner)),
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

/** Renders the balance: the elements in the middle and those at both ends as bars on one scale. */
export function renderBalance(page: Page): string[] {
  const { report, messages, theme, width } = page;
  const { balance } = report.summary;
  const space = width - bodyIndent;
  const barWidth = Math.min(longestBar, space);
  const marks = listMarks(report.thresholds);
  const bars = (['middle', 'bookend'] as const).flatMap((position) => {
    const elements = report.elements.filter((element) => element.position === position);
    const lenses = computeMeanLenses(listElementsAt(position, report, messages), elements);
    const scored = { score: lenses.said, declared: lenses.declared, shown: lenses.shown };
    return [
      ...write([lenses.name], bodyIndent, width),
      ...indentBody([
        renderBar(lenses.said, lenses.shown, barWidth, theme, marks),
        ...writeFlow(listLenses(scored, page), ', ', space),
      ]),
    ];
  });
  const axis = indentBody([theme.faint(renderAxis(barWidth, report.thresholds, messages))]);
  return renderSection(
    messages['report.balance'],
    [
      renderChartTitle(describeBalance(balance, report, messages), page),
      balance === null ? [] : [...axis, ...bars],
    ],
    page,
  );
}
