import { describe, expect, it } from 'vitest';
import type { Evidence } from '#domain/types/report.ts';
import { findQuestions, listUnknowns } from '#domain/answers/not-known.ts';
import { formatMessage } from '#domain/messages.ts';
import { escapeMarkdown, escapeMarkdownHtml } from '#render/escape.ts';
import type { ReportContext } from '#render/report/context.ts';
import { describeAnswered } from '#render/report/wording/answer-counts.ts';
import { renderProse } from '#render/report/markdown/parts.ts';
import { describeMethod, makeNameLookup } from '#render/report/wording/phrases.ts';
import { matchMessage, reportContext } from '../../../support/report/report-context.ts';
import { messages, render, sectionOf, weak, withEvidence, withQuestions } from './sections.ts';

describe('answers and findings in Markdown', () => {
  it('shows every question, collapsed by element', () => {
    const section = sectionOf(render(weak), 'answers');
    expect([...section.matchAll(/^<summary>(.*)<\/summary>$/gm)].map(([, text = '']) => text)).toEqual(
      weak.elements.map((element) => {
        const about = [element.asks, ...describeAnswered(element, messages)].join(' · ');
        return `<strong>${element.name}</strong> · ${escapeMarkdownHtml(about)}`;
      }),
    );
    expect([...section.matchAll(/\n<\/summary>|<\/summary>\n(?!\n)|[^\n]\n<\/details>/g)]).toEqual([]);
    for (const { question } of findQuestions(weak)) expect(section).toContain(`\`${question.id}\``);
    const evidence: Evidence = {
      kind: 'declaration',
      date: '2024-02-12',
      what: 'The two role descriptions',
      ref: 'docs/roles.pdf',
      stale: true,
    };
    const [{ question } = { question: undefined }] = findQuestions(weak);
    const { ask = '?', id = '?', label = '?', answer = '?' } = question ?? {};
    const answered = withQuestions(weak, ({ guess: _guess, next: _next, ...each }) =>
      each.id === id ? { ...each, level: 1, shownLevel: 1, evidence: [evidence], note: 'Two.' } : each,
    );
    const level = formatMessage(messages, 'report.levelOf', { level: 1, label: label ?? '?' });
    const about = [
      messages['report.kindDeclaration'],
      formatMessage(messages, 'report.datedOn', { date: 'February 12, 2024' }),
      messages['report.countsLess'],
    ];
    expect(sectionOf(render(answered), 'answers')).toContain(
      [
        `**${escapeMarkdown(ask)}**`,
        '',
        `**${escapeMarkdown(level)}:** ${escapeMarkdown(answer ?? '?')}<br>`,
        `${formatMessage(messages, 'report.supports', { level: 1 })} · \`${id}\``,
        '',
        `- The two role descriptions<br>${about.join(', ')}<br>\`docs/roles.pdf\``,
        '',
        '> Two.',
      ].join('\n'),
    );
    const unknown = listUnknowns(weak).unknown[0]?.question;
    expect(section).toContain(`**${messages['report.stateUnknown']}**<br>\n\`${unknown?.id}\``);
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
    const section = sectionOf(render(weak), 'findings');
    const error = messages['report.severityError'];
    const warning = messages['report.severityWarning'];
    const note = messages['report.severityInfo'];
    const count = (file: string, severity: string): number =>
      weak.findings.filter(
        (finding) => finding.file === file && finding.severity === severity && finding.waiver === undefined,
      ).length;
    const system = ['error', 'warning', 'info'].map((severity) => count('sales-system.yaml', severity));
    const waived = weak.findings.filter(({ waiver }) => waiver !== undefined);
    expect(waived).not.toEqual([]);
    expect([...section.matchAll(/<summary>(.*)<\/summary>/g)].map(([, text]) => text)).toEqual([
      `<strong>answers.yaml</strong> · ${warning}: ${count('answers.yaml', 'warning')}`,
      [
        '<strong>sales-system.yaml</strong>',
        ...[error, warning, note].map((name, index) => `${name}: ${system[index]}`),
        `${messages['report.waived']}: ${waived.length}`,
      ].join(' · '),
    ]);
    const stage = weak.findings.find(({ check }) => check === 'process/stage-without-exit');
    const { message = '?', fix = '?', points = NaN, element = '?', line, column } = stage ?? {};
    const adds = formatMessage(messages, 'report.points', {
      points: Math.round(points ?? NaN),
      element: makeNameLookup(weak)(element ?? '?'),
    });
    expect(section).toContain(
      `- **${error}:** ${renderProse(message)}<br>**${messages['report.fix']}:** ${renderProse(`${fix} (${adds})`)}<br>` +
        `\`process/stage-without-exit\` · \`sales-system.yaml:${line}:${column}\`\n`,
    );
    const [, ofSystem = ''] = section.split('<strong>sales-system.yaml</strong>');
    const rank = [error, warning, note];
    const severities = [...ofSystem.matchAll(new RegExp(`^- \\*\\*(${rank.join('|')}):`, 'gm'))].map(
      ([, name = '']) => name,
    );
    expect(severities).toEqual(severities.toSorted((one, other) => rank.indexOf(one) - rank.indexOf(other)));
    expect(severities).toHaveLength(weak.findings.filter(({ file }) => file === 'sales-system.yaml').length);
  });

  it('names thresholds only if the model is available', () => {
    const paragraphs = (model: ReportContext['model']): string[] =>
      describeMethod(weak, messages, model).map(escapeMarkdown);
    const { generator, model } = weak;
    const made = formatMessage(messages, 'report.methodModel', {
      ...model,
      tool: generator.name,
      toolVersion: generator.version,
    });
    const alone = sectionOf(render(weak, { model: undefined }), 'method').trim();
    expect(sectionOf(render(weak), 'method')).toMatch(
      matchMessage('report.methodStatus', { inPlace: reportContext.model?.scoring.inPlaceAt ?? '?' }),
    );
    expect(alone).not.toMatch(matchMessage('report.methodStatus'));
    expect(alone).toBe([...paragraphs(undefined), escapeMarkdown(made)].join('\n\n'));
    expect(alone).toContain(escapeMarkdown(messages['report.methodLensesShort']));
  });
});
