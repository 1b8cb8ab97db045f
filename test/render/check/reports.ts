import { Chalk } from 'chalk';
import type { CheckReport, FileScores, GatedFinding, RuleDescription } from '#domain/check-report.ts';
import type { CheckContext } from '#render/check/index.ts';
import { makeTheme } from '#render/theme.ts';

/** Without colour, 80 columns wide. */
export const context: CheckContext = {
  width: 80,
  theme: makeTheme(new Chalk({ level: 0 }), true),
  helpUrl: (check) => `https://example.com/docs/checks.md#${check.replace('/', '-')}`,
};

/** A finding with what a test does not care about filled in. */
export function makeFinding(parts: Partial<GatedFinding> = {}): GatedFinding {
  return {
    check: 'philosophy/missing-purpose',
    severity: 'error',
    message: 'Harbor Instruments has not written down why it sells.',
    file: 'sales-system.yaml',
    path: '/philosophy',
    line: 4,
    column: 1,
    points: 4.2,
    fix: 'Add `purpose.statement`.',
    element: 'philosophy',
    identity: '/philosophy/purpose',
    dueTo: null,
    ...parts,
  };
}

const rules: readonly RuleDescription[] = [
  {
    id: 'philosophy/missing-purpose',
    title: 'No stated purpose',
    why: 'Without a purpose nobody knows why a customer should care.',
    severity: 'error',
  },
  {
    id: 'process/seller-only-exit',
    title: 'A stage that only sellers can close',
    why: 'A stage that the buyer proves nothing in is a wish.',
    severity: 'warning',
  },
  {
    id: 'system/missing-open-questions',
    title: 'No open questions',
    why: 'A system without doubts is not looked at.',
    severity: 'info',
  },
];

const text = `kind: sales-system
schemaVersion: 1
organization: {name: Harbor Instruments}
philosophy: {}
process:
  stages:
    - id: discovery
`;

/** Scores of a declared system. */
export function makeScores(parts: Partial<FileScores> = {}): FileScores {
  return {
    file: 'sales-system.yaml',
    kind: 'sales-system',
    score: 41.25,
    scoreWithoutSuppressed: null,
    shown: null,
    coverage: null,
    inPlace: null,
    elements: [
      { id: 'philosophy', name: 'Philosophy', score: 0 },
      { id: 'process', name: 'Process', score: 82.5 },
      { id: 'method', name: 'Method', score: null },
    ],
    ...parts,
  };
}

/** A passed run over one file, in which nothing was found. */
export function makeReport(parts: Partial<CheckReport> = {}): CheckReport {
  return {
    version: '0.1.0',
    asOf: '2026-11-23',
    files: ['sales-system.yaml'],
    texts: new Map([['sales-system.yaml', text]]),
    rules,
    scores: [],
    findings: [],
    suppressed: [],
    settled: [],
    notes: [],
    changes: [],
    verdict: { ok: true, exitCode: 0, reasons: [] },
    ...parts,
  };
}

const sellerOnly = makeFinding({
  check: 'process/seller-only-exit',
  severity: 'warning',
  message: 'Nothing that a buyer does ends the stage "discovery".',
  path: '/process/stages/0',
  line: 7,
  column: 7,
  points: 0.5,
  fix: 'Add an exit with `by: buyer`.',
  element: 'process',
  identity: '/process/stages/discovery',
});

const noQuestions = makeFinding({
  check: 'system/missing-open-questions',
  severity: 'info',
  message: 'No question is open.',
  path: '',
  line: 1,
  points: null,
  element: null,
  identity: '/openQuestions',
  dueTo: 'date',
});

/** A failed run with one of everything. */
export const smallReport = makeReport({
  scores: [
    makeScores({ scoreWithoutSuppressed: 45.5 }),
    makeScores({
      file: 'answers.yaml',
      kind: 'answers',
      score: 60,
      shown: 20,
      coverage: 0.934,
      inPlace: 1,
      elements: [{ id: 'philosophy', name: 'Philosophy', score: 60 }],
    }),
  ],
  files: ['sales-system.yaml', 'answers.yaml'],
  findings: [noQuestions, makeFinding(), sellerOnly],
  suppressed: [
    {
      finding: { ...sellerOnly, line: 6, column: 5, identity: '/process/stages/proposal' },
      suppression: { by: 'waiver', reason: 'New stage', owner: 'Ana Ruiz', until: '2026-12-31' },
    },
    {
      finding: { ...sellerOnly, line: 5, column: 1, identity: '/process/stages/close' },
      suppression: { by: 'baseline' },
    },
  ],
  settled: ['method/missing-method /method'],
  notes: ['The history is shallow: older commits were not seen.'],
  changes: ['Process lost 3 points: process/seller-only-exit is new.'],
  verdict: { ok: false, exitCode: 1, reasons: ['1 error found.', 'The score 41 is below the floor 50.'] },
});

/** A passed run in which everything that was found is suppressed. */
export const suppressedReport = makeReport({ suppressed: smallReport.suppressed });

/** Text that tries to break out of every format. */
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
