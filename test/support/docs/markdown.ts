import { asHtml } from '../../render/report/markdown/markdown-page.ts';

/** A fenced code block of a page. */
export interface Block {
  /** The first word behind the fence; empty where there is none. */
  readonly language: string;
  /** What the comment directly above it tells the tests, as `key: value` pairs in order. */
  readonly notes: readonly (readonly [key: string, value: string])[];
  readonly text: string;
  /** Line of its fence, from 1. */
  readonly line: number;
}

/** The pairs of a comment at the end of a text: `<!-- file: a.yaml; kind: answers -->`. */
function notesAtEnd(text: string): Block['notes'] {
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

/** The fenced code blocks of a page, in order. */
export function blocksOf(page: string): Block[] {
  const parts = page.split(fence);
  const blocks: Block[] = [];
  let line = 1;
  for (let index = 0; index + 2 < parts.length; index += 3) {
    const [before = '', language = '', text = ''] = parts.slice(index, index + 3);
    line += before.split('\n').length - 1;
    blocks.push({ language, notes: notesAtEnd(before), text: text.replace(/\n$/, ''), line });
    line += text.split('\n').length;
  }
  return blocks;
}

/** The page with another text in each of its blocks. */
export function withBlocks(page: string, texts: readonly string[]): string {
  const parts = page.split(fence);
  return parts
    .map((part, index) => {
      if (index % 3 === 0) return part;
      return index % 3 === 1 ? `\`\`\`${part}\n` : `${texts[(index - 2) / 3]}\n\`\`\``;
    })
    .join('');
}

function plainText(html: string): string {
  const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return html.replace(/<[^>]+>/g, '').replace(/&(\w+);/g, (whole, name: string) => signs[name] ?? whole);
}

/** What a page holds once it has been read as GitHub reads it. */
export interface ReadPage {
  /** How many code blocks there are, in whatever way they were written. */
  readonly codeBlocks: number;
  /** Anchors of its headings, as GitHub makes them. */
  readonly anchors: ReadonlySet<string>;
  /** Addresses of its links and pictures. */
  readonly addresses: readonly string[];
}

/** Reads a page as GitHub reads it. */
export function readPage(page: string): ReadPage {
  const html = asHtml(page);
  const anchors = new Set<string>();
  for (const [, heading = ''] of html.matchAll(/<h\d>(.*?)<\/h\d>/gs)) {
    const kept = plainText(heading)
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '');
    const slug = kept.replaceAll(' ', '-');
    let anchor = slug;
    for (let more = 1; anchors.has(anchor); more += 1) anchor = `${slug}-${more}`;
    anchors.add(anchor);
  }
  const addresses = [...html.matchAll(/<(?:a href|img src)="([^"]*)"/g)].map(([, address = '']) =>
    plainText(address),
  );
  return { codeBlocks: html.match(/<pre>/g)?.length ?? 0, anchors, addresses };
}
