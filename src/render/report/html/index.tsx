import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { ReportDocument } from '#domain/types/report.ts';
import { formatMessage } from '#domain/messages.ts';
import { escapeLine, escapeXml } from '#render/escape.ts';
import { clip } from '#render/terminal/layout.ts';
import type { ReportContext } from '#render/report/context.ts';
import { Answers } from './answers.tsx';
import { Findings } from './findings.tsx';
import { Gaps } from './gaps.tsx';
import { Method } from './method.tsx';
import { Unknowns } from './unknowns.tsx';
import { OwnWords, hasOwnWords } from './own-words.tsx';
import { Name, type SectionProps } from './parts.tsx';
import { Patterns } from './patterns.tsx';
import { Plan } from './plan.tsx';
import { Practices } from './practices.tsx';
import { Result } from './result.tsx';
import { script } from './script.ts';
import { Breakdown, listBreakdownEntries } from './scores/breakdown.tsx';
import { Elements } from './scores/elements.tsx';
import { getStyle } from './style.ts';
import { makePalettes } from '#render/report/charts/palette.ts';
import { formatDay } from '#render/report/wording/days.ts';
import { escapeTexts } from '#render/report/escape-texts.ts';

function Title({ report, context: { messages, brand } }: SectionProps): JSX.Element {
  return (
    <header class="title">
      <div>
        <p class="kind">{messages['report.title']}</p>
        <h1>
          <Name>{report.organization.name}</Name>
        </h1>
        <p class="about">
          {formatMessage(messages, 'report.asOf', { date: formatDay(report.asOf, messages) })}
          {brand.name !== undefined && (
            <>
              {' · '}
              <Name>{formatMessage(messages, 'report.preparedBy', { name: escapeLine(brand.name) })}</Name>
            </>
          )}
        </p>
      </div>
      {brand.logo !== undefined && <img src={brand.logo} alt={escapeLine(brand.name ?? '')} />}
    </header>
  );
}

function Contents(props: SectionProps): JSX.Element {
  const { messages } = props.context;
  const entries = [
    ['elements', messages['report.elements']],
    ['first', messages['summary.do']],
    ['patterns', messages['report.patterns']],
    ...listBreakdownEntries(props.report, messages),
    ['practices', messages['report.practices']],
    ...(hasOwnWords(props) ? [['own-words', messages['report.ownWords']] as const] : []),
    ['unknowns', messages['report.unknowns']],
    ['gaps', messages['report.gaps']],
    ['answers', messages['report.answers']],
    ['method', messages['report.method']],
    ['findings', messages['report.findings']],
  ] as const;
  return (
    <nav class="contents" aria-label={messages['report.contents']}>
      <ol>
        {entries.map(([id, name]) => (
          <li>
            <a href={`#${id}`}>{name}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Page(props: SectionProps): JSX.Element {
  const { report, context } = props;
  const { messages } = context;
  return (
    <>
      <a class="skip" href="#result">
        {messages['report.skip']}
      </a>
      <div class="page">
        <Title {...props} />
        <main>
          <Result {...props} />
          <Contents {...props} />
          <Elements {...props} />
          <Plan {...props} />
          <Patterns {...props} />
          <Breakdown {...props} />
          <Practices {...props} />
          <OwnWords {...props} />
          <Unknowns {...props} />
          <Gaps {...props} />
          <Answers {...props} />
          <Method {...props} />
          <Findings {...props} />
        </main>
        <footer>
          {report.generator.name} {report.generator.version} · {report.model.id} {report.model.version}
        </footer>
      </div>
    </>
  );
}

/**
 * Renders the report as one self-contained page: no network, no JavaScript needed, readable on a phone, on
 * paper and by a screen reader. The Content Security Policy allows its own style and script by hash and
 * nothing else.
 */
export function renderHtml(unsafeReport: ReportDocument, unsafeContext: ReportContext): string {
  const report = escapeTexts(unsafeReport);
  const context = {
    ...unsafeContext,
    messages: escapeTexts(unsafeContext.messages),
    checks: new Map(escapeTexts([...unsafeContext.checks])),
  };
  const { messages, brand, language, paper, sha256 } = context;
  const { light, dark } = makePalettes(brand.accent);
  const about = formatMessage(messages, 'report.about', {
    organization: report.organization.name,
    date: formatDay(report.asOf, messages),
  });
  const title = escapeLine(`${messages['report.title']}: ${about}`);
  const style = getStyle(light, dark, paper, clip(title, 90, '…'));
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${sha256(style)}'`,
    `script-src 'sha256-${sha256(script)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const body = renderToString(<Page report={report} context={context} palette={light} />);
  return [
    '<!doctype html>',
    `<html lang="${escapeXml(language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex">',
    `<meta name="generator" content="${escapeXml(report.generator.name)} ${escapeXml(report.generator.version)}">`,
    `<title>${escapeXml(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    body,
    `<script>${script}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
