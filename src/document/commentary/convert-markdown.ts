import type { PhrasingContent, RootContent } from 'mdast';
import type { Block, Inline } from './commentary.ts';

/** Something in a commentary that cannot be shown, or is in the wrong place. */
export class CommentaryFault extends Error {
  /** Line in the file, from 1. */
  readonly line: number;
  /** How to fix it. */
  readonly fix: string;

  constructor(line: number, message: string, fix: string) {
    super(message);
    this.line = line;
    this.fix = fix;
  }
}

/** Nesting that no person writes, and that a page could not show. */
const deepest = 12;

/** What is refused, by the type of its node. */
const refusals: Readonly<Record<string, readonly [message: string, fix: string]>> = {
  html: ['HTML is not shown in a commentary.', 'Write it as Markdown; for a plain <, write \\<.'],
  image: ['Images are not shown in a commentary.', 'Write a link to it: [text](https://…).'],
  imageReference: ['Images are not shown in a commentary.', 'Write a link to it: [text](https://…).'],
  linkReference: ['A link needs its address beside it.', 'Write [text](https://…).'],
  definition: ['A link needs its address beside it.', 'Write [text](https://…).'],
};

/** Addresses that a reader may be sent to. */
const safeAddress = /^(?:https?:\/\/[^\s/?#@\\]+(?:[/?#]\S*)?|mailto:[^\s@]+@[^\s@]+)$/iu;

/** Converts Markdown nodes. Throws a CommentaryFault for what no rendering shows. */
export class Converter {
  /** Lines of the file before the Markdown. */
  readonly #offset: number;

  constructor(offset: number) {
    this.#offset = offset;
  }

  /** Returns the line of a node in the file, from 1. */
  getLine({ position }: RootContent): number {
    return (position?.start.line ?? 1) + this.#offset;
  }

  #refuse(node: RootContent): never {
    const [message, fix] = refusals[node.type] ?? [
      `A commentary cannot have: ${node.type}.`,
      'Write paragraphs, lists and quotes.',
    ];
    throw new CommentaryFault(this.getLine(node), message, fix);
  }

  #enter(node: RootContent, depth: number): number {
    if (depth < deepest) return depth + 1;
    throw new CommentaryFault(
      this.getLine(node),
      `The text is nested more than ${deepest} levels deep.`,
      'Write it flatter.',
    );
  }

  /** Converts the parts of a line. */
  convertInlines(nodes: readonly PhrasingContent[], depth: number): readonly Inline[] {
    return nodes.map((node): Inline => {
      const below = this.#enter(node, depth);
      if (node.type === 'text') return { kind: 'text', text: node.value };
      if (node.type === 'inlineCode') return { kind: 'code', text: node.value };
      if (node.type === 'break') return { kind: 'break' };
      if (node.type === 'strong' || node.type === 'emphasis') {
        return { kind: node.type, children: this.convertInlines(node.children, below) };
      }
      if (node.type !== 'link') return this.#refuse(node);
      if (!safeAddress.test(node.url)) {
        throw new CommentaryFault(
          this.getLine(node),
          `The link ${JSON.stringify(node.url)} cannot be followed from a report.`,
          'Write an address that begins with https://, http:// or mailto:.',
        );
      }
      return { kind: 'link', address: node.url, children: this.convertInlines(node.children, below) };
    });
  }

  /** Converts blocks of text. */
  convertBlocks(nodes: readonly RootContent[], depth = 0): readonly Block[] {
    return nodes.map((node): Block => {
      const below = this.#enter(node, depth);
      if (node.type === 'paragraph' || node.type === 'heading') {
        return { kind: node.type, children: this.convertInlines(node.children, below) };
      }
      if (node.type === 'list') {
        return {
          kind: 'list',
          start: node.ordered === true ? (node.start ?? 1) : undefined,
          items: node.children.map(({ children }) => this.convertBlocks(children, below)),
        };
      }
      if (node.type === 'blockquote') {
        return { kind: 'quote', children: this.convertBlocks(node.children, below) };
      }
      if (node.type === 'code') return { kind: 'code', text: node.value };
      if (node.type === 'thematicBreak') return { kind: 'rule' };
      return this.#refuse(node);
    });
  }
}
