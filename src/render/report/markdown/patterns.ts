/** The patterns that the answers fit, with what set each of them off. */
import { safeMarkdown } from '#render/escape.ts';
import { describeBecause } from '#render/report/phrases.ts';
import { type Section, renderHeading, renderLabeled, list, strong } from './parts.ts';

/** Each pattern: what it means, what set it off, the first move, and what that is based on. */
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
