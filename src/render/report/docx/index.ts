import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  TableOfContents,
  TextRun,
} from 'docx';
import { formatMessage } from '#domain/messages.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import type { Length, ReportContext } from '#render/report/context.ts';
import { makeOfficeColors } from '#render/report/office/colors.ts';
import { readPicture } from '#render/report/office/read-picture.ts';
import { describeRange } from '#render/terminal/element-rows.ts';
import { writeFileTitle } from '#render/report/office/office-wording.ts';
import { formatDay } from '#domain/format-day.ts';
import { listActionTexts, listMissingProofs, writeActionsTitle } from '#render/report/wording/actions.ts';
import { describeOverall, listSurprise, renderCounts } from '#render/report/wording/headline.ts';
import { describeSource, listFootLines } from '#render/report/cover.ts';
import { describeLimits, makeNameLookup } from '#render/report/wording/phrases.ts';
import {
  renderAnswers,
  renderBusiness,
  renderFindings,
  renderMethod,
  renderOwnWords,
  renderUnknowns,
} from './answers.ts';
import { renderCommentary } from './commentary.ts';
import { type Block, type Page, type Section, makeStyles, makeText } from './parts.ts';
import { renderGaps, renderPlan } from './plan.ts';
import { renderVoices } from './voices.ts';
import { renderBalance, renderElements, renderPatterns, renderPractices } from './scores.ts';

const sections: Readonly<Record<Length, readonly Section[]>> = {
  summary: [renderElements, renderPlan, renderVoices],
  full: [
    renderElements,
    renderPlan,
    renderVoices,
    renderPatterns,
    renderBalance,
    renderPractices,
    renderOwnWords,
    renderBusiness,
    renderUnknowns,
    renderGaps,
    renderAnswers,
    renderMethod,
    renderFindings,
  ],
};

/** Width and height that a logo has at most, in pixels. */
const [logoWidth, logoHeight] = [240, 90];

function renderLogo({ context: { brand } }: Page): Paragraph[] {
  const picture = readPicture(brand.logo);
  if (picture === undefined) return [];
  const scale = Math.min(logoWidth / picture.width, logoHeight / picture.height);
  const name = brand.name ?? 'Logo';
  return [
    new Paragraph({
      spacing: { after: 1200 },
      children: [
        new ImageRun({
          type: picture.type,
          data: picture.address,
          transformation: { width: picture.width * scale, height: picture.height * scale },
          altText: { title: name, description: name, name },
        }),
      ],
    }),
  ];
}

/** Renders the cover: company, day and brand, then the finding, and what it is based on. */
function renderCover(page: Page): readonly Block[] {
  const { report, context, colors } = page;
  const { messages, brand } = context;
  const actions = listActionTexts(report, messages);
  const { sentence, range } = report.summary;
  return [
    ...renderLogo(page),
    new Paragraph({
      heading: HeadingLevel.TITLE,
      spacing: { before: 1200 },
      children: [new TextRun(messages['report.title'])],
    }),
    makeText(
      formatMessage(messages, 'report.about', {
        organization: report.organization.name,
        date: formatDay(report.asOf, messages),
      }),
      { bold: true },
    ),
    ...(brand.name === undefined
      ? []
      : [makeText(formatMessage(messages, 'report.preparedBy', { name: brand.name }))]),
    new Paragraph({
      spacing: { before: 600, after: 240 },
      children: [new TextRun({ text: sentence, bold: true, size: 32, color: colors.ink })],
    }),
    makeText([describeOverall(report, messages), ...describeRange(range, messages)].join(' · '), {
      bold: true,
    }),
    ...(actions.length === 0 ? [] : [makeText(writeActionsTitle(report, messages), { bold: true })]),
    ...actions.map((action, index) => makeText(`${index + 1}. ${action}`)),
    ...[
      ...listMissingProofs(report, messages),
      ...listSurprise(report, messages),
      ...renderCounts(report, messages),
    ].map((line) => makeText(line)),
    ...[
      ...describeLimits(report, messages),
      ...report.sources.map((source) => describeSource(source, messages, context.isTechnical)),
    ].map((line) => makeText(line, { color: colors.faint })),
    ...listFootLines(context).map((line) => makeText(line, { bold: true })),
    ...renderCommentary(context.commentary?.overall, page),
  ];
}

/** Renders the contents on a page of their own. They are filled in, and lead to the sections. A summary has none. */
function renderContents({ context: { messages, length } }: Page): Block[] {
  if (length === 'summary') return [];
  return [
    new Paragraph({
      style: 'ContentsTitle',
      pageBreakBefore: true,
      children: [new TextRun(messages['report.contents'])],
    }),
    new TableOfContents(messages['report.contents'], {
      hyperlink: true,
      headingStyleRange: '1-2',
      beginDirty: false,
    }),
    new Paragraph({ pageBreakBefore: true, children: [] }),
  ];
}

/**
 * Renders the report, all of it or its summary, as a Word document: a cover, contents, and the sections with heading styles,
 * so that it can be edited and its contents brought up to date.
 */
export async function renderDocx(report: ReportDocument, context: ReportContext): Promise<Uint8Array> {
  const { messages, brand, language } = context;
  const colors = makeOfficeColors(brand);
  const page: Page = { report, context, colors, getName: makeNameLookup(report) };
  const title = writeFileTitle(report, messages);
  const styles = makeStyles(colors);
  const footer = new Footer({
    children: [
      new Paragraph({
        style: 'TableText',
        alignment: AlignmentType.RIGHT,
        children: [new TextRun({ children: [`${title} · `, PageNumber.CURRENT], color: colors.faint })],
      }),
    ],
  });
  const file = new Document({
    title,
    creator: brand.name ?? report.generator.name,
    lastModifiedBy: brand.name ?? report.generator.name,
    styles: {
      ...styles,
      paragraphStyles: [
        ...styles.paragraphStyles,
        {
          id: 'ContentsTitle',
          name: 'Contents Title',
          basedOn: 'Normal',
          run: { size: 32, bold: true, color: colors.accent, language: { value: language } },
          paragraph: { spacing: { after: 240 } },
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 },
          },
        },
        footers: { default: footer },
        children: [
          ...renderCover(page),
          ...renderContents(page),
          ...sections[context.length ?? 'full'].flatMap((section) => section(page)),
        ],
      },
    ],
  });
  return Packer.pack(file, 'uint8array');
}
