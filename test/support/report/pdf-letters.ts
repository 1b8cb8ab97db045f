import { deflateSync } from 'node:zlib';

/** Makes a small PDF with maps to Unicode, as Chromium writes them for its fonts. */
export function makePdfWithLetters(maps: readonly string[]): Buffer {
  const streams = maps.map((map, index) => {
    const whole = `begincmap\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n${map}\nendcmap\n`;
    const content = deflateSync(whole);
    return [
      Buffer.from(`${index + 1} 0 obj\n<</Filter /FlateDecode /Length ${content.length}>>\nstream\n`),
      content,
      Buffer.from('\nendstream\nendobj\n'),
    ];
  });
  return Buffer.concat([Buffer.from('%PDF-1.4\n'), ...streams.flat(), Buffer.from('%%EOF\n')]);
}
