import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/**
 * Renders Markdown as GitHub does, but without its sanitizer: raw HTML and every URL pass, so that text must
 * be safe by itself.
 */
export function convertToHtml(markdown: string): string {
  const html = gfmHtml();
  delete html.exit?.htmlFlowData;
  delete html.exit?.htmlTextData;
  return micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [html],
  });
}

/** Renders Markdown as a page that resembles GitHub. */
export function renderPage(markdown: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Report</title><style>
    body { font: 16px/1.5 "Noto Sans", Helvetica, Arial, sans-serif; color: #1f2328; margin: 0 }
    main { max-width: 980px; margin: 0 auto; padding: 32px; overflow-wrap: break-word }
    h1, h2 { border-bottom: 1px solid #d1d9e0b3; padding-bottom: .3em; font-weight: 600 }
    table { display: block; width: max-content; max-width: 100%; overflow: auto; border-collapse: collapse }
    th, td { border: 1px solid #d1d9e0; padding: 6px 13px }
    tr:nth-child(2n) td { background: #f6f8fa }
    blockquote { border-left: .25em solid #d1d9e0; color: #59636e; margin: 0 0 16px; padding: 0 1em }
    code { font: 85% ui-monospace, "DejaVu Sans Mono", monospace; background: #818b981f; border-radius: 6px;
      padding: .2em .4em; white-space: break-spaces }
    summary { cursor: pointer } details { margin-bottom: 16px } hr { height: .25em; background: #d1d9e0; border: 0 }
  </style></head><body><main>${convertToHtml(markdown)}</main></body></html>`;
}
