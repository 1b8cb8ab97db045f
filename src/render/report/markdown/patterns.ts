/** Matching patterns with their reasons. */
import { escapeMarkdown } from '#render/escape.ts';
import {
  type ReasonSentence,
  choosePatterns,
  listPatternPractices,
  listPatternReasons,
} from '#render/report/wording/pattern-phrases.ts';
import { makeCheckNamer } from '#render/report/wording/plain-text.ts';
import { findPractice } from '#render/report/cards.ts';
import { renderLink } from './anchors.ts';
import { type Section, renderHeading, renderLabeled, renderList, renderStrong } from './parts.ts';

/** Renders each pattern: meaning, reasons, first move and sources. */
export const renderPatternsSection: Section = ({ report, messages, context, anchors }) => {
  const { shown, rest } = choosePatterns(report, messages);
  const practices = report.elements.flatMap((element) => element.practices);
  const renderReason = ({ text, id }: ReasonSentence): string => {
    const practice =
      practices.find(({ questions }) => questions.some((question) => question.id === id)) ??
      findPractice(id, report);
    return renderLink(escapeMarkdown(text), anchors.cards.get(practice?.id ?? ''));
  };
  return [
    renderHeading(2, messages['report.patterns']),
    ...(report.patterns.length === 0 ? [escapeMarkdown(messages['report.noPatterns'])] : []),
    ...shown.flatMap((pattern) => {
      const { name, means, firstMove, sources = [] } = pattern;
      const reasons = listPatternReasons(pattern, report, messages, makeCheckNamer(context));
      const planned = listPatternPractices(pattern, report, messages).map(({ id, text }) =>
        renderLink(escapeMarkdown(text), anchors.cards.get(id)),
      );
      return [
        renderHeading(3, name),
        escapeMarkdown(means),
        ...(reasons.length === 0
          ? []
          : [renderStrong(`${messages['report.setOffBy']}:`), renderList(reasons.map(renderReason))]),
        ...(planned.length === 0
          ? []
          : [`${renderStrong(`${messages['report.inPlan']}:`)} ${planned.join(', ')}`]),
        ...(firstMove === undefined ? [] : [renderLabeled(messages['report.firstMove'], firstMove)]),
        ...(sources.length === 0
          ? []
          : [renderStrong(`${messages['report.standsBehind']}:`), renderList(sources.map(escapeMarkdown))]),
      ];
    }),
    ...(rest === undefined ? [] : [escapeMarkdown(rest)]),
  ];
};
