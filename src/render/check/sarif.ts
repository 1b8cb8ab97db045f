import {
  type CheckReport,
  type GatedFinding,
  type SuppressedFinding,
  describeVerdict,
} from '#domain/gate/check-report.ts';
import { writeJson } from '#document/edit/write.ts';
import { escapeLine, escapeMarkdown, toWellFormed } from '#render/escape.ts';
import {
  type CheckContext,
  type Rule,
  toRootRelative,
  listRemarks,
  getRules,
  toSafeAddress,
  describeSuppression,
} from './context.ts';
import { computeFingerprints } from './fingerprint.ts';

const schema =
  'https://raw.githubusercontent.com/oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

/** Escapes what a viewer would read as a link, `[text](address)`, or a placeholder, `{0}`. */
function escapeMessage(text: string): string {
  return escapeLine(text)
    .replaceAll('](', '] (')
    .replace(/\{(\d+)\}/g, '{{$1}}');
}

/** Converts a path to a relative URI, never with a scheme or host. */
function toUri(file: string): string {
  return toRootRelative(toWellFormed(file)).split('/').map(encodeURIComponent).join('/');
}

/** Converts `philosophy/missing-purpose` to `PhilosophyMissingPurpose`. */
function toRuleName(id: string): string {
  const words = id.match(/[a-z0-9]+/gi) ?? ['Rule'];
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function describeRule({ id, title, why, severity }: Rule, { helpUrl }: CheckContext): unknown {
  const helpUri = toSafeAddress(helpUrl(id));
  const reason = why === '' ? title : why;
  const more = helpUri === undefined ? '' : ` [An example that fails, and one that passes](${helpUri}).`;
  return {
    id: escapeLine(id),
    name: toRuleName(id),
    shortDescription: { text: escapeMessage(title) },
    fullDescription: { text: escapeMessage(reason) },
    help: {
      text: `${escapeMessage(title)}. ${escapeMessage(reason)}`,
      markdown: `**${escapeMarkdown(title)}**\n\n${escapeMarkdown(reason)}${more}`,
    },
    helpUri,
    defaultConfiguration: { level: levels[severity] },
  };
}

function composeMessage(finding: GatedFinding, report: CheckReport): string {
  return [finding.message, ...listRemarks(finding, report)].map(escapeMessage).join(' ');
}

function listResults(report: CheckReport, rules: readonly Rule[]): unknown[] {
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const all: readonly (SuppressedFinding | { finding: GatedFinding; suppression?: undefined })[] = [
    ...report.findings.map((finding) => ({ finding })),
    ...report.suppressed,
  ];
  const fingerprints = computeFingerprints(all.map(({ finding }) => finding));
  return all.map(({ finding, suppression }, index) => ({
    ruleId: escapeLine(finding.check),
    ruleIndex: indexes.get(finding.check),
    level: levels[finding.severity],
    message: { text: composeMessage(finding, report) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: toUri(finding.file), uriBaseId: '%SRCROOT%' },
          region: { startLine: finding.line, startColumn: finding.column },
        },
      },
    ],
    partialFingerprints: { 'sales-audit/v1': fingerprints[index] },
    suppressions:
      suppression === undefined
        ? undefined
        : [{ kind: 'external', justification: escapeMessage(describeSuppression(suppression)) }],
  }));
}

/**
 * Renders SARIF 2.1.0. The fingerprint `sales-audit/v1` is that of `computeFingerprints`. The invocation
 * contains the verdict and the notes.
 */
export function renderSarif(report: CheckReport, context: CheckContext): string {
  const rules = getRules(report);
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
            rules: rules.map((rule) => describeRule(rule, context)),
          },
        },
        invocations: [
          {
            executionSuccessful: true,
            exitCode: report.verdict.exitCode,
            exitCodeDescription: describeVerdict(report),
            toolExecutionNotifications: report.notes.map((note) => ({
              level: 'note',
              message: { text: escapeMessage(note) },
            })),
          },
        ],
        columnKind: 'utf16CodeUnits',
        results: listResults(report, rules),
      },
    ],
  });
}
