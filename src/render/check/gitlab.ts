import type { CheckReport, GatedFinding } from '#domain/gate/check-report.ts';
import { writeJson } from '#document/edit/write.ts';
import { escapeLine } from '#render/escape.ts';
import { toRootRelative } from './context.ts';
import { computeFingerprints } from './fingerprint.ts';

const severities = {
  error: 'major',
  warning: 'minor',
  info: 'info',
} as const satisfies Record<GatedFinding['severity'], string>;

/** Renders a GitLab code quality report. Open findings only: the format has no suppressed ones. */
export function renderGitlab({ findings }: CheckReport): string {
  const fingerprints = computeFingerprints(findings);
  return writeJson(
    findings.map(({ message, check, severity, file, line }, index) => ({
      description: escapeLine(message),
      check_name: escapeLine(check),
      fingerprint: fingerprints[index],
      severity: severities[severity],
      location: { path: toRootRelative(file), lines: { begin: line } },
    })),
  );
}
