/** Matching patterns with their reasons. */
import { safeMarkdown } from '#render/escape.ts';
import { describeBecause } from '#render/report/phrases.ts';
import { type Section, renderHeading, renderLabeled, list, strong } from './parts.ts';

/** Renders each pattern: meaning, reasons, first move and sources. */
export const patternsSection: Section = ({ report, words }) => [
  renderHeading(2, words['report.patterns']),
  ...(report.patterns.length === 0 ? [safeMarkdown(words['report.noPatterns'])] : []),
  ...report.patterns.flatMap(({ name, means, because, firstMove, sources = [] }) => [
    renderHeading(3, name),
    safeMarkdown(means),
    ...(because.length === 0
      ? []
      : [
          strong(`${words['report.setOffBy']}:`),
          list(because.map((each) => safeMarkdown(describeBecause(each, report, words)))),
        ]),
    renderLabeled(words['report.firstMove'], firstMove),
    ...(sources.length === 0
      ? []
      : [strong(`${words['report.standsBehind']}:`), list(sources.map(safeMarkdown))]),
  ]),
];
