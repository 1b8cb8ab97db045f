import { describe, expect, it } from 'vitest';
import { describeVerdict } from '#domain/gate/check-report.ts';
import type { CheckResult } from '#domain/types/check.ts';
import { renderJobSummary, renderers } from '#render/check/index.ts';
import { gateCases } from '../../domain/gate/gate-cases.ts';
import { readXml } from '../../render/check/read-xml.ts';
import { context } from '../../render/check/reports.ts';
import { checkReportOf } from '../../support/report/gate-report.ts';

interface Sarif {
  readonly runs: readonly {
    readonly invocations: readonly { readonly exitCode: number; readonly exitCodeDescription: string }[];
    readonly results: readonly { readonly level: string; readonly suppressions?: readonly unknown[] }[];
  }[];
}

/** Removes line breaks, and the bars at the start of continued lines. */
const unwrap = (text: string): string => text.replaceAll(/\s+(?:\| )?/g, ' ');

/** Checks whether only errors decide. SARIF and GitLab show nothing else. */
const dependsOnErrorsOnly = ({
  floors,
  movements,
  oldEvidence,
  stale,
}: (typeof gateCases)[number]): boolean =>
  [floors, movements, oldEvidence, stale].every((given) => given === undefined);

describe.each(gateCases.map((each) => [each.name, each] as const))('%s', (_, each) => {
  const report = checkReportOf(each);
  const { verdict } = report;
  const message = describeVerdict(report);

  it('text, github, markdown and the job summary contain the verdict and every reason', () => {
    expect(message.startsWith(verdict.ok ? 'Passed: ' : 'Failed: ')).toBe(true);
    for (const format of ['text', 'github'] as const) {
      const text = renderers[format](report, context);
      expect(text.trimEnd().split('\n').at(-1)).toBe(message);
      for (const reason of verdict.reasons) expect(unwrap(text)).toContain(reason);
      expect(text.includes('Why the gate failed')).toBe(!verdict.ok);
    }
    for (const text of [renderers.markdown(report, context), renderJobSummary(report, context)]) {
      expect(text).toContain(message);
      // Markdown escapes characters that could be markup.
      for (const reason of verdict.reasons) expect(text.replaceAll('\\', '')).toContain(reason);
    }
  });

  it('json contains the verdict', () => {
    expect((JSON.parse(renderers.json(report)) as CheckResult).verdict).toEqual(verdict);
  });

  it('junit has a failing case for the verdict exactly if the gate fails', () => {
    const suites = readXml(renderers.junit(report)).children;
    const suite = suites.at(-1);
    expect(suite?.attributes['failures']).toBe(verdict.ok ? '0' : '1');
    const failure = suite?.children.find(({ name }) => name === 'testcase')?.children[0];
    expect(failure?.attributes['message']).toBe(verdict.ok ? undefined : message);
    for (const reason of verdict.reasons) expect(failure?.text).toContain(reason);
  });

  it('junit fails nothing while the gate passes, and shows every finding', () => {
    const suites = readXml(renderers.junit(report)).children;
    const failures = suites.reduce((sum, { attributes }) => sum + Number(attributes['failures']), 0);
    expect(failures > 0).toBe(!verdict.ok);
    const texts = suites.flatMap(({ children }) =>
      children.map(({ children: [inner], text }) => inner?.text ?? text),
    );
    for (const { line, check } of report.findings)
      expect(texts.some((text) => text.includes(`:${line}:1 `) && text.includes(check))).toBe(true);
  });

  it('sarif contains the exit code and the verdict', () => {
    const [run] = (JSON.parse(renderers.sarif(report, context)) as Sarif).runs;
    expect(
      run?.invocations.map(({ exitCode, exitCodeDescription }) => [exitCode, exitCodeDescription]),
    ).toEqual([[verdict.exitCode, message]]);
  });
});

describe.each(gateCases.filter(dependsOnErrorsOnly).map((each) => [each.name, each] as const))(
  'only errors fail: %s',
  (_, each) => {
    const report = checkReportOf(each);

    it('sarif has an open error exactly if the gate fails', () => {
      const [run] = (JSON.parse(renderers.sarif(report, context)) as Sarif).runs;
      const open = run?.results.filter(({ suppressions }) => suppressions === undefined);
      expect(open?.every(({ level }) => level !== 'error')).toBe(report.verdict.ok);
    });

    it('gitlab has a major finding exactly if the gate fails', () => {
      const findings = JSON.parse(renderers.gitlab(report, context)) as readonly {
        readonly severity: string;
      }[];
      expect(findings.every(({ severity }) => severity !== 'major')).toBe(report.verdict.ok);
    });
  },
);
