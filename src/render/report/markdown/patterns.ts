/** Matching patterns with their reasons. */
import { safeMarkdown } from '#render/escape.ts';
import { describeBecause } from '#render/report/phrases.ts';
import { type Section, renderHeading, renderLabeled, renderList, renderStrong } from './parts.ts';

/** Renders each pattern: meaning, reasons, first move and sources. */
export const renderPatternsSection: Section = ({ report, messages }) => [
  renderHeading(2, messages['report.patterns']),
  ...(report.patterns.length === 0 ? [safeMarkdown(messages['report.noPatterns'])] : []),
  ...report.patterns.flatMap(({ name, means, because, firstMove, sources = [] }) => [
    renderHeading(3, name),
    safeMarkdown(means),
    ...(because.length === 0
      ? []
      : [
          renderStrong(`${messages['report.setOffBy']}:`),
          renderList(because.map((each) => safeMarkdown(describeBecause(each, report, messages)))),
        ]),
    renderLabeled(messages['report.firstMove'], firstMove),
    ...(sources.length === 0
      ? []
      : [renderStrong(`${messages['report.standsBehind']}:`), renderList(sources.map(safeMarkdown))]),
  ]),
];
