import { listenForEnding } from '#io/interruption.ts';
import { findBrowser } from '#io/browser/find-browser.ts';
import { printPdf } from '#io/browser/print-pdf.ts';
import { readLetters } from '#io/browser/read-letters.ts';
import { showProgress } from '#io/terminal/progress.ts';
import type { Length } from '#render/report/choices.ts';
import { countPages, settlePdf } from '#render/report/pdf.ts';
import { findMissingScripts } from '#render/report/scripts.ts';
import type { Context } from '#app/context.ts';
import { version } from '#app/version.ts';

/** Most pages of a summary. */
const summaryPages = 2;

/** What a page is printed for. */
export interface PrintRequest {
  /** Value of `--browser`. */
  readonly browser: string | undefined;
  readonly length: Length;
  /** The day of the report, YYYY-MM-DD. */
  readonly asOf: string;
}

/** Warns of text that the browser could only print as boxes, because no installed font has its letters. */
async function warnOfBoxes(context: Context, missing: readonly string[]): Promise<void> {
  if (missing.length === 0) return;
  await context.notify(
    `Warning: no installed font has the letters of ${missing.join(', ')}, so the PDF shows boxes instead.\n` +
      'Install a font for them, such as Noto, or write the page with -o report.html.\n',
  );
}

/**
 * Prints a report in a browser, and sets the metadata of the PDF. A summary that has more than two pages is printed
 * again with fewer details.
 *
 * @param draw renders the page; a brief one leaves out details of its summary
 */
export async function printReport(
  context: Context,
  draw: (isBrief: boolean) => Promise<string>,
  { browser: named, length, asOf }: PrintRequest,
): Promise<Uint8Array> {
  const { host } = context;
  const browser = await findBrowser(named, { env: host.env, path: context.resolvePath });
  const ending = listenForEnding(host, false);
  const print = (html: string): Promise<Uint8Array> => printPdf(html, { browser, signal: ending.signal });
  try {
    let html = await draw(false);
    const pdf = await showProgress(host.stderr, 'Printing the PDF', async () => {
      const printed = await print(html);
      if (length !== 'summary' || countPages(Buffer.from(printed).toString('latin1')) <= summaryPages)
        return printed;
      html = await draw(true);
      return print(html);
    });
    const text = Buffer.from(pdf).toString('latin1');
    if (length === 'summary' && countPages(text) > summaryPages) {
      await context.notify(
        `Note: the summary has ${countPages(text)} pages. Its names or its commentary are very long.\n`,
      );
    }
    await warnOfBoxes(context, findMissingScripts(html, readLetters(pdf)));
    return Buffer.from(settlePdf(text, { asOf, creator: `sales-audit ${version}` }), 'latin1');
  } finally {
    ending.dispose();
  }
}
