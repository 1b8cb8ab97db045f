import { type DefaultTreeAdapterTypes, parse } from 'parse5';

/** An element of a page. */
export interface MarkupElement {
  readonly name: string;
  /** Values by name, as written. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly MarkupElement[];
}

/** A piece of text of a page, and the names of the elements around it. */
interface MarkupText {
  readonly text: string;
  readonly within: readonly string[];
}

/** What a browser makes of a page before anything runs. */
export interface Markup {
  /** Elements in document order. */
  readonly elements: readonly MarkupElement[];
  /** Texts in document order. */
  readonly texts: readonly MarkupText[];
}

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;

/** Parses a page by the rules of the HTML standard, as a browser does. Text without elements or attributes cannot run. */
export function parseMarkup(html: string): Markup {
  const elements: MarkupElement[] = [];
  const texts: MarkupText[] = [];
  const visit = (node: Node, within: readonly string[]): readonly MarkupElement[] => {
    if (node.nodeName === '#text') {
      texts.push({ text: (node as DefaultTreeAdapterTypes.TextNode).value, within });
      return [];
    }
    if (!('childNodes' in node)) return [];
    if (!('tagName' in node)) return node.childNodes.flatMap((child) => visit(child, within));
    const children: MarkupElement[] = [];
    const element = {
      name: node.tagName,
      attributes: new Map(node.attrs.map(({ name, value }) => [name, value])),
      children,
    };
    elements.push(element);
    children.push(...node.childNodes.flatMap((child) => visit(child, [...within, node.tagName])));
    return [element];
  };
  visit(parse(html), []);
  return { elements, texts };
}
