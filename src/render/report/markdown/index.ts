import type { ReportRenderer } from '#render/report/context.ts';
import { answersSection } from './answers.ts';
import { findingsSection } from './findings.ts';
import { renderHeadSection, methodSection } from './head.ts';
import { businessSection, ownWordsSection } from './own-words.ts';
import type { Page } from './parts.ts';
import { patternsSection } from './patterns.ts';
import { gapsSection, planSection } from './plan.ts';
import { balanceSection, elementsSection, practicesSection } from './scores.ts';
import { unknownsSection } from './unknowns.ts';
import { makeNameLookup } from '#render/report/phrases.ts';

const sections = [
  elementsSection,
  planSection,
  patternsSection,
  balanceSection,
  practicesSection,
  ownWordsSection,
  businessSection,
  unknownsSection,
  gapsSection,
  answersSection,
  findingsSection,
  methodSection,
];

/**
 * Renders the whole report as Markdown for a wiki or a pull request, the same on GitHub and GitLab. Texts
 * from people are complete and escaped. Only evidence with a web address is linked. Long parts are collapsed.
 */
export const renderReportMarkdown: ReportRenderer = (report, { messages, model, brand }) => {
  const page: Page = { report, messages, model, nameOf: makeNameLookup(report) };
  const blocks = [...renderHeadSection(page, brand.name), ...sections.flatMap((section) => section(page))];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
};
