import type { Heading, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { suggest } from '#document/schema/suggest.ts';
import { type Messages, formatMessage } from '#domain/messages.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import { type Block, type Commentary, flattenInlines } from './commentary.ts';
import { CommentaryFault, Converter } from './convert-markdown.ts';
import { readFrontMatter } from './front-matter.ts';

/** A part of a report that a section can be about. */
type Place = 'overall' | { readonly element: string } | { readonly action: number };

/** Maximum length of a commentary, in characters. */
const longest = 65_536;

/** Lists the headings that a commentary can have, each with its place in the report. The usual ones come first. */
function listPlaces(report: ReportDocument, messages: Messages): readonly (readonly [string, Place])[] {
  const { elements, plan } = report;
  return [
    ['Overall', 'overall'],
    ...elements.map(({ id, name }) => [name, { element: id }] as const),
    ...plan.now.map((_move, index) => [`Action ${index + 1}`, { action: index + 1 }] as const),
    [messages['commentary.overall'], 'overall'],
    ...plan.now.flatMap(({ name, practice }, index) => {
      const place = { action: index + 1 };
      const translated = formatMessage(messages, 'commentary.action', { number: index + 1 });
      return [translated, name, ...(practice === null ? [] : [practice])].map(
        (each) => [each, place] as const,
      );
    }),
    ...elements.map(({ id }) => [id, { element: id }] as const),
  ];
}

function normalize(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}

/** Finds the place that a heading names. Throws a CommentaryFault if there is none. */
function findPlace(
  heading: Heading,
  converter: Converter,
  places: readonly (readonly [string, Place])[],
): Place {
  const title = flattenInlines(converter.convertInlines(heading.children, 0));
  const found = places.find(([name]) => normalize(name) === normalize(title));
  if (found !== undefined) return found[1];
  const names = places.map(([name]) => name);
  const usual = places.slice(
    0,
    places.findIndex(([, place], index) => index > 0 && place === 'overall'),
  );
  const near = suggest(title, names);
  const list = usual.map(([name]) => `# ${name}`).join(', ');
  throw new CommentaryFault(
    converter.getLine(heading),
    `The heading ${JSON.stringify(title)} is not part of this report.`,
    `${near === undefined ? '' : `Did you mean # ${near}? `}Headings with one # are: ${list}. Use ## for others.`,
  );
}

/** Groups nodes by the place that the heading above them names. What comes before any heading is about the whole. */
function groupByPlace(
  nodes: readonly RootContent[],
  converter: Converter,
  places: readonly (readonly [string, Place])[],
): readonly { readonly place: Place; readonly blocks: readonly Block[] }[] {
  const groups: { place: Place; nodes: RootContent[] }[] = [{ place: 'overall', nodes: [] }];
  for (const node of nodes) {
    if (node.type === 'heading' && node.depth === 1) {
      groups.push({ place: findPlace(node, converter, places), nodes: [] });
    } else groups.at(-1)?.nodes.push(node);
  }
  return groups.map((group) => ({ place: group.place, blocks: converter.convertBlocks(group.nodes) }));
}

/**
 * Parses the commentary on a report: Markdown whose headings with one `#` name the whole, an element or an action, after
 * optional lines of YAML. Throws a CommentaryFault with the line of what cannot be shown.
 *
 * @param text the file, with any line breaks
 */
export function parseCommentary(text: string, report: ReportDocument, messages: Messages): Commentary {
  if (text.length > longest) {
    throw new CommentaryFault(
      1,
      `The commentary has more than ${longest} characters, which is the most that is read.`,
      'Shorten it.',
    );
  }
  const { values, markdown, lines } = readFrontMatter(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'));
  const converter = new Converter(lines);
  const overall: Block[] = [];
  const elements = new Map<string, Block[]>();
  const actions = new Map<number, Block[]>();
  const places = listPlaces(report, messages);
  for (const { place, blocks } of groupByPlace(fromMarkdown(markdown).children, converter, places)) {
    if (place === 'overall') overall.push(...blocks);
    else if ('element' in place)
      elements.set(place.element, [...(elements.get(place.element) ?? []), ...blocks]);
    else actions.set(place.action, [...(actions.get(place.action) ?? []), ...blocks]);
  }
  return { ...values, overall, elements, actions };
}
