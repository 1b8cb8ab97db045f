import { splitIntoSigns } from '#render/explain/conditions.ts';
import { type Piece, write } from '#render/terminal/paragraph.ts';
import { describeBecause } from '#render/report/phrases.ts';
import { type Fact, type Page, bodyIndent, renderSection, renderStackedFacts } from './page.ts';

/** Renders the patterns: meaning, reasons, first move and sources. */
export function renderPatternLines(page: Page): string[] {
  const { report, messages, theme, width } = page;
  const items = (texts: readonly string[]): Piece[] =>
    texts.map((text) => ({ text, marker: `${theme.signs.dash} ` }));
  const groups = report.patterns.map(({ name, because, means, firstMove, sources = [] }) => {
    const reasons = because.map((each) => splitIntoSigns(describeBecause(each, report, messages), theme));
    const rows: Fact[] = [
      [messages['report.setOffBy'], items(reasons)],
      [messages['report.firstMove'], firstMove],
      [messages['report.standsBehind'], items(sources)],
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
  const none = groups.length === 0 ? write([messages['report.noPatterns']], bodyIndent, width) : [];
  return renderSection(messages['report.patterns'], [none, ...groups], page);
}
