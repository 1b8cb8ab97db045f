import {
  type CheckReport,
  type GatedFinding,
  type Suppression,
  describeVerdict,
  severities,
} from '#domain/gate/check-report.ts';
import { writeJson } from '#document/edit/write.ts';
import { escapeLine, escapeMarkdown, toWellFormed } from '#render/escape.ts';
import {
  type CheckContext,
  type Rule,
  getRepositoryPath,
  listRemarks,
  getRules,
  describeSuppression,
} from './context.ts';
import { computeFingerprints, computeLineHashes } from './fingerprint.ts';

const schema =
  'https://raw.githubusercontent.com/oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json';

/** Results that GitHub accepts in a run. It rejects a file with more. */
export const mostResults = 25_000;

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

/** Escapes what a viewer would read as a link, `[text](address)`, or a placeholder, `{0}`. */
function escapeMessage(text: string): string {
  return escapeLine(text)
    .replaceAll('](', '] (')
    .replace(/\{(\d+)\}/g, '{{$1}}');
}

/** Converts a path to a relative URI, never with a scheme or host. */
function toUri(path: string): string {
  return toWellFormed(path).split('/').map(encodeURIComponent).join('/');
}

/** Converts `philosophy/missing-purpose` to `PhilosophyMissingPurpose`. */
function toRuleName(id: string): string {
  const words = id.match(/[a-z0-9]+/gi) ?? ['Rule'];
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

/** Renders an example as code, which no text can end: four spaces in front of every line. */
function renderExample(title: string, example: string): string {
  const lines = example.trim().split('\n');
  return `\n\n${title}:\n\n${lines.map((line) => `    ${escapeLine(line)}`).join('\n')}`;
}

/** Viewers show `help` beside a result. There is no `helpUri`: no address on the web shows our pages as pages. */
function describeRule({ id, title, why, severity, example }: Rule): unknown {
  const reason = why === '' ? title : why;
  const examples =
    example === undefined
      ? ''
      : renderExample('Fails', example.fails) + renderExample('Passes', example.passes);
  return {
    id: escapeLine(id),
    name: toRuleName(id),
    shortDescription: { text: escapeMessage(title) },
    fullDescription: { text: escapeMessage(reason) },
    help: {
      text: `${escapeMessage(title)}. ${escapeMessage(reason)}`,
      markdown: `**${escapeMarkdown(title)}**\n\n${escapeMarkdown(reason)}${examples}`,
    },
    defaultConfiguration: { level: levels[severity] },
  };
}

function composeMessage(finding: GatedFinding, report: CheckReport): string {
  return [finding.message, ...listRemarks(finding, report)].map(escapeMessage).join(' ');
}

/** A finding to list, and why it does not count. */
interface Listed {
  readonly finding: GatedFinding;
  readonly suppression?: Suppression | undefined;
}

/** Lists the findings that fit into a run, the worst ones where not all do, and counts the rest. */
function listFitting(
  { findings, suppressed }: CheckReport,
  { sarifSuppressed }: CheckContext,
  most: number,
): { readonly listed: readonly Listed[]; readonly left: number } {
  const all: readonly Listed[] = [
    ...findings.map((finding) => ({ finding })),
    ...(sarifSuppressed ? suppressed : []),
  ];
  if (all.length <= most) return { listed: all, left: 0 };
  const worstFirst = severities.flatMap((severity) =>
    all.filter(({ finding }) => finding.severity === severity),
  );
  return { listed: worstFirst.slice(0, most), left: all.length - most };
}

/** Waivers are in the file that they are about, the baseline is not: SARIF 2.1.0, section 3.35.2. */
function renderSuppression(suppression: Suppression): unknown {
  return {
    kind: suppression.by === 'waiver' ? 'inSource' : 'external',
    status: 'accepted',
    justification: escapeMessage(describeSuppression(suppression)),
  };
}

function renderResults(
  listed: readonly Listed[],
  report: CheckReport,
  rules: readonly Rule[],
  context: CheckContext,
): unknown[] {
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const findings = listed.map(({ finding }) => finding);
  const fingerprints = computeFingerprints(findings, context);
  const lineHashes = computeLineHashes(findings, fingerprints, report.texts);
  return listed.map(({ finding, suppression }, index) => ({
    ruleId: escapeLine(finding.check),
    ruleIndex: indexes.get(finding.check),
    level: levels[finding.severity],
    message: { text: composeMessage(finding, report) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: {
            uri: toUri(getRepositoryPath(finding.file, context)),
            uriBaseId: '%SRCROOT%',
          },
          region: { startLine: finding.line, startColumn: finding.column },
        },
      },
    ],
    partialFingerprints: {
      primaryLocationLineHash: lineHashes[index],
      'sales-audit/v1': fingerprints[index],
    },
    suppressions: suppression === undefined ? undefined : [renderSuppression(suppression)],
  }));
}

/**
 * Renders SARIF 2.1.0. The fingerprint `sales-audit/v1` is that of `computeFingerprints`. The invocation
 * contains the verdict and the notes.
 *
 * What GitHub makes of it, by its pages "SARIF support for code scanning" and "SARIF results exceed one or more limits":
 * - It ignores `suppressions` (github/codeql-action issue 1230): each suppressed result would be an open alert. So they
 *   are left out by default.
 * - It rejects more than 25,000 results, so the least severe ones are left out, and a notification counts them.
 * - Paths are relative to the root of the repository and the same in every run.
 * - It matches results of two runs by `partialFingerprints.primaryLocationLineHash`.
 *
 * @param most the number of results that fit
 */
export function renderSarif(report: CheckReport, context: CheckContext, most: number = mostResults): string {
  const rules = getRules(report);
  const { listed, left } = listFitting(report, context, most);
  const notify = (level: 'note' | 'warning', text: string): unknown => ({
    level,
    message: { text: escapeMessage(text) },
  });
  return writeJson({
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'sales-audit',
            version: report.version,
            informationUri: 'https://www.npmjs.com/package/sales-audit',
            rules: rules.map(describeRule),
          },
        },
        invocations: [
          {
            executionSuccessful: true,
            exitCode: report.verdict.exitCode,
            exitCodeDescription: describeVerdict(report),
            toolExecutionNotifications: [
              ...(left === 0
                ? []
                : [notify('warning', `${left} more findings are left out: GitHub accepts ${most}.`)]),
              ...report.notes.map((note) => notify('note', note)),
            ],
          },
        ],
        columnKind: 'utf16CodeUnits',
        results: renderResults(listed, report, rules, context),
      },
    ],
  });
}
