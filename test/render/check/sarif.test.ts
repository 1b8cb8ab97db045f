import { describe, expect, it } from 'vitest';
import type { CheckReport } from '#domain/gate/check-report.ts';
import type { CheckContext } from '#render/check/context.ts';
import { renderers } from '#render/check/index.ts';
import { hashLines } from '#render/check/line-hash.ts';
import { mostResults, renderSarif } from '#render/check/sarif.ts';
import { compileExternalValidator } from '../../support/schema/external-schema.ts';
import { context, makeFinding, makeReport, smallReport, suppressedReport } from './reports.ts';

interface Result {
  readonly level: string;
  readonly locations: readonly {
    readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
  }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions?: readonly { readonly kind: string; readonly status: string }[];
}

interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly unknown[] } };
  readonly results: readonly Result[];
  readonly invocations: readonly {
    readonly toolExecutionNotifications: readonly {
      readonly level: string;
      readonly message: { readonly text: string };
    }[];
  }[];
}

function render(report: CheckReport, more: Partial<CheckContext> = {}): Run {
  return JSON.parse(renderers.sarif(report, { ...context, ...more })).runs[0];
}

const validate = await compileExternalValidator('sarif-2.1.0');

describe('suppressed findings in SARIF', () => {
  it('are left out, because GitHub would show them as open alerts', () => {
    expect(render(suppressedReport).results).toEqual([]);
    expect(render(smallReport).results).toHaveLength(smallReport.findings.length);
  });

  it('are included on request: waivers are in the file, the baseline is not', () => {
    const text = renderers.sarif(suppressedReport, { ...context, sarifSuppressed: true });
    expect([validate(JSON.parse(text)), validate.errors]).toEqual([true, null]);
    const { results } = render(suppressedReport, { sarifSuppressed: true });
    expect(
      results.map(({ suppressions }) => suppressions?.map(({ kind, status }) => [kind, status])),
    ).toEqual([[['inSource', 'accepted']], [['external', 'accepted']]]);
  });
});

describe('the fingerprint that GitHub reads', () => {
  const text = 'kind: sales-system\norganization: {name: Harbor}\nprocess: {}\n';
  const listHashes = (findings: CheckReport['findings']): (string | undefined)[] =>
    render(makeReport({ findings, texts: new Map([['sales-system.yaml', text]]) })).results.map(
      ({ partialFingerprints }) => partialFingerprints['primaryLocationLineHash'],
    );

  it('is the one that its upload action computes', () => {
    const findings = [makeFinding({ line: 2 }), makeFinding({ line: 3, check: 'process/missing-stages' })];
    expect(listHashes(findings)).toEqual([hashLines(text)[1], hashLines(text)[2]]);
  });

  it('tells findings of one check on one line apart, and stays with them when lines move', () => {
    const findings = ['a', 'b', 'c', 'd'].map((id) => makeFinding({ line: 3, identity: `/process/${id}` }));
    const hashes = listHashes(findings);
    expect(new Set(hashes).size).toBe(4);
    expect(hashes[0]).toBe(hashLines(text)[2]);
    const moved = findings.map((finding) => ({ ...finding, line: 2 }));
    expect(listHashes(moved).slice(1)).toEqual(hashes.slice(1));
  });

  it('is there for a line that the file does not have', () => {
    const [hash] = listHashes([makeFinding({ line: 90 })]);
    expect(hash).toMatch(/^[0-9a-f]{16}:1$/);
  });
});

describe('the limit of GitHub', () => {
  const severities = ['info', 'error', 'warning', 'error', 'info'] as const;
  const findings = severities.map((severity, index) => makeFinding({ severity, identity: `/${index}` }));
  const renderAtMost = (most: number): Run =>
    JSON.parse(renderSarif(makeReport({ findings }), context, most)).runs[0];

  it('is 25,000 results in a run', () => {
    expect(mostResults).toBe(25_000);
  });

  it('leaves everything in order that fits', () => {
    const { results, invocations } = renderAtMost(5);
    expect(results.map(({ level }) => level)).toEqual(['note', 'error', 'warning', 'error', 'note']);
    expect(invocations[0]?.toolExecutionNotifications).toEqual([]);
  });

  it('cuts the least severe of more, and says how many', () => {
    const { results, invocations } = renderAtMost(3);
    expect(results.map(({ level }) => level)).toEqual(['error', 'error', 'warning']);
    expect(invocations[0]?.toolExecutionNotifications).toEqual([
      { level: 'warning', message: { text: '2 more findings are left out: GitHub accepts 3.' } },
    ]);
  });
});

it('gives every rule its help as text, and no address of a page that shows as raw Markdown', () => {
  const { rules } = render(smallReport).tool.driver;
  expect(rules.length).toBeGreaterThan(0);
  for (const rule of rules) {
    expect(rule).toMatchObject({ help: { text: expect.any(String), markdown: expect.any(String) } });
    expect(JSON.stringify(rule)).not.toMatch(/helpUri|https?:[^"]*\.md/);
  }
});

it('names files from the root of the repository', () => {
  const report = makeReport({ findings: [makeFinding({ file: './sales-system.yaml' })] });
  const { results } = render(report, { repositoryPath: (file) => `services/ä/${file.slice(2)}` });
  expect(results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(
    'services/%C3%A4/sales-system.yaml',
  );
});
