import type { JSX } from 'preact';
import { sortWorstFirst } from '#domain/gate/check-report.ts';
import { formatMessage } from '#domain/messages.ts';
import type { Finding } from '#domain/types/report.ts';
import {
  type AppendixEntry,
  groupFindings,
  listEntryFacts,
  renderEntryTitle,
  speaksOfChecks,
} from '#render/report/appendix.ts';
import { describeSeverity } from '#render/report/wording/labels.ts';
import { describeFindings, formatPlace, listFindingFacts } from '#render/report/wording/finding-phrases.ts';
import { makeNameLookup } from '#render/report/wording/phrases.ts';
import { Name, Section, type SectionProps, WithCode } from './parts.tsx';

/** Returns the `lang` of the messages of the checks; undefined if it is that of the page. */
function getSpokenLanguage({ language }: SectionProps['context']): string | undefined {
  return speaksOfChecks(language) ? undefined : 'en';
}

/** A message of a check, in an element of its own only if its language must be marked. */
function Spoken({ children, lang }: { children: string; lang: string | undefined }): JSX.Element {
  const sentence = <WithCode>{children}</WithCode>;
  return lang === undefined ? sentence : <span lang={lang}>{sentence}</span>;
}

/** A finding with everything that leads to its place in the file. */
function TechnicalFinding({
  finding,
  report,
  context,
}: Pick<SectionProps, 'report' | 'context'> & { readonly finding: Finding }): JSX.Element {
  const { messages } = context;
  const lang = getSpokenLanguage(context);
  return (
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
  );
}

/** The findings of one check about one element, in words of the business. */
function Entry({
  entry,
  context,
}: Pick<SectionProps, 'context'> & { readonly entry: AppendixEntry }): JSX.Element {
  const { language: lang } = entry;
  return (
    <li>
      <h4 dir="auto" lang={lang}>
        {renderEntryTitle(entry)}
      </h4>
      {entry.text !== '' && (
        <p dir="auto" lang={lang}>
          {entry.text}
        </p>
      )}
      {listEntryFacts(entry, context).map(([label, text]) => (
        <p dir="auto">
          <b>{label}:</b> <Name lang={lang}>{text}</Name>
        </p>
      ))}
    </li>
  );
}

/** The appendix: the findings of the checks, folded on a screen and open in print. */
export function Findings({ report, context }: SectionProps): JSX.Element {
  const { messages, isTechnical } = context;
  const { findings } = report;
  return (
    <Section id="findings" title={messages['report.findings']} about={describeFindings(report, messages)}>
      {findings.length > 0 && (
        <details>
          <summary>{formatMessage(messages, 'report.showFindings', { count: findings.length })}</summary>
          {isTechnical ? (
            <ul class="findings">
              {sortWorstFirst(findings).map((finding) => (
                <TechnicalFinding finding={finding} report={report} context={context} />
              ))}
            </ul>
          ) : (
            groupFindings(report, context).map(({ name, entries }) => (
              <>
                <h3>
                  <Name>{name}</Name>
                </h3>
                <ul class="findings">
                  {entries.map((entry) => (
                    <Entry entry={entry} context={context} />
                  ))}
                </ul>
              </>
            ))
          )}
        </details>
      )}
    </Section>
  );
}
