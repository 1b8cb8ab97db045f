import { makeFinding, makeReport, makeScores } from './reports.ts';

/** Texts that try to break out of every format. */
export const hostileTexts: readonly string[] = [
  '\n::error::pwned',
  '::error file=a,line=1::pwned',
  '##[error]pwned ##vso[task.complete]pwned',
  ']]><failure message="pwned"/>',
  '--><script>alert(1)</script>',
  'a | b | c',
  '`code` ``` ~~~',
  '[pwned](https://evil.example) ![x](javascript:alert) {0}',
  '\u202ereversed\u2066 \u200bhidden',
  '\u001b[31mred\u001b]52;c;cHduZWQ=\u0007 \u009b2J \u0000 \u0008',
  '\ud800 lone \ufffe\uffff',
  '@everyone <img src=x onerror=alert(1)> &lt;b&gt;',
  '%0A::error::pwned, title=x:y',
  '</details></summary><!-- sales-audit -->',
  '# heading\r\n- list\r> quote\u2028line\u0085next',
  '   ',
  '',
  `${'::error::pwned '.repeat(700)}`,
  'x'.repeat(10_000),
];

/** A failed run in which every text is hostile. */
export const hostileReport = makeReport({
  files: hostileTexts,
  texts: new Map(hostileTexts.map((each) => [each, `${each}\n${hostileTexts.join('\n')}`])),
  rules: hostileTexts.map((each) => ({ id: each, title: each, why: each, severity: 'error' })),
  scores: hostileTexts.map((each) =>
    makeScores({ file: each, elements: [{ id: each, name: each, score: 10 }] }),
  ),
  findings: hostileTexts.map((each, index) =>
    makeFinding({
      check: each,
      severity: (['error', 'warning', 'info'] as const)[index % 3] ?? 'error',
      message: each,
      file: each,
      path: each,
      fix: each,
      element: each,
      identity: each,
      line: 2,
      dueTo: 'date',
    }),
  ),
  suppressed: hostileTexts.map((each) => ({
    finding: makeFinding({ check: each, message: each, file: each, fix: each, identity: `/s${each}` }),
    suppression: { by: 'waiver', reason: each, owner: each, until: each },
  })),
  settled: hostileTexts,
  notes: hostileTexts,
  changes: hostileTexts,
  verdict: { ok: false, exitCode: 1, reasons: hostileTexts },
});
