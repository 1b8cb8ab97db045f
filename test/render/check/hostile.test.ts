import { describe, expect, it } from 'vitest';
import { describeVerdict } from '#domain/gate/check-report.ts';
import { checkFormats, renderJobSummary, renderers } from '#render/check/index.ts';
import { hostileReport, hostileTexts } from './hostile-report.ts';
import { readXml } from './read-xml.ts';
import { context, makeFinding, makeReport } from './reports.ts';

/** Control, bidi, zero-width and other invisible characters, except line breaks. */
const hidden =
  /(?!\n)[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/u;

/** Lists every string in a JSON value, including keys. */
function listStrings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [key, ...listStrings(item)]);
}

describe('hostile text', () => {
  it.each(checkFormats)('%s: writes no invisible character', (format) => {
    expect(renderers[format](hostileReport, context)).not.toMatch(hidden);
  });

  it.each([20, 40, 80, 100])('text at %d columns: no line is a CI command', (width) => {
    const lines = renderers.text(hostileReport, { ...context, width }).split('\n');
    expect(lines.filter((line) => /^\s*::|##\w*\[/.test(line))).toEqual([]);
  });

  it.each([20, 40, 80, 100])('text at %d columns: text from files never starts a line', (width) => {
    const text = 'USER '.repeat(200);
    const words = [text, text];
    const finding = makeFinding({ check: text, message: text, file: text, fix: text, element: text });
    const report = makeReport({
      files: [text],
      texts: new Map([[text, `${text}\n`.repeat(9)]]),
      scores: hostileReport.scores.map((scores) => ({
        ...scores,
        file: text,
        elements: [{ id: text, name: text, score: 1 }],
      })),
      findings: [finding],
      suppressed: [{ finding, suppression: { by: 'waiver', reason: text, owner: text, until: text } }],
      settled: words,
      notes: words,
      changes: words,
      verdict: { ok: false, exitCode: 1, reasons: words },
    });
    const lines = renderers.text(report, { ...context, width }).split('\n');
    expect(lines.filter((line) => /^\s*[USER]/.test(line) && !/^(Suppressed|Scores)$/.test(line))).toEqual(
      [],
    );
  });

  it('github: only its own commands, at most 10 of each kind', () => {
    const text = renderers.github(hostileReport, context);
    const [head = ''] = text.split('\n\n');
    const lines = head.split('\n');
    const wellFormed =
      /^::(error|warning|notice) (file=[^:,\r\n]*,line=\d+,col=\d+,title=[^:,]*|title=sales-audit)::[^\r]*$/;
    expect(lines.filter((line) => !wellFormed.test(line))).toEqual([]);
    const rest = text.slice(head.length).split('\n');
    expect(rest.filter((line) => /^\s*::|##\w*\[/.test(line))).toEqual([]);
    for (const name of ['error', 'warning', 'notice']) {
      expect(lines.filter((line) => line.startsWith(`::${name} `)).length).toBeLessThanOrEqual(10);
    }
  });

  it('junit: is well-formed, with the elements of a report only', () => {
    const suites = readXml(renderers.junit(hostileReport));
    expect(suites.children.map(({ name }) => name)).toEqual(
      [...hostileTexts, 'verdict'].map(() => 'testsuite'),
    );
    const names = suites.children.flatMap((suite) => suite.children.map(({ name }) => name));
    expect(new Set(names)).toEqual(new Set(['properties', 'testcase', 'system-out', 'system-err']));
  });

  it('sarif, gitlab: no invisible character in displayed text', () => {
    const sarif: unknown = JSON.parse(renderers.sarif(hostileReport, { ...context, sarifSuppressed: true }));
    expect(listStrings(sarif).filter((text) => hidden.test(text))).toEqual([]);
    const gitlab: { description: string; check_name: string }[] = JSON.parse(
      renderers.gitlab(hostileReport, context),
    );
    const shown = gitlab.flatMap((issue) => [issue.description, issue.check_name]);
    expect(shown.filter((text) => hidden.test(text))).toEqual([]);
  });

  it('sarif: no links or placeholders, and relative URIs only', () => {
    const { runs } = JSON.parse(renderers.sarif(hostileReport, { ...context, sarifSuppressed: true }));
    for (const { message, locations } of runs[0].results) {
      expect(message.text).not.toMatch(/\]\(|(?<!\{)\{\d+\}/);
      expect(locations[0].physicalLocation.artifactLocation.uri).toMatch(
        /^(?!\/)(?:[\w\-.!~*'()/]|%[0-9A-F]{2})*$/,
      );
    }
  });

  it('json: keeps the messages unchanged', () => {
    const { findings } = JSON.parse(renderers.json(hostileReport));
    expect(findings.map((finding: { message: string }) => finding.message)).toEqual(hostileTexts);
  });
});

describe('hostile text in markdown', () => {
  const kinds =
    /^(?:|<!-- sales-audit -->|\*\*Failed: .*\*\*|### .*|- .*|\| .* \||\d+ more( findings?)?|<\/?details>|<summary>\d+ suppressed<\/summary>)$/;

  it.each([
    ['comment', renderers.markdown, 65_536],
    ['job summary', renderJobSummary, 1024 * 1024],
  ] as const)('%s: every line has a known form and no other markup', (_name, render, most) => {
    const text = render(hostileReport, context);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(most);
    expect(text).toContain(describeVerdict(hostileReport));
    const lines = text.split('\n');
    expect(lines.filter((line) => !kinds.test(line))).toEqual([]);
    expect(lines.filter((line) => line === '<!-- sales-audit -->')).toHaveLength(1);
    const ours = /^(?:<!-- sales-audit -->|<\/?details>|<summary>.*)$/;
    const inner = lines.filter((line) => !ours.test(line)).join('\n');
    expect(inner.replace(/\\./g, '').replace(/\]\([^)]*\)/g, ']')).not.toMatch(/[<>`~]|!\[|@\w/);
    const rows = lines.filter((line) => line.startsWith('|')).map((line) => line.replace(/\\./g, ''));
    expect(rows.filter((row) => row.split('|').length !== 6)).toEqual([]);
    const links = [...inner.replace(/\\./g, '').matchAll(/\]\(([^)]*)\)/g)].map(
      ([, address = '']) => address,
    );
    expect(
      links.filter((address) => !/^https:\/\/example\.com\/docs\/checks\.md#[^\s<>"]*$/.test(address)),
    ).toEqual([]);
  });

  it('shows the verdict and the number of omitted findings', () => {
    const findings = Array.from({ length: 5_000 }, (_, index) =>
      makeFinding({ file: `${'<'.repeat(600)}${index}`, message: '<'.repeat(600), fix: '<'.repeat(600) }),
    );
    const report = makeReport({ findings });
    const text = renderers.markdown(report, context);
    expect(text.length).toBeLessThanOrEqual(65_536);
    expect(text).toContain(describeVerdict(report));
    expect(text).toMatch(/\n49\d\d more findings\n/);
  });
});
