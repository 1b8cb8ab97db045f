import type { Length, ReportRenderer } from '#render/report/context.ts';
import { findAnchors, noAnchors } from './anchors.ts';
import { renderAnswersSection } from './answers.ts';
import { renderCommentary, renderElementComments, renderFootSection } from './commentary.ts';
import { renderFindingsSection } from './findings.ts';
import { renderHeadSection, renderMethodSection } from './head.ts';
import { renderBusinessSection, renderOwnWordsSection } from './own-words.ts';
import { renderPerceptionSection } from './voices/perception.ts';
import type { Page, Section } from './parts.ts';
import { renderPatternsSection } from './patterns.ts';
import { renderGapsSection, renderPlanSection } from './plan.ts';
import { renderPracticesSection } from './practices.ts';
import { renderBalanceSection, renderElementsSection } from './scores.ts';
import { renderUnknownsSection } from './unknowns.ts';
import { makeNameLookup } from '#render/report/wording/phrases.ts';

const sections: Readonly<Record<Length, readonly Section[]>> = {
  summary: [
    renderElementsSection,
    renderElementComments,
    renderPlanSection,
    renderPerceptionSection,
    renderFootSection,
  ],
  full: [
    renderElementsSection,
    renderElementComments,
    renderPlanSection,
    renderPerceptionSection,
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
  const bare: Page = {
    report,
    messages,
    model,
    context,
    anchors: noAnchors,
    getName: makeNameLookup(report),
  };
  const render = (page: Page): string[] =>
    [
      ...renderHeadSection(page, brand.name),
      ...renderCommentary(context.commentary?.overall, page),
      ...sections[context.length ?? 'full'].flatMap((section) => section(page)),
    ].filter((block) => block !== '');
  // The anchors of the headings are known once the page has been rendered without links.
  const anchors = findAnchors(render(bare), report, messages);
  return `${render({ ...bare, anchors }).join('\n\n')}\n`;
};
