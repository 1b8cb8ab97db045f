import { describe, expect, it } from 'vitest';
import { CommentaryFault } from '#document/commentary/convert-markdown.ts';
import { parseCommentary } from '#document/commentary/parse-commentary.ts';
import type { Commentary } from '#document/commentary/commentary.ts';
import { renderers } from '#render/report/index.ts';
import { readExampleReport, reportContext } from '../../support/report/report-context.ts';

const report = readExampleReport('harbor-instruments');
const { messages } = reportContext;
const parse = (text: string): Commentary => parseCommentary(text, report, messages);

/** Returns the fault of a commentary. */
function findFault(text: string): CommentaryFault {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof CommentaryFault) return error;
    throw error;
  }
  throw new Error('There is no fault.');
}

const own = `---
confidential: For the board only
nextMeeting: 2026-12-12
---
A choice of **order**.

# Philosophy

Four *versions* of it, see [the notes](https://example.com/notes).

# Action 1

1. January
2. March

# overall

## And then

> Quoted
`;

describe('a commentary', () => {
  it('places each section, and what comes before the first heading about the whole', () => {
    const { confidential, nextMeeting, overall, elements, actions } = parse(own);
    expect({ confidential, nextMeeting }).toEqual({
      confidential: 'For the board only',
      nextMeeting: '2026-12-12',
    });
    expect(overall.map(({ kind }) => kind)).toEqual(['paragraph', 'heading', 'quote']);
    expect([...elements.keys()]).toEqual(['philosophy']);
    expect(actions.get(1)).toMatchObject([{ kind: 'list', start: 1 }]);
  });

  it.each([
    ['# Filosophy\n', 1, 'is not part of this report', 'Did you mean # Philosophy?'],
    ['text\n\n# Action 4\n', 3, '"Action 4"', '# Action 3'],
    ['---\nconfidental: x\n---\n', 2, '"confidental"', 'confidential'],
    ['---\nnextMeeting: 3\n---\n', 2, 'one line of text', '2026-12-12'],
    ['---\n: [\n---\n', 1, 'not YAML', 'nextMeeting'],
    ['a\n\n<script>alert(1)</script>\n', 3, 'HTML', '\\<'],
    ['a <b onclick="x">b</b>\n', 1, 'HTML', '\\<'],
    ['---\nconfidential: x\n---\n\n![x](https://example.com/x.png)\n', 5, 'Images', 'link'],
    ['[x](javascript:alert(1))\n', 1, 'cannot be followed', 'https://'],
    ['[x](data:text/html,x)\n', 1, 'cannot be followed', 'https://'],
    ['[x](//example.com)\n', 1, 'cannot be followed', 'https://'],
    ['[x](https://user@example.com)\n', 1, 'cannot be followed', 'https://'],
    ['[x][y]\n\n[y]: https://example.com\n', 1, 'address', 'https://'],
    [`${'> '.repeat(40)}deep\n`, 1, 'nested', 'flatter'],
    ['x'.repeat(65_537), 1, 'more than 65536 characters', 'Shorten'],
  ])('names the line, the fault and the fix: %j', (text, line, message, fix) => {
    const fault = findFault(text);
    expect(fault.line).toBe(line);
    expect(fault.message).toContain(message);
    expect(fault.fix).toContain(fix);
  });
});

describe('a commentary in a report', () => {
  const brand = { ...reportContext.brand, name: 'Northlight', confidential: 'For the board only' };
  const context = { ...reportContext, brand, commentary: parse(own) };

  it.each(['html', 'markdown', 'text'] as const)('is shown and signed in %s, in both lengths', (format) => {
    const full = renderers[format](report, context);
    const summary = renderers[format](report, { ...context, length: 'summary' });
    for (const text of [full, summary]) {
      for (const part of [
        'Northlight',
        'For the board only',
        'Next meeting: December 12, 2026',
        'A choice of',
      ])
        expect(text).toContain(part);
    }
    for (const part of ['versions', 'January', 'Quoted']) expect(full).toContain(part);
    expect(summary.length).toBeLessThan(full.length / 2);
  });

  it('cannot send commands to a terminal or markup to a page', () => {
    const hostile = parse('\u001b[2J ‮evil & \\<script\\> `</style>` | @someone\n\n# Action 1\n\n\u001b[2J');
    const shown = { ...context, commentary: hostile };
    const html = renderers.html(report, shown);
    expect(html).not.toContain('\u001b');
    expect(html).toContain('\\u{1b}[2J');
    expect(html).not.toContain('evil & <script>');
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    const text = renderers.text(report, shown);
    expect(text).not.toContain('\u001b');
    const markdown = renderers.markdown(report, shown);
    expect(markdown).not.toContain('\u001b');
    expect(markdown).not.toContain('@someone');
  });
});
