/**
 * Takes the screenshots in `docs/images/`: a question in a terminal, and the pages of the examples on a phone, a laptop
 * and paper, light and dark. Needs a build and an installed Chromium. Run it after a visible change, and look at the
 * result. With `--all FOLDER` it draws everything that readers see of every example into that folder instead, which also
 * needs LibreOffice (`soffice`) and Poppler (`pdftoppm`).
 */
import { mkdir } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { type BrowserContextOptions, chromium } from 'playwright-core';
import { parseArgs } from 'node:util';
import { findBrowser } from '#io/browser/find-browser.ts';
import { drawScreen, palettes } from './images/draw-screen.ts';
import { drawEverything } from './images/draw-everything.ts';
import { recordQuestion } from './images/record-question.ts';

const folder = 'docs/images';

const laptop = { width: 1200, height: 860 };
const phone = { width: 360, height: 740 };
/** A4 at 96 dpi, in pixels. */
const paper = { width: 794, height: 1123 };

interface Shot {
  readonly file: string;
  readonly page: string;
  readonly options: BrowserContextOptions;
  /** Selector of the element to scroll to. Default: the top of the page. */
  readonly at?: string;
  readonly media?: 'print';
}

const pages = ['harbor-instruments', 'tarnbeck-cooling', 'fernlatch'];

const shots: readonly Shot[] = [
  {
    file: 'harbor-instruments-laptop-dark',
    page: 'harbor-instruments',
    options: { viewport: laptop, colorScheme: 'dark' },
  },
  ...pages.flatMap((name): Shot[] => [
    { file: `${name}-laptop`, page: name, options: { viewport: laptop } },
    { file: `${name}-phone`, page: name, options: { viewport: phone } },
    {
      file: `${name}-dark`,
      page: name,
      options: { viewport: laptop, colorScheme: 'dark' },
      at: '#parts-execution',
    },
    { file: `${name}-print`, page: name, options: { viewport: paper }, media: 'print' },
  ]),
];

const path = await findBrowser(undefined, {
  env: process.env,
  path: (given) => given,
  platform: process.platform,
});
const browser = await chromium.launch({
  executablePath: path,
  args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});

/** Takes the pictures of the documentation, and returns their number. */
async function takePictures(): Promise<number> {
  await mkdir(folder, { recursive: true });
  for (const { file, page: name, options, at, media } of shots) {
    const context = await browser.newContext({ offline: true, ...options });
    const page = await context.newPage();
    await page.goto(pathToFileURL(`examples/${name}/report.html`).href);
    if (media !== undefined) await page.emulateMedia({ media });
    if (at !== undefined) await page.locator(at).evaluate((element) => element.scrollIntoView());
    await page.screenshot({ path: `${folder}/${file}.png` });
    await context.close();
  }
  const question = await recordQuestion();
  for (const [name, palette] of Object.entries(palettes)) {
    const page = await browser.newPage({ viewport: laptop, deviceScaleFactor: 1.5 });
    await page.setContent(drawScreen(question, palette));
    await page.locator('main').screenshot({ path: `${folder}/question-${name}.png` });
    await page.close();
  }
  return shots.length + Object.keys(palettes).length;
}

const { all } = parseArgs({ options: { all: { type: 'string' } } }).values;
try {
  const count = await (all === undefined ? takePictures() : drawEverything(all, browser));
  console.log(`Took ${count} pictures into ${all ?? folder}.`);
} finally {
  await browser.close();
}
