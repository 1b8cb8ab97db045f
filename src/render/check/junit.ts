import {
  type CheckReport,
  type GatedFinding,
  type SuppressedFinding,
  describeVerdict,
} from '#domain/gate/check-report.ts';
import { groupBy } from '#domain/groups.ts';
import { escapeLine, escapeXml } from '#render/escape.ts';
import {
  groupFindingsByFile,
  listRemarks,
  getRules,
  describeSuppression,
  formatWholeScore,
} from './context.ts';

/** A test case. */
interface Case {
  readonly name: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  /** Type of the failure. */
  readonly type: string;
  readonly message: string;
  readonly text: string;
}

/** A suite of test cases. */
interface Suite {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly cases: readonly Case[];
  readonly output: readonly string[];
}

/** Formats a token of the schema: one trimmed line, never empty. */
function formatToken(text: string): string {
  return escapeXml(escapeLine(text)).trim() || 'unnamed';
}

function formatLine(finding: GatedFinding, report: CheckReport): string {
  const { file, line, column, severity, check, message } = finding;
  return [`${file}:${line}:${column} ${severity} ${check}: ${message}`, ...listRemarks(finding, report)]
    .map(escapeLine)
    .join(' ');
}

function summarize(messages: readonly string[]): string {
  const [first = '', ...more] = messages;
  return more.length === 0 ? first : `${first} (and ${more.length} more)`;
}

/** Lists the case of a rule for a file, and a second one for suppressed findings besides a failure. */
function listCases(
  rule: string,
  open: readonly GatedFinding[],
  suppressed: readonly SuppressedFinding[],
  report: CheckReport,
): Case[] {
  const failing = open.filter((finding) => report.failing.has(finding));
  const skipped: Case = {
    name: failing.length === 0 ? rule : `${rule} (suppressed)`,
    state: 'skipped',
    type: '',
    message: summarize(
      suppressed.map(({ finding, suppression }) => `${describeSuppression(suppression)}: ${finding.message}`),
    ),
    text: suppressed
      .map(
        (each) =>
          `${formatLine(each.finding, report)} [${escapeLine(describeSuppression(each.suppression))}]`,
      )
      .join('\n'),
  };
  const hidden = suppressed.length === 0 ? [] : [skipped];
  if (failing.length === 0 && hidden.length > 0) return hidden;
  const state = failing.length === 0 ? 'passed' : 'failed';
  const message = summarize(failing.map((finding) => finding.message));
  const text = failing.map((finding) => formatLine(finding, report)).join('\n');
  const type = failing[0]?.severity ?? '';
  return [{ name: rule, state, type, message, text }, ...hidden];
}

function makeFileSuites(report: CheckReport): Suite[] {
  const rules = getRules(report);
  const listed = [...report.files, ...report.suppressed.map(({ finding }) => finding.file)];
  return groupFindingsByFile([...new Set(listed)], report.findings).map(({ file, findings }) => {
    const hidden = report.suppressed.filter(({ finding }) => finding.file === file);
    const open = groupBy(findings, ({ check }) => check);
    const suppressed = groupBy(hidden, ({ finding }) => finding.check);
    const scores = report.scores.filter((score) => score.file === file);
    return {
      name: file,
      properties: Object.fromEntries(scores.map(({ score }) => ['score', formatWholeScore(score)])),
      cases: rules
        .filter(
          ({ id, over }) =>
            over === undefined || over === report.kinds.get(file) || open.has(id) || suppressed.has(id),
        )
        .flatMap(({ id }) => listCases(id, open.get(id) ?? [], suppressed.get(id) ?? [], report)),
      // The schema allows no output in a test case.
      output: findings
        .filter((finding) => !report.failing.has(finding))
        .map((each) => formatLine(each, report)),
    };
  });
}

/**
 * Makes the suite of the gate. It fails exactly if the run does, also for a minimum score that no finding
 * shows.
 */
function makeVerdictSuite(report: CheckReport): Suite {
  const { verdict, version, notes, changes, settled } = report;
  const text = describeVerdict(report);
  return {
    name: 'verdict',
    properties: { version, exitCode: String(verdict.exitCode) },
    cases: [
      {
        name: 'verdict',
        state: verdict.ok ? 'passed' : 'failed',
        type: 'verdict',
        message: text,
        text: verdict.reasons.map(escapeLine).join('\n'),
      },
    ],
    output: [
      text,
      ...notes.map((note) => `Note: ${note}`),
      ...changes.map((change) => `Change: ${change}`),
      ...settled.map((entry) => `No longer needed in the baseline: ${entry}`),
    ].map(escapeLine),
  };
}

function renderCase({ name, state, type, message, text }: Case, suite: string): string[] {
  const open = `    <testcase name="${formatToken(name)}" classname="${formatToken(suite)}" time="0"`;
  if (state === 'passed') return [`${open}/>`];
  const tag = state === 'failed' ? 'failure' : 'skipped';
  const kind = state === 'failed' ? ` type="${formatToken(type)}"` : '';
  return [
    `${open}>`,
    `      <${tag} message="${formatToken(message)}"${kind}>${escapeXml(text)}</${tag}>`,
    '    </testcase>',
  ];
}

function renderSuite({ name, properties, cases, output }: Suite, id: number, asOf: string): string[] {
  const count = (state: Case['state']): number => cases.filter((each) => each.state === state).length;
  const counts = `tests="${cases.length}" failures="${count('failed')}" errors="0" skipped="${count('skipped')}"`;
  const listed = Object.entries(properties).map(
    ([key, value]) => `      <property name="${formatToken(key)}" value="${formatToken(value)}"/>`,
  );
  return [
    `  <testsuite name="${formatToken(name)}" package="sales-audit" id="${id}" timestamp="${formatToken(asOf)}T00:00:00" hostname="localhost" ${counts} time="0">`,
    ...(listed.length === 0 ? ['    <properties/>'] : ['    <properties>', ...listed, '    </properties>']),
    ...cases.flatMap((each) => renderCase(each, name)),
    `    <system-out>${escapeXml(output.join('\n'))}</system-out>`,
    '    <system-err/>',
    '  </testsuite>',
  ];
}

/**
 * Renders JUnit XML by the schema of the Ant task: a suite per file with a case per rule, then a suite for
 * the verdict. A gate has no duration or host, so they are 0 and `localhost`.
 *
 * GitLab ("Unit test reports"), Jenkins (JUnit plugin) and Azure ("PublishTestResults") count every `failure` as a
 * failed test and mark the build, so only what fails the gate is one. Other findings are in `system-out`, suppressed
 * ones are skipped cases.
 */
export function renderJunit(report: CheckReport): string {
  const suites = [...makeFileSuites(report), makeVerdictSuite(report)];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites>',
    ...suites.flatMap((suite, index) => renderSuite(suite, index, report.asOf)),
    '</testsuites>',
    '',
  ].join('\n');
}
