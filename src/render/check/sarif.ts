import {
  type CheckReport,
  type GatedFinding,
  type SuppressedFinding,
  describeVerdict,
} from '#domain/gate/check-report.ts';
import { writeJson } from '#document/edit/write.ts';
import { safeLine, safeMarkdown, isWellFormed } from '#render/escape.ts';
import {
  type CheckContext,
  type Rule,
  fromRoot,
  listRemarks,
  getRules,
  safeAddress,
  describeSuppression,
} from './context.ts';
import { computeFingerprints } from './fingerprint.ts';

const schema =
  'https://raw.githubusercontent.com/oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

/** A message in which a viewer finds neither a link, `[text](address)`, nor a place to fill in, `{0}`. */
function plain(text: string): string {
  return safeLine(text)
    .replaceAll('](', '] (')
    .replace(/\{(\d+)\}/g, '{{$1}}');
}

/** A path as a relative URI: never one with a scheme or a host. */
function uriOf(file: string): string {
  return fromRoot(isWellFormed(file)).split('/').map(encodeURIComponent).join('/');
}

/** `philosophy/missing-purpose` as `PhilosophyMissingPurpose`. */
function nameOf(id: string): string {
  const words = id.match(/[a-z0-9]+/gi) ?? ['Rule'];
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function descriptor({ id, title, why, severity }: Rule, { helpUrl }: CheckContext): unknown {
  const helpUri = safeAddress(helpUrl(id));
  const reason = why === '' ? title : why;
  const more = helpUri === undefined ? '' : ` [An example that fails, and one that passes](${helpUri}).`;
  return {
    id: safeLine(id),
    name: nameOf(id),
    shortDescription: { text: plain(title) },
    fullDescription: { text: plain(reason) },
    help: {
      text: `${plain(title)}. ${plain(reason)}`,
      markdown: `**${safeMarkdown(title)}**\n\n${safeMarkdown(reason)}${more}`,
    },
    helpUri,
    defaultConfiguration: { level: levels[severity] },
  };
}

function messageOf(finding: GatedFinding, report: CheckReport): string {
  return [finding.message, ...listRemarks(finding, report)].map(plain).join(' ');
}

function resultsOf(report: CheckReport, rules: readonly Rule[]): unknown[] {
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const all: readonly (SuppressedFinding | { finding: GatedFinding; suppression?: undefined })[] = [
    ...report.findings.map((finding) => ({ finding })),
    ...report.suppressed,
  ];
  const fingerprints = computeFingerprints(all.map(({ finding }) => finding));
  return all.map(({ finding, suppression }, index) => ({
    ruleId: safeLine(finding.check),
    ruleIndex: indexes.get(finding.check),
    level: levels[finding.severity],
    message: { text: messageOf(finding, report) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(finding.file), uriBaseId: '%SRCROOT%' },
          region: { startLine: finding.line, startColumn: finding.column },
        },
      },
    ],
    partialFingerprints: { 'sales-audit/v1': fingerprints[index] },
    suppressions:
      suppression === undefined
        ? undefined
        : [{ kind: 'external', justification: plain(describeSuppression(suppression)) }],
  }));
}

/**
 * SARIF 2.1.0. The fingerprint `sales-audit/v1` is that of `fingerprintsOf`; the verdict stands in the
 * invocation, notes beside it.
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
            rules: rules.map((rule) => descriptor(rule, context)),
          },
        },
        invocations: [
          {
            executionSuccessful: true,
            exitCode: report.verdict.exitCode,
            exitCodeDescription: describeVerdict(report),
            toolExecutionNotifications: report.notes.map((note) => ({
              level: 'note',
              message: { text: plain(note) },
            })),
          },
        ],
        columnKind: 'utf16CodeUnits',
        results: resultsOf(report, rules),
      },
    ],
  });
}
