import { describe, expect, it } from 'vitest';
import { detectImage } from '#app/report/brand/embed-image.ts';
import { openPage } from '../../../support/browser.ts';

const svg = (inside: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg"${attributes}>${inside}</svg>`;

/** Returns the type of an image, or its fault. */
function detect(content: string | Uint8Array): string {
  const image = detectImage(typeof content === 'string' ? Buffer.from(content) : content);
  return image.ok ? image.type : image.fault;
}

const noPicture = 'It is not an image that a page can show.';

describe('an image', () => {
  it.each([
    ['image/png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['image/jpeg', Buffer.from('ffd8ffe000104a464946', 'hex')],
    ['image/gif', Buffer.from('GIF87a')],
    ['image/gif', Buffer.from('GIF89a\u0001\u0001')],
    ['image/webp', Buffer.from('RIFF\u0001\u0002\u0003\u0004WEBPVP8 ')],
  ])('is %s because of its first bytes', (type, bytes) => {
    expect(detect(bytes)).toBe(type);
  });

  it.each([
    ['nothing', ''],
    ['text', 'logo.png'],
    ['half of a PNG', Buffer.from('89504e47', 'hex')],
    ['a sound in the container format of WebP', 'RIFF1234WAVEfmt '],
    ['a PDF', '%PDF-1.7'],
    ['HTML', '<!doctype html><p>Hello</p>'],
    ['HTML that contains an image', `<html>${svg('')}</html>`],
    ['an SVG in UTF-16', Buffer.from(svg(''), 'utf16le')],
    ['an SVG with a byte that is not UTF-8', Buffer.concat([Buffer.from(svg('')), Buffer.from([0xff])])],
  ])('is not %s', (_what, content) => {
    expect(detect(content)).toBe(noPicture);
  });
});

/** SVG that a browser shows. */
const whole = [
  ['plain', svg('<path d="M0 0"/>')],
  [
    'with a prolog',
    `\ufeff<?xml version="1.0" encoding="UTF-8"?>\n<!-- a > b -->\n${svg('<g><a/></g>')}\n<!-- end -->`,
  ],
  ['with a prefix', '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:g/></s:svg>'],
  ['with text', svg('<text>A &amp; B &#65; &#x41;</text><style><![CDATA[a > b & c {}]]></style>')],
  ['with a > in an attribute', svg('<g id="a>b" class=\'c\' ></g >')],
  ['of one tag', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
] as const;

/** SVG that a browser shows as a broken image. */
const broken = [
  ['an open tag', svg('<g>')],
  ['tags in the wrong order', svg('<a><b></a></b>')],
  ['a tag that is cut off', '<svg xmlns="http://www.w3.org/2000/svg" width="1'],
  ['an attribute without quotes', svg('<g id=a/>')],
  ['an attribute without a value', svg('<g hidden/>')],
  ['a bare &', svg('<text>A & B</text>')],
  ['an HTML entity', svg('<text>&nbsp;</text>')],
  ['a bare & in an attribute', svg('<a href="?a=1&b=2"/>')],
  ['two roots', svg('') + svg('')],
  ['text after it', `${svg('')}text`],
  ['text before it', `text${svg('')}`],
  ['a comment that is not closed', `${svg('')}<!-- `],
] as const;

describe('an SVG', () => {
  it.each(whole)('%s', (_what, text) => {
    expect(detect(text)).toBe('image/svg+xml');
  });

  it.each(broken)('with %s is refused', (_what, text) => {
    expect(detect(text)).toBe('The SVG is not well-formed, so no browser would show it.');
  });

  it.each([
    ['a document type', `<!DOCTYPE svg>${svg('')}`],
    ['entities', `<!doctype svg [<!ENTITY a "aaaa">]>${svg('&a;')}`],
  ])('with %s is refused', (_what, text) => {
    expect(detect(text)).toBe('The SVG has a document type or entities.');
  });

  it('in another encoding is refused', () => {
    const text = `<?xml version='1.0' encoding='iso-8859-1'?>${svg('')}`;
    expect(detect(text)).toBe('The SVG declares an encoding other than UTF-8.');
  });

  it('without a namespace is refused', () => {
    expect(detect('<svg><g/></svg>')).toBe('The SVG has no SVG namespace, so no browser would show it.');
  });

  it.each([
    ['open quotes', `<svg xmlns="http://www.w3.org/2000/svg">${'<a b="'.repeat(80_000)}`],
    ['spaces', `<svg xmlns="http://www.w3.org/2000/svg"${' '.repeat(500_000)}`],
    ['open comments', `<svg >${'<!--'.repeat(120_000)}`],
    ['tags', `<svg >${'<a>'.repeat(160_000)}`],
    ['attributes', `<svg ${'a="" '.repeat(100_000)}`],
  ])('of many %s is refused fast', (_what, text) => {
    expect(detect(text)).toMatch(/^The SVG is not well-formed/);
  });

  it('is accepted exactly if a browser shows it', { tags: ['browser'] }, async () => {
    const texts = [...whole, ...broken].map(([what, text]) => ({ what, text }));
    const { page } = await openPage('<!doctype html><title>Images</title>');
    const shown = await page.evaluate(
      (addresses) =>
        Promise.all(
          addresses.map(
            (address) =>
              new Promise<boolean>((done) => {
                const image = new Image();
                image.addEventListener('load', () => done(true));
                image.addEventListener('error', () => done(false));
                image.src = address;
              }),
          ),
        ),
      texts.map(({ text }) => `data:image/svg+xml;base64,${Buffer.from(text).toString('base64')}`),
    );
    expect(texts.filter((_, index) => shown[index]).map(({ what }) => what)).toEqual(
      whole.map(([what]) => what),
    );
  });
});
