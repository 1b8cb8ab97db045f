import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { ReportDocument } from '#domain/types/report.ts';
import { formatMessage } from '#domain/messages.ts';
import { escapeLine, escapeXml } from '#render/escape.ts';
import { clip } from '#render/terminal/layout.ts';
import type { ReportContext } from '#render/report/context.ts';
import { Answers } from './answers.tsx';
import { Findings } from './findings.tsx';
import { Commentary } from './frame/commentary.tsx';
import { Contents } from './frame/contents.tsx';
import { Foot } from './frame/foot.tsx';
import { Respondents } from './frame/respondents.tsx';
import { Title } from './frame/title.tsx';
import { Gaps } from './gaps.tsx';
import { Method } from './method.tsx';
import { Unknowns } from './unknowns.tsx';
import { OwnWords } from './own-words.tsx';
import type { SectionProps } from './parts.tsx';
import { Patterns } from './patterns.tsx';
import { Plan } from './plan.tsx';
import { Practices } from './practices.tsx';
import { Result } from './result.tsx';
import { script } from './script.ts';
import { Perception } from './voices/perception.tsx';
import { Breakdown } from './scores/breakdown.tsx';
import { Elements } from './scores/elements.tsx';
import { chooseFonts, renderFontFaces } from './style/fonts.ts';
import { getStyle } from './style/style.ts';
import { voicesStyle } from './voices/style.ts';
import { Summary } from './summary.tsx';
import { makePalettes } from '#render/report/charts/palette.ts';
import { formatDay } from '#domain/format-day.ts';
import { escapeCommentary, escapeTexts } from '#render/report/escape-texts.ts';

/** All of the report. The contents come after the result, which is what a reader should see first. */
function Full(props: SectionProps): JSX.Element {
  const { context } = props;
  return (
    <>
      <Result {...props} />
      <Commentary of={context.commentary?.overall} context={context} />
      <Contents {...props} />
      <Elements {...props} />
      <Plan {...props} />
      <Perception {...props} />
      <Patterns {...props} />
      <Breakdown {...props} />
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
    checks: new Map(escapeTexts([...unsafeContext.checks])),
    commentary: commentary && escapeCommentary(commentary),
  };
  const { messages, brand, language, paper, sha256, fonts = [] } = context;
  const { light, dark } = makePalettes(brand.accent);
  const about = formatMessage(messages, 'report.about', {
    organization: report.organization.name,
    date: formatDay(report.asOf, messages),
  });
  const title = escapeLine(`${messages['report.title']}: ${about}`);
  const body = renderToString(<Page report={report} context={context} palette={light} />);
  const confidential = escapeLine(brand.confidential ?? '');
  const faces = renderFontFaces(chooseFonts(`${title}${body}${confidential}`, fonts));
  const margins = { paper, running: clip(title, 90, '…'), foot: clip(confidential, 110, '…') };
  const style = `${faces}${getStyle(light, dark, margins)}${report.voices === undefined ? '' : voicesStyle}`;
  // A summary has nothing to filter, to sort or to unfold.
  const isSummary = context.length === 'summary';
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${sha256(style)}'`,
    ...(isSummary ? [] : [`script-src 'sha256-${sha256(script)}'`]),
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
    ...(isSummary ? [] : [`<script>${script}</script>`]),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
