/** Longer than 200 lines: one test per section of the rendering, over the same reports. */
import { type Respondent, describeSource, listRespondents } from '#render/report/cover.ts';
import { listRecommendationFacts } from '#render/report/wording/recommendations.ts';
import { describe, expect, it } from 'vitest';
import { Chalk } from 'chalk';
import type { ElementResult, ReportDocument } from '#domain/types/report.ts';
import { type MessageKey, type Messages, formatMessage } from '#domain/messages.ts';
import { escapeMarkdown } from '#render/escape.ts';
import { describeRest } from '#render/report/wording/gain.ts';
import { formatDay } from '#domain/format-day.ts';
import {
  describeTask,
  listMissingProofs,
  listMoveFacts,
  writeActionsTitle,
} from '#render/report/wording/actions.ts';
import { describeOverall, renderCounts } from '#render/report/wording/headline.ts';
import { describeMove } from '#render/report/wording/labels.ts';
import { choosePatterns, listPatternReasons } from '#render/report/wording/pattern-phrases.ts';
import {
  describeScope,
  describeWaits,
  makeNameLookup,
  renderMoveTitle,
} from '#render/report/wording/phrases.ts';
import { describeRange } from '#render/terminal/element-rows.ts';
import { makeTheme } from '#render/terminal/theme.ts';
import { exampleReports, reportContext } from '../../../support/report/report-context.ts';
import { hostileReports, makeReportOfDifferentTexts, makeReportSaying } from '../hostile-report.ts';
import { joinParts, messages, open, render, sectionOf, sections, weak } from './sections.ts';

describe('renderReportMarkdown', () => {
  it.each(exampleReports)('%s: orders its sections', (_company, report) => {
    const titles = [...render(report).matchAll(/^## (.*)$/gm)].map(([, title = '']) => title);
    const { plan } = report;
    expect(titles).toEqual(
      sections.flatMap((section) => [
        ...(section === 'patterns' && report.voices ? [messages['voices.title']] : []),
        ...(section === 'next' && plan.next.length === 0 ? [] : [messages[`report.${section}`]]),
      ]),
    );
  });

  it('has a section for every part of the plan in one example only', () => {
    const later = exampleReports.map(([, { plan }]) => plan.later.length > 0);
    expect(new Set(later)).toEqual(new Set([true, false]));
  });

  it('begins with the organization and headline, before any score', () => {
    const [title, headline, doFirst, actions, proofs, surprise, counts, limits, sources] =
      render(weak).split('\n\n');
    const { organization, asOf, summary } = weak;
    expect(title).toBe(
      `# ${formatMessage(messages, 'summary.title', { organization: organization.name, date: formatDay(asOf, messages) })}`,
    );
    const overall = joinParts(describeOverall(weak, messages), ...describeRange(summary.range, messages));
    expect(headline).toBe(`**${escapeMarkdown(summary.sentence)}**<br>\n${overall}`);
    expect(doFirst).toBe(`**${escapeMarkdown(writeActionsTitle(weak, messages))}**`);
    expect(actions?.match(/^- \*\*\d\\?\. \w+:\*\* /gm)).toHaveLength(3);
    expect(proofs).toBe(listMissingProofs(weak, messages).map(escapeMarkdown).join());
    expect(surprise).toContain(escapeMarkdown(summary.surprise?.sentence ?? '?'));
    expect(counts).toBe(renderCounts(weak, messages).map(escapeMarkdown).join('<br>\n'));
    expect(limits).toBe(describeScope(weak, messages).map(escapeMarkdown).join(' '));
    const [{ when }] = listRespondents(weak, messages) as [Respondent];
    expect(when).toContain('2026');
    expect(sources).toBe(
      joinParts(
        ...weak.sources.map((source) => describeSource(source, messages, true)),
        `${messages['report.answeredWhen']}: ${when}`,
      ),
    );
  });

  it('names the brand', () => {
    expect(render(weak, { brand: { ...reportContext.brand, name: 'Quayside *Advisors*' } })).toContain(
      ` · ${formatMessage(messages, 'report.preparedBy', { name: String.raw`Quayside \*Advisors\*` })}\n`,
    );
  });

  it('shows whole numbers and a bar with the thresholds', () => {
    const [first, second, third, last] = weak.elements;
    if (!first || !second || !third || !last) throw new Error('The example has too few elements.');
    const range = { low: 23.4, high: 28.6 };
    const block = { id: 'coaching', name: 'Coaching', score: 21, declared: 24.4, shown: 8.3, coverage: 0.8 };
    const elements: ElementResult[] = [
      {
        ...first,
        name: 'One',
        score: 25,
        declared: 12.5,
        shown: 6.25,
        coverage: 1,
        range: null,
        status: 'neglected',
      },
      {
        ...last,
        name: 'Two',
        score: 23.7,
        declared: 16.4,
        shown: 8,
        coverage: 0.952,
        range,
        blocks: [block],
      },
    ];
    const table = sectionOf(render({ ...weak, elements }), 'elements');
    const neglected = `✖ ${messages['status.neglected']}`;
    expect(table).toContain(
      `| **One**<br>${first.asks} | \`█▒▒▒··│····│··│····\` | 25 | 13 | 6 | 100% | ${neglected} |`,
    );
    const possible = formatMessage(messages, 'summary.range', { low: 23, high: 29 });
    expect(table).toContain(`| 24 | 16 | 8 | 95%<br>${possible} | ${neglected} |`);
    expect(table).toContain('| Two: Coaching | `█▒▒···│····│··│····` | 21 | 24 | 8 | 80% |  |');
    const { summary } = weak;
    const overall = [
      `**${describeOverall(weak, messages)}**`,
      ...describeRange(summary.range, messages),
      `${Math.round(summary.declared ?? NaN)} ${messages['summary.declared']}`,
      `${Math.round(summary.shown ?? NaN)} ${messages['summary.shown']}`,
    ];
    expect(overall).toHaveLength(4);
    expect(table).toContain(`\n${overall.join(' · ')}`);
  });

  it('marks what is missing by practice and lens', () => {
    const [practice] = weak.elements[0]?.practices ?? [];
    const last = weak.elements.at(-1);
    if (practice === undefined || last === undefined) throw new Error('The example has no practice.');
    const scores = { score: 75, declared: 100, shown: 74.9, coverage: 1 };
    const block = last.blocks[0];
    const elements: ElementResult[] = [
      { ...last, name: 'One', blocks: [], practices: [{ ...practice, ...scores, block: null }] },
      {
        ...last,
        name: 'Two',
        practices: [
          { ...practice, score: 25, declared: 33.3, shown: 0, coverage: 0.5, block: block?.id ?? '' },
        ],
      },
    ];
    const table = sectionOf(render({ ...weak, elements }), 'practices');
    expect(table).toContain(`| ${practice.name} (1) | One | 75 | 100 | 75 | 100% |`);
    expect(table).toContain(`| ${practice.name} (1) | Two: ${block?.name} | ✖ 25 | ✖ 33 | ✖ 0 | 50% |`);
  });

  it('omits an unknown lens, and everything about declared without a file', () => {
    const page = render(open);
    for (const part of ['elements', 'practices'] as const) {
      const section = sectionOf(page, part);
      const heads = [messages['summary.said'], messages['report.stateAnswered']];
      expect(section.toLowerCase()).toMatch(new RegExp(`^\\| \\w+ .*\\| ${heads.join(' \\| ')} \\|`, 'm'));
      expect(section).toContain(escapeMarkdown(messages['report.noEvidence']));
      expect(section.toLowerCase()).not.toContain(messages['summary.declared']);
    }
  });

  it('never shows unknown as zero', () => {
    const page = render(open);
    expect(open.summary.unknown).not.toEqual([]);
    expect(sectionOf(page, 'elements')).toContain(`**${describeOverall(open, messages)}**`);
    expect(sectionOf(page, 'balance').trim()).toBe(escapeMarkdown(messages['report.balanceUnknown']));
    const nothing = {
      ...open,
      elements: open.elements.map((element) => ({ ...element, score: null, coverage: null })),
    };
    expect(sectionOf(render(nothing), 'elements')).toContain(
      `| ${messages['report.unknownScore']} | ${messages['report.stateNotApplicable']}`,
    );
    const unasked = {
      ...nothing,
      elements: nothing.elements.map((element) => ({
        ...element,
        practices: element.practices.map((practice) => ({ ...practice, questions: [] })),
      })),
    };
    expect(sectionOf(render(unasked), 'elements')).toContain(
      `| ${messages['status.notAsked']} | ${messages['status.notAsked']}`,
    );
  });

  it('shows at most three moves in full', () => {
    const section = sectionOf(render(weak), 'first');
    const getName = makeNameLookup(weak);
    expect([...section.matchAll(/^### (.*)$/gm)].map(([, title = '']) => title)).toEqual([
      ...weak.plan.now.map(
        (move, index) =>
          `${index + 1}. ${describeMove(move.move, messages)}: ${renderMoveTitle(move, getName)}`,
      ),
      messages['plan.buys'],
    ]);
    expect(weak.plan.now).toHaveLength(3);
    const [{ recommendation } = {}] = weak.plan.now;
    if (recommendation === undefined) throw new Error('The example has no recommendation.');
    const labels = [...section.matchAll(/^- \*\*(.*?):\*\* (.*)$/gm)].slice(0, 8);
    expect(labels.map(([, label, text]) => [label, text])).toEqual(
      listRecommendationFacts(recommendation, weak.asOf, messages).map((fact) => fact.map(escapeMarkdown)),
    );
    expect(labels.map(([, , text]) => text)).toContain(escapeMarkdown(recommendation.days90));
  });

  it('names whom to ask and what would prove a claim', () => {
    const asking = open.plan.now.find(({ move }) => move === 'find-out');
    const [first] = asking?.ask ?? [];
    if (asking === undefined || first === undefined) throw new Error('The example asks nobody.');
    expect(sectionOf(render(open), 'first')).toContain(
      [
        `. ${messages['plan.findOut']}: ${asking.name}\n\n${escapeMarkdown(asking.because)}`,
        `**${escapeMarkdown(describeTask(asking, messages))}**`,
        listMoveFacts(asking, open.asOf, messages)
          .map(([label, text]) => `- **${label}:** ${escapeMarkdown(text)}`)
          .join('\n'),
        `**${messages['report.askThem']}:**`,
        `- **${messages[`role.${first.bestAnsweredBy}`]}:** ${escapeMarkdown(first.ask)}`,
      ].join('\n\n'),
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
        after: weak.plan.after,
        roads: weak.plan.roads,
      },
    };
    const element = makeNameLookup(weak)('process');
    expect(sectionOf(render(prove), 'first')).toContain(
      [
        `### 1. ${messages['plan.prove']}: Shared stages (${element})\n\n75 of 100 is said.`,
        '**Attach evidence for Shared stages: Both sheets.**',
        '- **Owner:** The sales leader\n- **Due:** December 23, 2026',
        `**${messages['report.attachThis']}:**`,
        `- Both sheets. (${messages['report.kindArtifact']})`,
      ].join('\n\n'),
    );
  });

  it('shows one line for each next move, with what blocks it, and leaves the rest to the gaps', () => {
    const getName = makeNameLookup(weak);
    let place = weak.plan.now.length;
    const section = sectionOf(render(weak), 'next');
    expect(section.match(/^- .*$/gm)).toEqual(
      weak.plan.next.map(({ name, element, do: advice = '', blockedBy }) => {
        const about = escapeMarkdown(`(${getName(element)}): ${advice}`);
        return `- **${escapeMarkdown(`${(place += 1)}. ${name}`)}** ${about} · ${escapeMarkdown(describeWaits(blockedBy, getName, messages))}`;
      }),
    );
    expect(section.trimEnd().endsWith(escapeMarkdown(describeRest(weak, messages) ?? '?'))).toBe(true);
  });

  it('names the reasons for a pattern', () => {
    const section = sectionOf(render(weak), 'patterns');
    const { shown, rest } = choosePatterns(weak, messages);
    const reasons = shown.flatMap((pattern) =>
      listPatternReasons(pattern, weak, messages).map(({ text }) => text),
    );
    expect(reasons.length).toBeGreaterThan(3);
    for (const reason of reasons) expect(section).toContain(`\n- ${escapeMarkdown(reason)}\n`);
    expect(section.trimEnd().endsWith(`\n\n${escapeMarkdown(rest ?? '?')}`)).toBe(true);
    expect(section).not.toMatch(/execution\.|\\[<>]|[≥≤]/);
  });

  it.each([
    ['a plan', { plan: { ...weak.plan, now: [], next: [], later: [] } }, 'summary.nothingToDo'],
    ['gaps', { gaps: [] }, 'report.noGaps'],
    ['patterns', { patterns: [] }, 'report.noPatterns'],
    ['findings', { findings: [] }, 'report.noFindings'],
  ] as const satisfies readonly (readonly [string, Partial<ReportDocument>, MessageKey])[])(
    'explains an empty list: %s',
    (_name, without, key) => {
      const page = render(Object.assign({}, weak, without));
      expect(page).toContain(escapeMarkdown(messages[key]));
      expect(page).not.toMatch(/\n\n\n/);
    },
  );

  it('omits empty statements', () => {
    const { opening: _opening, closing: _closing, context: _context, ...silent } = weak;
    const page = render({ ...silent, opening: { first: ' ' }, context: { baseline: {} } });
    for (const section of ['ownWords', 'context'] as const)
      expect(page).not.toContain(`## ${messages[`report.${section}`]}\n`);
    expect(page).not.toMatch(/\n\n\n/);
  });

  it('does not depend on the terminal', () => {
    const theme = makeTheme(new Chalk({ level: 3 }), false);
    expect(render(weak, { width: 20, theme })).toBe(render(weak));
  });
});

describe('texts and messages in Markdown', () => {
  it('omits only text that is shown in another form', () => {
    const { report, texts } = makeReportOfDifferentTexts();
    const page = render(report);
    // Of a fourth pattern a report shows the name.
    const named = JSON.stringify(report.patterns.slice(3).map(({ name: _name, ...rest }) => rest));
    expect(named).not.toBe('[]');
    const missing = texts
      .filter(({ text }) => !page.includes(text) && !named.includes(text))
      .map(({ key }) => key);
    expect([...new Set(missing)].toSorted()).toEqual(
      [
        // A gap is a table row without its recommendation, which is complete if it is one of the first three moves.
        ...'days30 days60 days90 do effectAfter effort evidenceOfDone owner successMeasure'
          .split(' ')
          .map((key) => `${key}:recommendation`),
        // Answers are named by respondent, findings by line and column.
        // A reader sees the language.
        'language:model',
        'path:findings',
        'path:sources',
        // Patterns name their practices.
        'practices:patterns',
        // What is planned for later is in the list of gaps.
        'do:later',
        'name:later',
        // The next level is given by its sentence; names are written into the findings that need them.
        'label:next',
        ...['accounts', 'calls', 'demos', 'revenue'].map((id) => `${id}:names`),
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
