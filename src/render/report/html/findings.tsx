import type { JSX } from 'preact';
import { sortWorstFirst } from '#domain/gate/check-report.ts';
import { describeSeverity } from '#render/report/labels.ts';
import { formatWholePoints } from '#render/report/numbers.ts';
import { placeInWords } from '#render/report/phrases.ts';
import { Name, Section, type SectionProps, WithCode } from './parts.tsx';

/** The language that the checks speak, whatever that of the model is. */
const spoken = 'en';

/** A sentence of a check inside a line, in an element of its own only where its language has to be said. */
function Spoken({ children, lang }: { children: string; lang: string | undefined }): JSX.Element {
  const sentence = <WithCode>{children}</WithCode>;
  return lang === undefined ? sentence : <span lang={lang}>{sentence}</span>;
}

/** What the checks found in the sources, worst first. */
export function Findings({ report, context: { words, language } }: SectionProps): JSX.Element {
  const lang = language.split('-')[0] === spoken ? undefined : spoken;
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
          {sortWorstFirst(report.findings).map((finding) => (
            <li class={finding.severity}>
              <p>
                <b>{describeSeverity(finding.severity, words)}</b> <code>{finding.check}</code>{' '}
                <span class="small">
                  <Name>{placeInWords(finding)}</Name>
                </span>
              </p>
              <p dir="auto" lang={lang}>
                <WithCode>{finding.message}</WithCode>
              </p>
              {finding.fix !== undefined && (
                <p class="small" dir="auto">
                  {words['report.fix']}: <Spoken lang={lang}>{finding.fix}</Spoken>
                  {finding.points !== undefined && finding.points !== null && finding.points > 0 && (
                    <>
                      {' '}
                      ({words['report.points']}: {formatWholePoints(finding.points, words)})
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
