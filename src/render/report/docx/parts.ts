/** Parts of a Word document: headings, paragraphs, lists and tables, all by styles that the reader can change. */
import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  HeadingLevel,
  LineRuleType,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  type TableOfContents,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { ReportDocument } from '#domain/types/report.ts';
import type { ReportContext } from '#render/report/context.ts';
import { type OfficeColors, fontName } from '#render/report/office/colors.ts';
import { capitalize } from '#render/report/wording/labels.ts';

/** A part of the document: a paragraph, a table or the contents. */
export type Block = Paragraph | Table | TableOfContents;

/** What the sections of a document are made from. */
export interface Page {
  readonly report: ReportDocument;
  readonly context: ReportContext;
  readonly colors: OfficeColors;
  readonly getName: (id: string) => string;
}

/** Renders a section of the document; without any blocks it is left out. */
export type Section = (page: Page) => readonly Block[];

/** Width of the text on a page, in twentieths of a point: A4 less its margins. */
const textWidth = 9638;

/** Returns the runs of a text: its lines, with breaks between them. */
function makeRuns(text: string, style: { readonly bold?: boolean; readonly color?: string } = {}): TextRun[] {
  return text
    .split('\n')
    .map((line, index) => new TextRun({ ...style, text: line, ...(index > 0 && { break: 1 }) }));
}

const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

/** Makes a heading, which is in the contents: 1 for a section, 2 and 3 below it. */
export function makeHeading(level: 1 | 2 | 3, text: string): Paragraph {
  return new Paragraph({ heading: levels[level - 1] ?? HeadingLevel.HEADING_3, children: makeRuns(text) });
}

/** How a paragraph looks. */
interface TextStyle {
  readonly bold?: boolean;
  readonly color?: string;
  /** Whether it is on the page of the paragraph that follows. */
  readonly isKept?: boolean;
}

/** Makes a paragraph. */
export function makeText(text: string, { isKept = false, ...style }: TextStyle = {}): Paragraph {
  return new Paragraph({ keepNext: isKept, children: makeRuns(text, style) });
}

/** Makes a paragraph that begins with a bold label. */
export function makeLabeled(label: string, text: string): Paragraph {
  return new Paragraph({ children: [new TextRun({ text: `${label}: `, bold: true }), ...makeRuns(text)] });
}

/** Makes a paragraph in the words of a person, by the style for quotes. */
export function makeQuote(text: string): Paragraph {
  return new Paragraph({ style: 'Quote', children: makeRuns(text) });
}

/** Makes the items of a list. An item with an address becomes a link. */
export function makeList(
  items: readonly (string | { readonly text: string; readonly link: string })[],
): Paragraph[] {
  return items.map((item) => {
    if (typeof item === 'string') return new Paragraph({ bullet: { level: 0 }, children: makeRuns(item) });
    const child = new TextRun({ text: item.text, style: 'Hyperlink' });
    return new Paragraph({
      bullet: { level: 0 },
      children: [new ExternalHyperlink({ link: item.link, children: [child] })],
    });
  });
}

/** A cell: its text, or also its colors. */
export type Cell =
  | string
  | { readonly text: string; readonly bold?: boolean; readonly color?: string; readonly fill?: string };

/**
 * Makes a table whose title row repeats on every page.
 *
 * @param widths share of each column in the width of the page
 */
export function makeTable(
  { colors }: Page,
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
  widths: readonly number[],
): Table {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => Math.floor((width / whole) * textWidth));
  const makeCell = (cell: Cell, column: number): TableCell => {
    const { text, bold = false, color = colors.ink, fill } = typeof cell === 'string' ? { text: cell } : cell;
    return new TableCell({
      width: { size: columns[column] ?? 1000, type: WidthType.DXA },
      margins: { top: 60, bottom: 60, left: 90, right: 90 },
      ...(fill !== undefined && { shading: { type: ShadingType.CLEAR, color: 'auto', fill } }),
      children: [new Paragraph({ style: 'TableText', children: makeRuns(text, { bold, color }) })],
    });
  };
  const border = { style: BorderStyle.SINGLE, size: 4, color: colors.line };
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: columns,
    layout: TableLayoutType.FIXED,
    borders: {
      ...{ top: border, bottom: border, left: border, right: border },
      ...{ insideHorizontal: border, insideVertical: border },
    },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: head.map((text, column) =>
          makeCell({ text: capitalize(text), bold: true, color: 'FFFFFF', fill: colors.accent }, column),
        ),
      }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map(makeCell) })),
    ],
  });
}

/** Returns the styles of the document: headings in the color of the brand, and text for pages and tables. */
export function makeStyles({ ink, accent, faint }: OfficeColors) {
  const styleHeading = (size: number, before: number, color: string) => ({
    run: { font: fontName, size, bold: true, color },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: { font: fontName, size: 21, color: ink },
        paragraph: {
          spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO },
          alignment: AlignmentType.LEFT,
        },
      },
      title: {
        run: { font: fontName, size: 60, bold: true, color: accent },
        paragraph: { spacing: { after: 240 } },
      },
      heading1: styleHeading(32, 360, accent),
      heading2: styleHeading(25, 280, ink),
      heading3: styleHeading(21, 200, faint),
    },
    paragraphStyles: [
      {
        id: 'TableText',
        name: 'Table Text',
        basedOn: 'Normal',
        run: { font: fontName, size: 18 },
        paragraph: { spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } },
      },
      {
        id: 'Quote',
        name: 'Quote',
        basedOn: 'Normal',
        run: { font: fontName, italics: true, color: faint },
        paragraph: { indent: { left: 360 }, spacing: { after: 120 } },
      },
    ],
  };
}
