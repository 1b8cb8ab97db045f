import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { getStartFields } from './own-fields.ts';
import { escapeLine, escapeXml } from '#render/escape.ts';
import { makePalettes } from '#render/report/charts/palette.ts';
import { ownAccent } from '#render/report/charts/accent.ts';
import { escapeTexts } from '#render/report/escape-texts.ts';
import type { Form } from './form.ts';
import { type FormData, scriptMessages } from './form-data.ts';
import { QuestionFields } from './question.tsx';
import { script } from './script/page-script.js';
import { Beginning, Ending, EvidenceTemplate, Welcome } from './sections.tsx';
import { getFormStyle } from './style.ts';

/** Settings of the page. */
export interface FormPageContext {
  readonly generator: { readonly name: string; readonly version: string };
  /** URL of the schema of answers, for editors. */
  readonly schema: string;
  /** First comment of the saved file. */
  readonly header: string;
  /** Sentence after the file is saved, such as whom to send it to. */
  readonly afterSaving: string;
  /** Returns the SHA-256 of a text in Base64. */
  readonly sha256: (text: string) => string;
}

function Elements({ form }: { readonly form: Form }): JSX.Element {
  const { model, questions } = form;
  return (
    <>
      {model.elements.map(({ id, name, asks, about }) => {
        const own = questions.filter(({ element }) => element === id);
        if (own.length === 0) return null;
        return (
          <section aria-labelledby={id}>
            <h2 id={id}>
              {name}: {asks}
            </h2>
            <p class="about">{about}</p>
            {model.practices
              .filter((practice) => own.some((question) => question.practice === practice.id))
              .map((practice) => (
                <>
                  <h3>{practice.name}</h3>
                  {own
                    .filter((question) => question.practice === practice.id)
                    .map((question) => (
                      <QuestionFields
                        form={form}
                        question={question}
                        place={questions.indexOf(question) + 1}
                      />
                    ))}
                </>
              ))}
          </section>
        );
      })}
    </>
  );
}

function Page({ form }: { readonly form: Form }): JSX.Element {
  const { messages } = form.model;
  return (
    <>
      <a class="skip" href="#q1">
        {messages['form.skip']}
      </a>
      <nav class="bar" aria-label={messages['form.progress']} hidden>
        <div class="inner">
          <progress max={form.questions.length} value={0} aria-label={messages['form.progress']} />
          <span id="count" />
          <button type="button" id="next">
            {messages['form.next']}
          </button>
        </div>
      </nav>
      <div class="page">
        <main>
          <form autocomplete="off" noValidate>
            <Welcome form={form} />
            <Beginning form={form} />
            <Elements form={form} />
            <Ending form={form} />
          </form>
          <p id="status" role="status" />
        </main>
      </div>
      <EvidenceTemplate form={form} />
    </>
  );
}

/** Returns the name of the saved file, without what makes it different for each respondent. */
function nameFile({ role, unit = '' }: { readonly role: string; readonly unit?: string }): string {
  const slug = unit
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return ['answers', role, ...(slug === '' ? [] : [slug])].join('-');
}

/** Writes data for a script element: no text in it can end the element. */
function writeData(data: FormData): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * Renders a form as one self-contained page, which needs no network. Its script saves the answers as a file; without it,
 * the page can be read and printed. The Content Security Policy allows its own style and script by hash and nothing else.
 */
export function renderFormPage(unsafeForm: Form, context: FormPageContext): string {
  const { sha256, generator, schema, header, afterSaving } = context;
  const form: Form = escapeTexts(unsafeForm);
  const { model } = form;
  const { messages, language } = model;
  const { start } = unsafeForm;
  const questions = unsafeForm.questions.map(({ id }) => id);
  const fields = getStartFields(unsafeForm);
  const content = {
    start,
    fields,
    questions,
    schema,
    header,
    afterSaving,
    fileName: nameFile(start.respondent),
    messages: Object.fromEntries(
      scriptMessages.map((key) => [key, messages[key]]),
    ) as unknown as FormData['messages'],
  };
  const key = `sales-audit.form.${sha256(JSON.stringify([model.digest, language, content]))}`;
  const { light, dark } = makePalettes(ownAccent);
  const style = getFormStyle(light, dark);
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${sha256(style)}'`,
    `script-src 'sha256-${sha256(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const about = form.hasOrganization ? `: ${start.organization.name}` : '';
  const title = escapeLine(`${messages['report.title']}${about}, ${messages[`role.${form.role}`]}`);
  return [
    '<!doctype html>',
    `<html lang="${escapeXml(language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex">',
    `<meta name="generator" content="${escapeXml(generator.name)} ${escapeXml(generator.version)}">`,
    `<title>${escapeXml(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    renderToString(<Page form={form} />),
    `<script type="application/json" id="data">${writeData({ key, ...content })}</script>`,
    `<script>${script}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
