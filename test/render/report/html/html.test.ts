import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findQuestions } from '#domain/answers/not-known.ts';
import { renderHtml } from '#render/report/html/index.tsx';
import {
  exampleReports,
  matchMessage,
  readExampleReport,
  reportContext,
} from '../../../support/report/report-context.ts';
import { loadShippedModel } from '../../../support/model/shipped-model.ts';

const harbor = readExampleReport('harbor-instruments');

describe('renderHtml', () => {
  it.each(exampleReports)('%s: is deterministic', (_company, report) => {
    expect(renderHtml(report, reportContext)).toBe(renderHtml(structuredClone(report), reportContext));
  });

  it('allows only its own style and script, by hash', () => {
    const html = renderHtml(harbor, reportContext);
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    const script = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `style-src ${hash(style)}`,
      `script-src ${hash(script)}`,
      'img-src data:',
      'font-src data:',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html.match(/<style/g)).toHaveLength(1);
    expect(html).not.toMatch(/\sstyle=|\son\w+=|<link|url\(|@import/);
  });

  it('links to nothing external but evidence', () => {
    const html = renderHtml(harbor, reportContext);
    const addresses = [...html.matchAll(/(?:href|src)="([^"#][^"]*)"/g)].map(([, address]) => address);
    const refs = findQuestions(harbor).flatMap(({ question }) =>
      (question.evidence ?? []).flatMap(({ ref }) => (ref?.startsWith('http') ? [ref] : [])),
    );
    expect(addresses.length).toBeGreaterThan(0);
    expect(addresses).toEqual(refs);
  });

  it.each([
    ['a4', '@page{size:A4;'],
    ['letter', '@page{size:letter;'],
  ] as const)('asks for %s paper where that is chosen', (paper, rule) => {
    expect(renderHtml(harbor, { ...reportContext, paper })).toContain(rule);
    expect(renderHtml(harbor, reportContext)).not.toContain('@page{size:');
  });

  it('shows the name, logo and accent of the brand', () => {
    const logo = 'data:image/png;base64,iVBORw0KGgo=';
    const accent = { light: '#123456', dark: '#abcdef' };
    const html = renderHtml(harbor, {
      ...reportContext,
      brand: { name: 'North & Light <Advisory>', logo, accent },
    });
    expect(html).toContain('Prepared by North &amp; Light &lt;Advisory');
    expect(html).toContain(`src="${logo}"`);
    expect(html).toContain('--accent:#123456');
    expect(html).toContain('--accent:#abcdef');
  });

  it('uses the language of the messages', async () => {
    const german = await loadShippedModel('de');
    const html = renderHtml(harbor, {
      ...reportContext,
      messages: german.messages,
      language: german.language,
      model: undefined,
    });
    expect(html).toContain('<html lang="de">');
    expect(html).toContain(german.messages['report.unknowns']);
    expect(html).not.toContain(reportContext.messages['report.unknowns']);
    const { inPlaceAt } = german.scoring;
    const page = renderHtml(harbor, { ...reportContext, messages: german.messages, model: german });
    expect(inPlaceAt % 1).not.toBe(0);
    expect(page).toContain(String(inPlaceAt).replace('.', german.messages['report.decimal']));
  });

  it('names thresholds only if the model is available', () => {
    const rule = matchMessage('report.methodStatus', {
      inPlace: reportContext.model?.scoring.inPlaceAt ?? '?',
    });
    expect(renderHtml(harbor, reportContext)).toMatch(rule);
    expect(renderHtml(harbor, { ...reportContext, model: undefined })).not.toMatch(rule);
  });

  it('rounds every number', () => {
    const fine = structuredClone(harbor);
    fine.summary.score = 47.123_456;
    fine.gaps.forEach((gap) => (gap.points = 1.234_567));
    const text = renderHtml(fine, reportContext).replace(/<(style|script|svg)[\s\S]*?<\/\1>|<[^>]*>/g, ' ');
    expect(text.match(/\d+\.\d{2,}/g)).toBeNull();
  });
});
