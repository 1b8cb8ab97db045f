/** Matching patterns with their reasons. */
import { escapeMarkdown } from '#render/escape.ts';
import { describeBecause } from '#render/report/phrases.ts';
import { type Section, renderHeading, renderLabeled, renderList, renderStrong } from './parts.ts';

/** Renders each pattern: meaning, reasons, first move and sources. */
export const renderPatternsSection: Section = ({ report, messages }) => [
  renderHeading(2, messages['report.patterns']),
  ...(report.patterns.length === 0 ? [escapeMarkdown(messages['report.noPatterns'])] : []),
  ...report.patterns.flatMap(({ name, means, because, firstMove, sources = [] }) => [
    renderHeading(3, name),
    escapeMarkdown(means),
    ...(because.length === 0
      ? []
      : [
          renderStrong(`${messages['report.setOffBy']}:`),
          renderList(because.map((each) => escapeMarkdown(describeBecause(each, report, messages)))),
        ]),
    renderLabeled(messages['report.firstMove'], firstMove),
    ...(sources.length === 0
      ? []
      : [renderStrong(`${messages['report.standsBehind']}:`), renderList(sources.map(escapeMarkdown))]),
  ]),
];
