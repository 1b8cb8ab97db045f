import { convertToHtml } from '../../render/report/markdown/markdown-page.ts';

/** A fenced code block of a page. */
export interface Block {
  /** The info string up to the first space; may be empty. */
  readonly language: string;
  /** Instructions for the tests in the comment directly above the block, as `key: value` pairs in order. */
  readonly notes: readonly (readonly [key: string, value: string])[];
  readonly text: string;
  /** Line number of its fence, starting at 1. */
  readonly line: number;
}

/** Parses a comment at the end of a text: `<!-- file: a.yaml; kind: answers -->`. */
function parseNotes(text: string): Block['notes'] {
  const comment = /<!--((?:(?!-->)[\s\S])*)-->\s*$/.exec(text)?.[1] ?? '';
  return comment
    .split(';')
    .map((pair) => pair.replace(/\s+/g, ' ').trim())
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [, key = pair, value = ''] = /^([^:]+): (.*)$/.exec(pair) ?? [];
      return [key, value] as const;
    });
}

const fence = /^```([^\n]*)\n([\s\S]*?)^```$/m;

/** Parses the fenced code blocks of a page, in order. */
export function parseBlocks(page: string): Block[] {
  const parts = page.split(fence);
  const blocks: Block[] = [];
  let line = 1;
  for (let index = 0; index + 2 < parts.length; index += 3) {
    const [before = '', language = '', text = ''] = parts.slice(index, index + 3);
    line += before.split('\n').length - 1;
    blocks.push({ language, notes: parseNotes(before), text: text.replace(/\n$/, ''), line });
    line += text.split('\n').length;
  }
  return blocks;
}

/** Replaces the texts of all blocks of a page. */
export function replaceBlocks(page: string, texts: readonly string[]): string {
  const parts = page.split(fence);
  return parts
    .map((part, index) => {
      if (index % 3 === 0) return part;
      return index % 3 === 1 ? `\`\`\`${part}\n` : `${texts[(index - 2) / 3]}\n\`\`\``;
    })
    .join('');
}

function stripTags(html: string): string {
  const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return html.replace(/<[^>]+>/g, '').replace(/&(\w+);/g, (whole, name: string) => signs[name] ?? whole);
}

/** Contents of a page, parsed as GitHub does. */
export interface ReadPage {
  /** Number of code blocks, in any syntax. */
  readonly codeBlocks: number;
  /** Anchors of its headings, as on GitHub. */
  readonly anchors: ReadonlySet<string>;
  /** Targets of its links and images. */
  readonly addresses: readonly string[];
}

/** Parses a page as GitHub does. */
export function readPage(page: string): ReadPage {
  const html = convertToHtml(page);
  const anchors = new Set<string>();
  for (const [, heading = ''] of html.matchAll(/<h\d>(.*?)<\/h\d>/gs)) {
    const kept = stripTags(heading)
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '');
    const slug = kept.replaceAll(' ', '-');
    let anchor = slug;
    for (let more = 1; anchors.has(anchor); more += 1) anchor = `${slug}-${more}`;
    anchors.add(anchor);
  }
  const addresses = [...html.matchAll(/<(?:a href|img src)="([^"]*)"/g)].map(([, address = '']) =>
    stripTags(address),
  );
  return { codeBlocks: html.match(/<pre>/g)?.length ?? 0, anchors, addresses };
}
