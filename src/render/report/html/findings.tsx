import type { JSX } from 'preact';
import { sortWorstFirst } from '#domain/gate/check-report.ts';
import { describeSeverity } from '#render/report/labels.ts';
import { describeFindings, formatPlace, listFindingFacts } from '#render/report/finding-phrases.ts';
import { makeNameLookup } from '#render/report/phrases.ts';
import { Name, Section, type SectionProps, WithCode } from './parts.tsx';

/** Language of the messages of the checks. It does not depend on the model. */
const spoken = 'en';

/** A message of a check, in an element of its own only if its language must be marked. */
function Spoken({ children, lang }: { children: string; lang: string | undefined }): JSX.Element {
  const sentence = <WithCode>{children}</WithCode>;
  return lang === undefined ? sentence : <span lang={lang}>{sentence}</span>;
}

/** The findings of the checks, worst first. */
export function Findings({ report, context: { messages, language } }: SectionProps): JSX.Element {
  const lang = language.split('-')[0] === spoken ? undefined : spoken;
  return (
    <Section
      id="findings"
      title={messages['report.findings']}
      about={report.findings.length > 0 ? describeFindings(report, messages) : undefined}
    >
      {report.findings.length === 0 ? (
        <p>{describeFindings(report, messages)}</p>
      ) : (
        <ul class="findings">
          {sortWorstFirst(report.findings).map((finding) => (
            <li class={finding.severity}>
              <p>
                <b>{describeSeverity(finding.severity, messages)}</b> <code>{finding.check}</code>{' '}
                <span class="small">
                  <Name>{formatPlace(finding)}</Name>
                </span>
              </p>
              <p dir="auto" lang={lang}>
                <WithCode>{finding.message}</WithCode>
              </p>
              {listFindingFacts(finding, makeNameLookup(report), messages).map(([label, text]) => (
                <p class="small" dir="auto">
                  {label}: <Spoken lang={lang}>{text}</Spoken>
                </p>
              ))}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
