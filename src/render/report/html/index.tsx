import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { ReportDocument } from '#domain/types/report.ts';
import { formatMessage } from '#domain/messages.ts';
import { escapeLine, escapeXml } from '#render/escape.ts';
import { clip } from '#render/terminal/layout.ts';
import type { ReportContext } from '#render/report/context.ts';
import { Answers } from './answers.tsx';
import { Commentary } from './commentary.tsx';
import { Findings } from './findings.tsx';
import { chooseFonts, renderFontFaces } from './fonts.ts';
import { Gaps } from './gaps.tsx';
import { Method } from './method.tsx';
import { Unknowns } from './unknowns.tsx';
import { OwnWords, hasOwnWords } from './own-words.tsx';
import { Name, type SectionProps } from './parts.tsx';
import { Patterns } from './patterns.tsx';
import { Plan } from './plan.tsx';
import { Practices } from './practices.tsx';
import { Elements, Result } from './result.tsx';
import { Respondents } from './respondents.tsx';
import { script } from './script.ts';
import { Shape } from './shape.tsx';
import { getStyle, usualPrintSize } from './style.ts';
import { Summary } from './summary.tsx';
import { listFootLines } from '#render/report/wording/cover.ts';
import { makePalettes } from '#render/report/charts/palette.ts';
import { escapeCommentary, escapeTexts } from '#render/report/escape-texts.ts';

function Title({ report, context: { messages, brand } }: SectionProps): JSX.Element {
  return (
    <header class="title">
      <div>
        <p class="kind">{messages['report.title']}</p>
        <h1>
          <Name>{report.organization.name}</Name>
        </h1>
        <p class="about">
          {formatMessage(messages, 'report.asOf', { date: report.asOf })}
          {brand.name !== undefined && (
            <>
              {' · '}
              <Name>{formatMessage(messages, 'report.preparedBy', { name: escapeLine(brand.name) })}</Name>
            </>
          )}
        </p>
      </div>
      {brand.confidential !== undefined && (
        <p class="confidential" dir="auto">
          {escapeLine(brand.confidential)}
        </p>
      )}
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
    ['shape', messages['report.shape']],
    ['practices', messages['report.practices']],
    ...(hasOwnWords(props) ? [['own-words', messages['report.ownWords']] as const] : []),
    ['unknowns', messages['report.unknowns']],
    ['gaps', messages['report.gaps']],
    ['answers', messages['report.answers']],
    ['respondents', messages['report.respondents']],
    ['method', messages['report.method']],
    ['findings', messages['report.findings']],
  ] as const;
  return (
    <nav class="contents" aria-label={messages['report.contents']}>
      <p class="contents-title">{messages['report.contents']}</p>
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

/** All of the report. */
function Full(props: SectionProps): JSX.Element {
  const { context } = props;
  return (
    <>
      <Result {...props} />
      <Commentary of={context.commentary?.overall} context={context} />
      <Contents {...props} />
      <Elements {...props} />
      <Plan {...props} />
      <Patterns {...props} />
      <Shape {...props} />
      <Practices {...props} />
      <OwnWords {...props} />
      <Unknowns {...props} />
      <Gaps {...props} />
      <Answers {...props} />
      <Respondents {...props} />
      <Method {...props} />
      <Findings {...props} />
    </>
  );
}

function Foot({ report: { generator, model }, context }: SectionProps): JSX.Element {
  return (
    <footer>
      {listFootLines(context).map((line) => (
        <p class="foot-line" dir="auto">
          {escapeLine(line)}
        </p>
      ))}
      {generator.name} {generator.version}
      {context.isTechnical && ` · ${model.id} ${model.version}`}
    </footer>
  );
}

function Page(props: SectionProps): JSX.Element {
  const { context } = props;
  const { messages } = context;
  return (
    <>
      <a class="skip" href="#result">
        {messages['report.skip']}
      </a>
      <div class={context.length === 'summary' ? 'page summary' : 'page'}>
        <Title {...props} />
        <main>{context.length === 'summary' ? <Summary {...props} /> : <Full {...props} />}</main>
        <Foot {...props} />
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
  const { commentary } = unsafeContext;
  const context = {
    ...unsafeContext,
    messages: escapeTexts(unsafeContext.messages),
    commentary: commentary && escapeCommentary(commentary),
  };
  const { messages, brand, language, paper, sha256, fonts = [] } = context;
  const { light, dark } = makePalettes(brand.accent);
  const about = formatMessage(messages, 'report.about', {
    organization: report.organization.name,
    date: report.asOf,
  });
  const title = escapeLine(`${messages['report.title']}: ${about}`);
  const body = renderToString(<Page report={report} context={context} palette={light} />);
  const confidential = escapeLine(brand.confidential ?? '');
  const faces = renderFontFaces(chooseFonts(`${title}${body}${confidential}`, fonts));
  const margins = { paper, running: clip(title, 90, '…'), foot: clip(confidential, 110, '…') };
  const style = `${faces}${getStyle(light, dark, { ...margins, size: context.printSize ?? usualPrintSize })}`;
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${sha256(style)}'`,
    `script-src 'sha256-${sha256(script)}'`,
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
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
