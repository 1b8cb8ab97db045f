import type { CheckReport, GatedFinding } from '#domain/gate/check-report.ts';
import { writeJson } from '#document/edit/write.ts';
import { escapeLine } from '#render/escape.ts';
import { type CheckContext, getRepositoryPath } from './context.ts';
import { computeFingerprints } from './fingerprint.ts';

const severities = {
  error: 'major',
  warning: 'minor',
  info: 'info',
} as const satisfies Record<GatedFinding['severity'], string>;

/**
 * Renders a GitLab code quality report, by GitLab's page "Code Quality", section "Code Quality report format": one JSON
 * array without a byte order mark, paths relative to the repository, a fingerprint unique to each finding. Open
 * findings only: the format has no suppressed ones.
 */
export function renderGitlab({ findings }: CheckReport, context: CheckContext): string {
  const fingerprints = computeFingerprints(findings, context);
  return writeJson(
    findings.map(({ message, check, severity, file, line }, index) => ({
      description: escapeLine(message),
      check_name: escapeLine(check),
      fingerprint: fingerprints[index],
      severity: severities[severity],
      location: { path: getRepositoryPath(file, context), lines: { begin: line } },
    })),
  );
}
