import { describe, expect, it } from 'vitest';
import { settlePdf } from '../../../src/io/browser/pdf-bytes.ts';

/** A PDF as far as it matters here: what is known about it stands in object 4. */
function pdf(information: string): Buffer {
  return Buffer.from(
    `%PDF-1.4\n1 0 obj\n<</Note (/CreationDate \\(D:20200101000000+00'00'\\))>>\nendobj\n` +
      `4 0 obj\n<<${information}>>\nendobj\n5 0 obj\n<</CreationDate (D:20200101000000+00'00')>>\nendobj\n` +
      'stream\n\u0080\u00ff\nendstream\ntrailer\n<</Size 6\n/Root 1 0 R\n/Info 4 0 R>>\nstartxref\n99\n%%EOF\n',
    'latin1',
  );
}

function settled(information: string): string {
  const before = pdf(information);
  const after = Buffer.from(settlePdf(before, { asOf: '2026-11-23', creator: 'sales-audit 0.1.0' }));
  expect(after).toHaveLength(before.length);
  return after.toString('latin1');
}

describe('a settled PDF', () => {
  it('bears the day of the report instead of the moment it was printed', () => {
    const text = settled(
      "/Title (A)\n/CreationDate (D:20261124053814+00'00')\n/ModDate (D:20261124053815-02'30')",
    );
    expect(text).toContain("/CreationDate (D:20261123000000+00'00')\n/ModDate (D:20261123000000+00'00')");
  });

  it('names the tool instead of the system that the browser runs on', () => {
    const text = settled(
      '/Creator (Mozilla/5.0 \\(X11; Linux x86_64\\) HeadlessChrome/156.0.0.0)\n/Producer (Skia)',
    );
    expect(text).toMatch(/<<\/Creator \(sales-audit 0\.1\.0\) +\n\/Producer \(Skia\)>>/);
  });

  it('is left alone everywhere else', () => {
    const before = pdf("/CreationDate (D:20261124053814+00'00')").toString('latin1');
    const after = settled("/CreationDate (D:20261124053814+00'00')");
    expect(after.replace('D:20261123000000', 'D:20261124053814')).toBe(before);
  });

  it.each([
    ['a creator that is too short to be replaced', '/Creator (Chrome)'],
    ['a date of another form', '/CreationDate (D:2026)'],
    ['a title that looks like a date', "/Title (\\(D:20261124053814+00'00'\\))"],
    ['nothing to settle', ''],
  ])('keeps %s', (_what, information) => {
    expect(settled(information)).toBe(pdf(information).toString('latin1'));
  });

  it('numbers its tags from one, in the order that they have', () => {
    const tags = (...[first, second, third]: string[]): string =>
      `/ID (node${first})>> /Headers [(node${third}) (node${second})]>> <</Limits [(node${first}) (node${third})]\n` +
      `/Names [(node${first}) 1 0 R (node${second}) 4 0 R (node${third}) 5 0 R]`;
    expect(settled(tags('00000017', '00000018', '00000025'))).toContain(
      tags('00000001', '00000002', '00000003'),
    );
    // What a person wrote is no tag: its brackets are escaped, or it is no name.
    const written = '/Title (node00000017) /Alt (/ID \\(node00000017\\) /Headers [\\(node00000017\\)])';
    expect(settled(written)).toContain(written);
  });

  it.each([
    ['no trailer', '%PDF-1.4\n%%EOF\n'],
    ['no such object', '%PDF-1.4\ntrailer\n<</Info 9 0 R>>\n%%EOF\n'],
    ['nothing', ''],
  ])('with %s is what it was', (_what, text) => {
    const before = Buffer.from(text);
    expect(settlePdf(before, { asOf: '2026-11-23', creator: 'x' })).toEqual(before);
  });
});
