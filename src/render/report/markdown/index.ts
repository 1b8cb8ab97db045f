import type { Length, ReportRenderer } from '#render/report/context.ts';
import { renderAnswersSection } from './answers.ts';
import { renderCommentary, renderElementComments, renderFootSection } from './commentary.ts';
import { renderFindingsSection } from './findings.ts';
import { renderHeadSection, renderMethodSection } from './head.ts';
import { renderBusinessSection, renderOwnWordsSection } from './own-words.ts';
import type { Page, Section } from './parts.ts';
import { renderPatternsSection } from './patterns.ts';
import { renderGapsSection, renderPlanSection } from './plan.ts';
import { renderBalanceSection, renderElementsSection, renderPracticesSection } from './scores.ts';
import { renderUnknownsSection } from './unknowns.ts';
import { makeNameLookup } from '#render/report/wording/phrases.ts';

const sections: Readonly<Record<Length, readonly Section[]>> = {
  summary: [renderElementsSection, renderElementComments, renderPlanSection, renderFootSection],
  full: [
    renderElementsSection,
    renderElementComments,
    renderPlanSection,
    renderPatternsSection,
    renderBalanceSection,
    renderPracticesSection,
    renderOwnWordsSection,
    renderBusinessSection,
    renderUnknownsSection,
    renderGapsSection,
    renderAnswersSection,
    renderMethodSection,
    renderFindingsSection,
    renderFootSection,
  ],
};

/**
 * Renders a report, all of it or its summary, as Markdown for a wiki or a pull request, the same on GitHub and GitLab. Texts
 * from people are complete and escaped. Only evidence with a web address is linked. Long parts are collapsed.
 */
export const renderReportMarkdown: ReportRenderer = (report, context) => {
  const { messages, model, brand } = context;
  const page: Page = { report, messages, model, context, nameOf: makeNameLookup(report) };
  const blocks = [
    ...renderHeadSection(page, brand.name),
    ...renderCommentary(context.commentary?.overall, page),
    ...sections[context.length ?? 'full'].flatMap((section) => section(page)),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
};
