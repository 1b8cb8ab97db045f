/** Anchors that GitHub and GitLab make of headings, for links within the page. */
import type { ReportDocument } from '#domain/types/report.ts';
import type { Messages } from '#domain/messages.ts';
import { type Anchors, renderHeading } from './parts.ts';

/** The anchors of a page whose headings are not known yet. */
export const noAnchors: Anchors = { cards: new Map(), moves: [], practices: undefined };

interface Heading {
  readonly line: string;
  readonly anchor: string;
}

/** Returns the anchor of a heading as GitHub makes it: lowercase letters, digits, hyphens and underscores. */
function slugify(line: string): string {
  return line
    .replace(/^#+ /, '')
    .replace(/<[^>]*>|&\w+;/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-');
}

/** Lists the headings among blocks with their anchors. A repeated anchor gets a number. */
function listHeadings(blocks: readonly string[]): readonly Heading[] {
  const counts = new Map<string, number>();
  return blocks
    .filter((block) => /^#{1,6} [^\n]*$/.test(block))
    .map((line) => {
      const slug = slugify(line);
      const count = counts.get(slug) ?? 0;
      counts.set(slug, count + 1);
      return { line, anchor: count === 0 ? slug : `${slug}-${count}` };
    });
}

/**
 * Finds the anchors of a page in its blocks, by the order of the headings below the titles of the sections. What is below
 * a section that the page does not have gets no anchor.
 */
export function findAnchors(blocks: readonly string[], report: ReportDocument, messages: Messages): Anchors {
  const headings = listHeadings(blocks);
  const find = (title: string): number => headings.findIndex(({ line }) => line === renderHeading(2, title));
  const getAnchor = (title: string): string => headings[find(title)]?.anchor ?? '';
  const listAnchorsBelow = (title: string, count: number): string[] => {
    const at = find(title);
    return at === -1 ? [] : headings.slice(at + 1, at + 1 + count).map(({ anchor }) => anchor);
  };
  const asked = report.elements.flatMap(({ practices }) =>
    practices.filter(({ questions }) => questions.length > 0),
  );
  const cards = listAnchorsBelow(messages['report.answers'], asked.length);
  const { now, next } = report.plan;
  return {
    cards: new Map(asked.map(({ id }, index) => [id, cards[index] ?? ''])),
    moves: [
      ...listAnchorsBelow(messages['report.first'], now.length),
      ...next.map(() => getAnchor(messages['report.next'])),
    ],
    practices: headings[find(messages['report.practices'])]?.anchor,
  };
}

/** Links Markdown to an anchor of the page, if there is one. */
export function renderLink(markdown: string, anchor: string | undefined): string {
  return anchor === undefined || anchor === '' || markdown === ''
    ? markdown
    : `[${markdown}](#${encodeURIComponent(anchor)})`;
}
