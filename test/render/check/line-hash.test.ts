import { describe, expect, it } from 'vitest';
import { hashLines } from '#render/check/line-hash.ts';

/** Values of the tests of github/codeql-action. */
const endings = [
  'e9496ae3ebfced30:1',
  'fb7c023a8b9ccb3f:1',
  'ce8ba1a563dcdaca:1',
  'e20e36e16fcb0cc8:1',
  'b3edc88f2938467e:1',
  'c8e28b0b4002a3a0:1',
  'c129715d7a2bc9a3:1',
];

describe('hashLines', () => {
  it.each<[string, string, readonly string[]]>([
    ['an empty file', '', ['c129715d7a2bc9a3:1']],
    [
      'indentation',
      ' a\nb\n  \t\tc\n d',
      ['271789c17abda88f:1', '54703d4cd895b18:1', '180aee12dab6264:1', 'a23a3dc5e078b07b:1'],
    ],
    ['line feeds', ' hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n', endings],
    ['carriage returns', ' hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r', endings],
    ['both', ' hello; \t\r\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n', endings],
    [
      'repeated lines',
      'Lorem ipsum dolor sit amet.\n'.repeat(10),
      [
        ...[1, 2, 3, 4, 5, 6].map((count) => `a7f2ff13bc495cf2:${count}`),
        ...['a7f2ff1481e87703:1', 'a9cf91f7bbf1862b:1', '55ec222b86bcae53:1', 'cc97dc7b1d7d8f7b:1'],
        'c129715d7a2bc9a3:1',
      ],
    ],
  ])('agrees with GitHub on %s', (_name, text, hashes) => {
    expect(hashLines(text)).toEqual(hashes);
  });
});
