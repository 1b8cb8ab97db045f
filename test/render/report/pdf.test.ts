import { describe, expect, it } from 'vitest';
import { settlePdf } from '#render/report/pdf.ts';

/** Makes the parts of a PDF that matter here, with its information in object 4. */
function makePdf(information: string): string {
  return (
    `%PDF-1.4\n1 0 obj\n<</Note (/CreationDate \\(D:20200101000000+00'00'\\))>>\nendobj\n` +
    `4 0 obj\n<<${information}>>\nendobj\n5 0 obj\n<</CreationDate (D:20200101000000+00'00')>>\nendobj\n` +
    'stream\n\u0080\u00ff\nendstream\ntrailer\n<</Size 6\n/Root 1 0 R\n/Info 4 0 R>>\nstartxref\n99\n%%EOF\n'
  );
}

function settle(information: string): string {
  const before = makePdf(information);
  const after = settlePdf(before, { asOf: '2026-11-23', creator: 'sales-audit 0.1.0' });
  expect(after).toHaveLength(before.length);
  return after;
}

describe('settlePdf', () => {
  it('sets the dates to the day of the report', () => {
    const text = settle(
      "/Title (A)\n/CreationDate (D:20261124053814+00'00')\n/ModDate (D:20261124053815-02'30')",
    );
    expect(text).toContain("/CreationDate (D:20261123000000+00'00')\n/ModDate (D:20261123000000+00'00')");
  });

  it('names the tool instead of the browser and its operating system', () => {
    const text = settle(
      '/Creator (Mozilla/5.0 \\(X11; Linux x86_64\\) HeadlessChrome/156.0.0.0)\n/Producer (Skia)',
    );
    expect(text).toMatch(/<<\/Creator \(sales-audit 0\.1\.0\) +\n\/Producer \(Skia\)>>/);
  });

  it('changes nothing else', () => {
    const before = makePdf("/CreationDate (D:20261124053814+00'00')");
    const after = settle("/CreationDate (D:20261124053814+00'00')");
    expect(after.replace('D:20261123000000', 'D:20261124053814')).toBe(before);
  });

  it.each([
    ['a creator that is too short for a replacement', '/Creator (Chrome)'],
    ['a date in another format', '/CreationDate (D:2026)'],
    ['a title that looks like a date', "/Title (\\(D:20261124053814+00'00'\\))"],
    ['empty information', ''],
  ])('does not change %s', (_what, information) => {
    expect(settle(information)).toBe(makePdf(information));
  });

  it('numbers the tags from 1 in their order', () => {
    const tags = (...[first, second, third]: string[]): string =>
      `/ID (node${first})>> /Headers [(node${third}) (node${second})]>> <</Limits [(node${first}) (node${third})]\n` +
      `/Names [(node${first}) 1 0 R (node${second}) 4 0 R (node${third}) 5 0 R]`;
    expect(settle(tags('00000017', '00000018', '00000025'))).toContain(
      tags('00000001', '00000002', '00000003'),
    );
    // Text of a person is not a tag: its parentheses are escaped, or it is not a name.
    const written = '/Title (node00000017) /Alt (/ID \\(node00000017\\) /Headers [\\(node00000017\\)])';
    expect(settle(written)).toContain(written);
  });

  it.each([
    ['without a trailer', '%PDF-1.4\n%%EOF\n'],
    ['without its information object', '%PDF-1.4\ntrailer\n<</Info 9 0 R>>\n%%EOF\n'],
    ['that is empty', ''],
  ])('does not change a PDF %s', (_what, text) => {
    expect(settlePdf(text, { asOf: '2026-11-23', creator: 'x' })).toBe(text);
  });
});
