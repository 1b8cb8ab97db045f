import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  escapeCell,
  escapeMarkdown,
  escapeMarkdownCode,
  escapeMarkdownHtml,
  escapeMarkdownLines,
} from '#render/escape.ts';
import { convertToHtml } from './report/markdown/markdown-page.ts';

/** Makes the breaker of references visible. */
const shown = (text: string): string => text.replaceAll('\u2060', '~~');

describe('escapeMarkdown', () => {
  it.each([
    ['Ask @everyone', 'Ask @~~everyone'],
    ['see #12, !34 and user/repo#5', 'see \\#~~12, !~~34 and user/repo\\#~~5'],
    ['# 1, Hurry! 12 % of R&D', '\\# 1, Hurry! 12 % of R&amp;D'],
    ['%milestone, %"big one", ~label', '%~~milestone, %~~"big one", \\~~~label'],
    ['GH-7, gh-7, PROJ-12, CVE-2020-1, GHSA-x', 'GH-~~7, gh-~~7, PROJ-~~12, CVE-~~2020-1, GHSA-~~x'],
    ['mid-2026, sub-30', 'mid-2026, sub-30'],
    ['feedback, defaced, 61400000', 'feedback, defaced, 61400000'],
    ['a5c3785 and a5c3785ed8d6a3', 'a5c378~~5 and a5c378~~5ed8d6~~a3'],
    ['https://a.example, ftp://b', 'https:~~//a.example, ftp:~~//b'],
    ['www.a.example, Awww. Sweet', 'www~~.a.example, Awww. Sweet'],
    ['a :smile: at 10:30', 'a :~~smile: at 10:30'],
    ['[[page]] [x]', '\\[~~\\[~~page\\]\\] \\[~~x\\]'],
    ['group/project> and *iteration:3', 'group/project~~\\> and \\*~~iteration:3'],
    ['It costs $5', 'It costs <span>\\$</span>5'],
    ['/close', '\\/close'],
    ['1. first', '1\\. first'],
    ['3.5 days', '3.5 days'],
    ['    code', 'code'],
  ])('writes %j as %j', (text, markdown) => {
    expect(shown(escapeMarkdown(text))).toBe(markdown);
  });

  it('escapes each line of a text', () => {
    expect(escapeMarkdownLines('\n one\r\n- two\r\r/close\n')).toBe('one<br>\\- two<br><br>\\/close');
  });

  it('escapes text inside HTML, where a backslash has no effect', () => {
    expect(shown(escapeMarkdownHtml('<b>@me</b> "$5" & **x**'))).toBe(
      '&lt;b&gt;@~~me&lt;/b&gt; &quot;<span>$</span>5&quot; &amp; **x**',
    );
  });

  it.each([
    ['a.b', '`a.b`'],
    ['a`b', '`` a`b ``'],
    ['`', '`` ` ``'],
    ['``` js', '```` ``` js ````'],
    [' \n ', ''],
    ['a\u0007', '`a\\u{7}`'],
  ])('writes %j as code %j', (text, code) => {
    expect(escapeMarkdownCode(text)).toBe(code);
  });

  it('renders any text as one paragraph', () => {
    const signs = ' \n\t\\`*_{}[]()<>#|~$&!@:/.-+="\'^%;1aZé\u05d0漢😀';
    const anything = fc.string({ unit: fc.constantFrom(...signs), maxLength: 30 });
    fc.assert(
      fc.property(anything, anything, (text, code) => {
        const page = `Text ${escapeMarkdown(text)} ${escapeMarkdownCode(code)} ${escapeMarkdownLines(text)} end`;
        const html = convertToHtml(page);
        expect(html.replace(/<\/?(?:br|code|span)(?: \/)?>/g, '')).toMatch(/^<p>[^<>]* end<\/p>$/);
      }),
    );
  });
});

describe('escapeCell', () => {
  it.each([
    ['=1', "'=1"],
    ['a;=1', "a;'=1"],
    ['a\n=1', `"a\n'=1"`],
    ['a\n+1\n@b', `"a\n'+1\n'@b"`],
    ['a; -1', 'a; -1'],
    ['-5', '-5'],
  ])('writes %j as %j', (text, cell) => {
    expect(escapeCell(text)).toBe(cell);
  });
});
