import type { JSX } from 'preact';
import { worstFirst } from '#domain/check-report.ts';
import { placeInWords, severityInWords, wholePoints } from '#render/report/view.ts';
import { Name, Section, type SectionProps, WithCode } from './parts.tsx';

/** What the checks found in the sources, worst first. */
export function Findings({ report, context: { words } }: SectionProps): JSX.Element {
  return (
    <Section
      id="findings"
      title={words['report.findings']}
      about={report.findings.length > 0 ? words['report.findingsAbout'] : undefined}
    >
      {report.findings.length === 0 ? (
        <p>{words['report.noFindings']}</p>
      ) : (
        <ul class="findings">
          {worstFirst(report.findings).map((finding) => (
            <li class={finding.severity}>
              <p>
                <b>{severityInWords(finding.severity, words)}</b> <code>{finding.check}</code>{' '}
                <span class="small">
                  <Name>{placeInWords(finding)}</Name>
                </span>
              </p>
              <p dir="auto">
                <WithCode>{finding.message}</WithCode>
              </p>
              {finding.fix !== undefined && (
                <p class="small" dir="auto">
                  {words['report.fix']}: <WithCode>{finding.fix}</WithCode>
                  {finding.points !== undefined && finding.points !== null && finding.points > 0 && (
                    <>
                      {' '}
                      ({words['report.points']}: {wholePoints(finding.points, words)})
                    </>
                  )}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
