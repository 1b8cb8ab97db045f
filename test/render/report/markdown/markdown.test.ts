/** Longer than 200 lines: one test per section of the rendering, over the same reports. */
import { describe, expect, it } from 'vitest';
import { Chalk } from 'chalk';
import type { Evidence, QuestionResult, ReportDocument, Summary } from '#domain/types/report.ts';
import { findQuestions } from '#domain/answers/not-known.ts';
import type { Messages } from '#domain/messages.ts';
import type { ReportContext } from '#render/report/context.ts';
import { renderReportMarkdown } from '#render/report/markdown/index.ts';
import { makeTheme } from '#render/terminal/theme.ts';
import { readExampleReport, exampleReports, reportContext } from '../../../support/report/report-context.ts';
import { hostileReports, makeReportOfDifferentTexts, makeReportSaying } from '../hostile-report.ts';

const weak = readExampleReport('harbor-instruments');
const open = readExampleReport('fernlatch');

const render = (report: ReportDocument, context: Partial<ReportContext> = {}): string =>
  renderReportMarkdown(report, { ...reportContext, ...context });

/** Returns the lines of a section by its heading. */
function sectionOf(page: string, title: string): string {
  const [, section = ''] = page.split(`\n## ${title}\n`);
  return section.split('\n## ')[0] ?? '';
}

/** Returns the report with another summary. */
const withSummary = (report: ReportDocument, summary: Partial<Summary>): ReportDocument => ({
  ...report,
  summary: { ...report.summary, ...summary },
});

/** Returns the report with every question mapped. */
function withQuestions(
  report: ReportDocument,
  change: (question: QuestionResult, index: number) => QuestionResult,
): ReportDocument {
  let index = -1;
  return {
    ...report,
    elements: report.elements.map((element) => ({
      ...element,
      practices: element.practices.map((practice) => ({
        ...practice,
        questions: practice.questions.map((question) => change(question, (index += 1))),
      })),
    })),
  };
}

/** Returns the report with one piece of evidence at its first question. */
const withEvidence = (evidence: Partial<Evidence>): ReportDocument =>
  withQuestions(weak, (question, index) =>
    index === 0 ? { ...question, evidence: [{ kind: 'artifact', what: 'A list', ...evidence }] } : question,
  );

describe('renderReportMarkdown', () => {
  it.each(exampleReports)('%s: orders its sections', (company, report) => {
    const titles = [...render(report).matchAll(/^## (.*)$/gm)].map(([, title = '']) => title);
    expect(titles).toEqual([
      'The four elements',
      'Do first',
      'After that',
      ...(report.plan.later.length === 0 ? [] : ['Later']),
      'What it looks like',
      'Balance',
      'The practices',
      'In their own words',
      'The business',
      'What is not known',
      'Gaps, in the order to close them',
      'Every question',
      'What the checks found',
      'Method and limits',
    ]);
    expect(titles.includes('Later')).toBe(company !== 'tarnbeck-cooling');
  });

  it('begins with the organization and headline, before any score', () => {
    expect(render(weak).split('\n').slice(0, 8)).toEqual([
      '# Harbor Instruments: sales system audit as of 2026-11-23',
      '',
      '**2 of 4 elements in place by your own account; 1 of 4 can be shown.**<br>',
      '**Neglected: Philosophy, Execution**',
      '',
      `43 of 43 questions · 42 answered · 1 "don't know" · evidence undated or too old: 6`,
      '',
      'Answers: Leader, Marisa Trevino · Declared system: sales-system.yaml',
    ]);
  });

  it('names the brand', () => {
    expect(render(weak, { brand: { ...reportContext.brand, name: 'Quayside *Advisors*' } })).toContain(
      ' · Prepared by Quayside \\*Advisors\\*\n',
    );
  });

  it('shows whole numbers and a bar of ten', () => {
    const table = sectionOf(render(weak), 'The four elements');
    expect(table).toContain(
      '| **Philosophy**<br>why do we | `█▒▒·······` | 25 | 13 | 6 | 100 % | neglected |',
    );
    expect(table).toContain('| 24 | 16 | 8 | 95 %<br>23 to 29 possible | neglected |');
    expect(table).toContain('| Execution: Coaching | `█▒········` | 21 | 24 | 8 | 80 % |  |');
    expect(table).toContain('**Overall 47 of 100** · 47 to 48 possible · 26 declared · 36 shown');
  });

  it('shows a shade per practice and lens', () => {
    const table = sectionOf(render(weak), 'The practices');
    expect(table).toContain('| Shared stages | Process | ▓ 75 | █ 100 | ▓ 75 | 100 % |');
    expect(table).toContain('| Coaching cadence | Execution: Coaching | ░ 25 | ░ 33 | · 0 | 50 % |');
  });

  it('omits an unknown lens and explains why', () => {
    const page = render(open);
    for (const title of ['The four elements', 'The practices']) {
      const section = sectionOf(page, title);
      expect(section).toMatch(/^\| \w+ .*\| Said \| Answered \|/m);
      expect(section).toContain('No evidence is attached yet, so nothing can be shown.<br>');
      expect(section).toContain(
        'No sales-system file was given, so nothing is known about what is declared.',
      );
    }
  });

  it('never shows unknown as zero', () => {
    const page = render(open);
    expect(sectionOf(page, 'The four elements')).toContain(
      '**Overall not scored; too little is known about Method**',
    );
    expect(sectionOf(page, 'Balance').trim()).toBe('Not known while an element is unknown.');
    const nothing = {
      ...open,
      elements: open.elements.map((element) => ({ ...element, score: null, coverage: null })),
    };
    expect(sectionOf(render(nothing), 'The four elements')).toMatch(/\| unknown \| does not apply/);
    const unasked = {
      ...nothing,
      elements: nothing.elements.map((element) => ({
        ...element,
        practices: element.practices.map((practice) => ({ ...practice, questions: [] })),
      })),
    };
    expect(sectionOf(render(unasked), 'The four elements')).toMatch(/\| not asked \| not asked/);
  });

  it('shows at most three moves in full', () => {
    const section = sectionOf(render(weak), 'Do first');
    expect([...section.matchAll(/^### (.*)$/gm)].map(([, title = '']) => title)).toEqual([
      '1. Close the gap: Stated purpose (Philosophy)',
      '2. Close the gap: Few lead metrics (Execution)',
      '3. Close the gap: Role modeling (Execution)',
    ]);
    const [{ recommendation } = {}] = weak.plan.now;
    const labels = [...section.matchAll(/^- \*\*(.*?):\*\* (.*)$/gm)].slice(0, 8);
    expect(labels.map(([, label, text]) => [label, text])).toEqual([
      ['Owner', recommendation?.owner],
      ['Effort', recommendation?.effort],
      ['First 30 days', recommendation?.days30],
      ['By day 60', recommendation?.days60],
      ['By day 90', recommendation?.days90],
      ['Time to effect', recommendation?.effectAfter],
      ['Proof that it is done', recommendation?.evidenceOfDone],
      ['How to tell whether it worked', recommendation?.successMeasure],
    ]);
  });

  it('names whom to ask and what would prove a claim', () => {
    expect(sectionOf(render(open), 'Do first')).toMatch(
      /### 3\. Find out: Method\n\nToo little is known about Method to score it\.\n\n\*\*Whom to ask:\*\*\n\n- \*\*Seller:\*\* Take the last five proposals/,
    );
    const prove: ReportDocument = {
      ...weak,
      plan: {
        now: [
          {
            move: 'prove',
            element: 'process',
            practice: 'shared-stages',
            name: 'Shared stages',
            because: '75 of 100 is said.',
            attach: [{ question: 'q', kind: 'artifact', what: 'Both sheets.' }],
          },
        ],
        next: [],
        later: [],
      },
    };
    expect(sectionOf(render(prove), 'Do first')).toContain(
      '### 1. Prove it: Shared stages (Process)\n\n75 of 100 is said.\n\n**What would prove it:**\n\n- Both sheets. (record of the work)',
    );
  });

  it('shows one line for each later move, with what blocks it', () => {
    expect(sectionOf(render(weak), 'After that')).toContain(
      '- **Coaching cadence** (Execution): Give every seller a fixed coaching slot that works on one skill and holds no forecast. · waits for Few lead metrics\n',
    );
    expect(sectionOf(render(weak), 'Later')).toMatch(
      /^- \*\*One goal with an owner\*\* .* · can start now$/m,
    );
  });

  it('names the reasons for a pattern', () => {
    const section = sectionOf(render(weak), 'What it looks like');
    expect(section).toContain('\n- Balance 1.8 (≥ 1)\n');
    expect(section).toContain('\n- Coaching 0.8 (\\< 2)\n');
    expect(section).not.toContain('execution.coaching');
  });

  it.each([
    [
      'a plan',
      { plan: { now: [], next: [], later: [] } },
      'Every practice that was asked about is at its target',
    ],
    ['gaps', { gaps: [] }, 'No practice is below its target.'],
    ['patterns', { patterns: [] }, 'The answers fit no known pattern.'],
    ['findings', { findings: [] }, 'The checks found nothing in the answers and the declared system.'],
  ])('explains an empty list: %s', (_name, without, sentence) => {
    expect(render({ ...weak, ...without })).toContain(sentence);
  });

  it('omits empty statements', () => {
    const { opening: _opening, closing: _closing, context: _context, ...silent } = weak;
    const page = render({ ...silent, opening: { first: ' ' }, context: { baseline: {} } });
    expect(page).not.toMatch(/^## (?:In their own words|The business)$/m);
    expect(page).not.toMatch(/\n\n\n/);
  });

  it('does not depend on the terminal', () => {
    const theme = makeTheme(new Chalk({ level: 3 }), false);
    expect(render(weak, { width: 20, theme })).toBe(render(weak));
  });
});

describe('unknowns in Markdown', () => {
  const unknowns = (report: ReportDocument): string => sectionOf(render(report), 'What is not known');

  it.each([
    ['coverage', weak, '- 98 % of the questions that apply are answered.'],
    ['the range', weak, 'the overall score would lie between 47 and 48.'],
    ['the range of an element', weak, '- Execution would lie between 23 and 29.'],
    [
      'answers that the respondent does not know',
      weak,
      '### The respondent did not know\n\n- **Coaching cadence:** ',
    ],
    [
      'stale evidence',
      weak,
      '- **Buyer proof and stage conversation:** The five conversation cards (stated as policy, undated)',
    ],
    ['that nothing is attached', open, '- No evidence is attached yet, so nothing can be shown.'],
    ['that no system is declared', open, '- No sales-system file was given'],
    ['that it is provisional', withSummary(weak, { provisional: true }), '- Provisional: too few questions'],
    [
      'that it is quick',
      withSummary(weak, { scope: 'quick', asked: 12 }),
      '- Only 12 of 43 questions were asked',
    ],
  ])('names %s', (_name, report, sentence) => {
    expect(unknowns(report)).toContain(sentence);
  });

  it('marks a provisional or quick report at the top', () => {
    const [top] = render(withSummary(weak, { provisional: true, scope: 'quick', asked: 12 })).split('\n## ');
    expect(top).toMatch(
      /\*\*Provisional: .*\*\*<br>\nOnly 12 of 43 questions were asked.*<br>\nquick audit, 12 of 43 questions/,
    );
  });

  it('lists claims without proof', () => {
    const bold = withQuestions(weak, (question, index) =>
      index === 0 ? { ...question, level: 4, shownLevel: 1 } : question,
    );
    expect(unknowns(bold)).toMatch(
      /### Answers of level 3 or 4 .*\n\n- \*\*Stated purpose:\*\* If I stopped/,
    );
  });

  it('lists what does not apply, with the reason of the model if available', () => {
    const excused = withQuestions(weak, (question, index) =>
      index === 0
        ? {
            ...question,
            state: 'not-applicable',
            level: null,
            shownLevel: null,
            answer: null,
            reason: 'out-of-scope',
          }
        : question,
    );
    const means =
      reportContext.model?.notApplicableReasons.find(({ id }) => id === 'out-of-scope')?.means ?? '?';
    expect(unknowns(excused)).toContain(`what would I hear? (${means})`);
    const alone = render(excused, { model: undefined });
    expect(sectionOf(alone, 'What is not known')).toContain('what would I hear? (out-of-scope)');
    expect(sectionOf(alone, 'Every question')).toContain('**does not apply:** out-of-scope<br>');
  });

  it('states that nothing is open and the score is final', () => {
    const whole = readExampleReport('tarnbeck-cooling');
    const section = unknowns({
      ...whole,
      summary: { ...whole.summary, range: { low: 70, high: 70 } },
      elements: withQuestions(whole, (question) =>
        question.state === 'answered' || question.state === 'not-applicable'
          ? question
          : { ...question, state: 'answered', level: 3, shownLevel: 3, answer: 'Something.' },
      ).elements,
    });
    expect(section).toContain('- Every question that was asked has an answer.\n- No open question can move');
  });
});

describe('answers and findings in Markdown', () => {
  it('shows every question, collapsed by element', () => {
    const section = sectionOf(render(weak), 'Every question');
    expect([...section.matchAll(/^<summary>(.*)<\/summary>$/gm)].map(([, text = '']) => text)).toEqual([
      '<strong>Philosophy</strong> · why do we · 8 answered',
      '<strong>Process</strong> · what to do · 8 answered',
      '<strong>Method</strong> · how to · 6 answered',
      '<strong>Execution</strong> · how it becomes habit · 20 answered · 1 &quot;don&apos;t know&quot;',
    ]);
    expect([...section.matchAll(/\n<\/summary>|<\/summary>\n(?!\n)|[^\n]\n<\/details>/g)]).toEqual([]);
    for (const { question } of findQuestions(weak)) expect(section).toContain(`\`${question.id}\``);
    expect(section).toContain(
      [
        '**Open the job description of each of your seller roles. Which sentence says what gets better for the customer?**',
        '',
        '**Level 1 of 4:** At least one description says that sellers help, serve or advise customers, even if it names no result for them.<br>',
        'evidence supports level 1 · `philosophy.customer-role.job-description`',
        '',
        '- The two role descriptions as posted<br>stated as policy, of 2024-02-12, counts for one level less<br>`docs/hr/role-descriptions-2024.pdf`',
        '',
        '> We have two roles.',
      ].join('\n'),
    );
    expect(section).toContain("**don't know**<br>\n`execution.coaching-cadence.skill-share`");
  });

  it('keeps line breaks and length of a note', () => {
    const noted = withQuestions(weak, (question, index) =>
      index < 2
        ? { ...question, note: index === 0 ? 'One\r\n\r\n- two\n  three' : 'ab '.repeat(3_333) }
        : question,
    );
    const page = render(noted);
    expect(page).toContain('\n> One<br><br>\\- two<br>three\n');
    expect(page).toContain(`\n> ${'ab '.repeat(3_333).trim()}\n`);
  });

  it.each([
    ['https://example.com/a?b=c#d', '[https:\u2060//example.com/a?b=c\\#d](https://example.com/a?b=c#d)'],
    ['http://example.com/a(b)_*c|d', '(http://example.com/a%28b%29_%2Ac%7Cd)'],
    ['https://example.com/%zz%20"<>\\', '(https://example.com/%25zz%20%22%3C%3E%5C)'],
    ['javascript:alert(1)', '<br>`javascript:alert(1)`'],
    ['//evil.example/x', '<br>`//evil.example/x`'],
    ['https://bank.example@evil.example/', '<br>`https://bank.example@evil.example/`'],
    ['docs/`odd` file.md', '<br>`` docs/`odd` file.md ``'],
  ])('renders the reference %j as %s', (ref, text) => {
    expect(render(withEvidence({ ref }))).toContain(text);
  });

  it('shows findings by file, worst first, with code', () => {
    const section = sectionOf(render(weak), 'What the checks found');
    const count = (file: string, severity: string): number =>
      weak.findings.filter(
        (finding) => finding.file === file && finding.severity === severity && finding.waiver === undefined,
      ).length;
    const system = ['error', 'warning', 'info'].map((severity) => count('sales-system.yaml', severity));
    const waived = weak.findings.filter(({ waiver }) => waiver !== undefined);
    expect(waived).not.toEqual([]);
    expect([...section.matchAll(/<summary>(.*)<\/summary>/g)].map(([, text]) => text)).toEqual([
      `<strong>answers.yaml</strong> · warning: ${count('answers.yaml', 'warning')}`,
      `<strong>sales-system.yaml</strong> · error: ${system[0]} · warning: ${system[1]} · note: ${system[2]} · Waived: ${waived.length}`,
    ]);
    expect(section).toContain(
      '- **error:** Nothing has to be there before a deal leaves `order`, so every seller decides alone when it moves on.<br>' +
        '**Fix:** Add an `exit` to `order`: evidence that one can see, best an act of the customer (`by: buyer`). (adds 4 to the declared score of Process)<br>' +
        '`process/stage-without-exit` · `sales-system.yaml:54:7`\n',
    );
    const [, ofSystem = ''] = section.split('<strong>sales-system.yaml</strong>');
    const severities = [...ofSystem.matchAll(/^- \*\*(error|warning|note):/gm)].map(([, name]) => name);
    const rank = ['error', 'warning', 'note'];
    expect(severities).toEqual(
      severities.toSorted((one, other) => rank.indexOf(one ?? '') - rank.indexOf(other ?? '')),
    );
    expect(severities).toHaveLength(weak.findings.filter(({ file }) => file === 'sales-system.yaml').length);
  });

  it('names thresholds only if the model is available', () => {
    const rule = /An element is in place from 62\.5 of 100/;
    expect(sectionOf(render(weak), 'Method and limits')).toMatch(rule);
    const alone = sectionOf(render(weak, { model: undefined }), 'Method and limits');
    expect(alone).not.toMatch(rule);
    expect(alone).toContain('Shown counts an answer at most as high as its best evidence supports. Declared');
    expect(alone).toContain('Model sales-system 1.0.0. Written by sales-audit ');
  });
});

describe('texts and messages in Markdown', () => {
  it('omits only text that is shown in another form', () => {
    const { report, texts } = makeReportOfDifferentTexts();
    const page = render(report);
    const missing = texts.filter(({ text }) => !page.includes(text)).map(({ key }) => key);
    expect([...new Set(missing)].toSorted()).toEqual(
      [
        // A gap is a table row; its recommendation is complete if it is one of the first three moves.
        ...'days30 days60 days90 effectAfter effort evidenceOfDone owner successMeasure'
          .split(' ')
          .map((key) => `${key}:recommendation`),
        // Answers are named by respondent, findings by line and column.
        // A reader sees the language.
        'language:model',
        'path:findings',
        'path:sources',
      ].toSorted(),
    );
  });

  it('takes every phrase from the messages', () => {
    const names = Object.entries(reportContext.messages).map(([key, text]) => {
      const places = [...text.matchAll(/\{\w+\}/g)].map(([place]) => place);
      return [key, ['9', ...places].join(' ')] as const;
    });
    const page = render(makeReportSaying('7'), {
      messages: Object.fromEntries(names) as Messages,
      model: undefined,
    });
    const own = /<\/?(?:details|summary|strong|br)>|sales-audit|out-of-scope/g;
    expect([...page.replace(own, '').matchAll(/\p{L}+/gu)].map(([word]) => word)).toEqual([]);
  });

  it.each(hostileReports)('%s: no line is a quick action and no character is hidden', (_name, report) => {
    const page = render(report);
    // A quick action, fence, other list, rule, GitLab quotation, HTML or misplaced heading.
    const order =
      /^(?:\s|\/|::|>>>|---|===|~~~|```[^`]*$|\d+[.)] |[+*] |<(?!\/?details>$|summary><strong>|span>\\\$<\/span>)|&(?!amp;)|@(?!\u2060)|#{4}|#+(?![# ])|\|(?! ))/;
    expect(page.split('\n').filter((line) => order.test(line))).toEqual([]);
    expect(page).not.toMatch(
      /(?!\n)[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u00ad\u061c\u200b\u200c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/u,
    );
  });
});
