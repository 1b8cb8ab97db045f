import { replaceSigns } from '#render/explain/conditions.ts';
import { type Piece, write } from '#render/terminal/paragraph.ts';
import {
  choosePatterns,
  listPatternPractices,
  listPatternReasons,
} from '#render/report/wording/pattern-phrases.ts';
import { makeCheckNamer } from '#render/report/wording/plain-text.ts';
import { type Fact, type Page, bodyIndent, renderSection, renderStackedFacts } from './page.ts';

/** Renders the patterns: meaning, reasons, first move and sources. */
export function renderPatternLines(page: Page): string[] {
  const { report, messages, theme, width, context } = page;
  const makeItems = (texts: readonly string[]): Piece[] =>
    texts.map((text) => ({ text, marker: `${theme.signs.dash} ` }));
  const { shown, rest } = choosePatterns(report, messages);
  const groups = shown.map((pattern) => {
    const { name, means, firstMove, sources = [] } = pattern;
    const reasons = listPatternReasons(pattern, report, messages, makeCheckNamer(context)).map(({ text }) =>
      replaceSigns(text, theme),
    );
    const planned = listPatternPractices(pattern, report, messages).map(({ text }) => text);
    const rows: Fact[] = [
      [messages['report.setOffBy'], makeItems(reasons)],
      [messages['report.inPlan'], planned.join(', ')],
      ...(firstMove === undefined ? [] : [[messages['report.firstMove'], firstMove] as const]),
      [messages['report.standsBehind'], makeItems(sources)],
    ];
    return [
      ...write([{ text: name, paint: theme.strong }], bodyIndent, width),
      ...write([means], bodyIndent + 2, width),
      ...renderStackedFacts(
        rows.filter(([, value]) => value.length > 0),
        bodyIndent + 2,
        page,
      ),
    ];
  });
  const more = rest === undefined ? [] : write([rest], bodyIndent, width);
  const none = groups.length === 0 ? write([messages['report.noPatterns']], bodyIndent, width) : [];
  return renderSection(messages['report.patterns'], [none, ...groups, more], page);
}
