import type { ReportRenderer } from './context.ts';
import { answersSection } from './markdown/answers.ts';
import { findingsSection } from './markdown/findings.ts';
import { headSection, methodSection } from './markdown/head.ts';
import { businessSection, ownWordsSection } from './markdown/own-words.ts';
import type { Page } from './markdown/parts.ts';
import { patternsSection } from './markdown/patterns.ts';
import { gapsSection, planSection } from './markdown/plan.ts';
import { balanceSection, elementsSection, practicesSection } from './markdown/scores.ts';
import { unknownsSection } from './markdown/unknowns.ts';
import { namesIn } from './view.ts';

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
 * The whole report as a page of Markdown for a wiki or a pull request, the same on GitHub and GitLab. Texts of
 * people stand in it unshortened and inert, links only where evidence has an address of the web. What reads long
 * is folded away.
 */
export const renderReportMarkdown: ReportRenderer = (report, { words, model, brand }) => {
  const page: Page = { report, words, model, nameOf: namesIn(report) };
  const blocks = [...headSection(page, brand.name), ...sections.flatMap((section) => section(page))];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
};
