import { Chalk } from 'chalk';
import type { CheckReport, FileScores, GatedFinding, RuleDescription } from '#domain/gate/check-report.ts';
import type { CheckContext } from '#render/check/context.ts';
import { makeTheme } from '#render/terminal/theme.ts';

/** A context without color, 80 columns wide. */
export const context: CheckContext = {
  width: 80,
  theme: makeTheme(new Chalk({ level: 0 }), true),
  helpUrl: (check) => `https://example.com/docs/checks.md#${check.replace('/', '-')}`,
  repositoryPath: (file) => file,
  sarifSuppressed: false,
};

/** Makes a finding with defaults. */
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
    example: { fails: 'philosophy: {}\n', passes: 'philosophy:\n  purpose: {statement: We help.}\n' },
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

/** Makes the scores of a declared system. */
export function makeScores(parts: Partial<FileScores> = {}): FileScores {
  return {
    file: 'sales-system.yaml',
    kind: 'sales-system',
    score: 41.25,
    scoreWithoutSuppressed: null,
    shown: null,
    coverage: null,
    counts: null,
    inPlace: null,
    elements: [
      { id: 'philosophy', name: 'Philosophy', score: 0 },
      { id: 'process', name: 'Process', score: 82.5 },
      { id: 'method', name: 'Method', score: null },
    ],
    ...parts,
  };
}

/** Makes a passed run over one file without findings. */
export function makeReport(parts: Partial<CheckReport> = {}): CheckReport {
  return {
    version: '0.1.0',
    asOf: '2026-11-23',
    files: ['sales-system.yaml'],
    kinds: new Map([['sales-system.yaml', 'sales-system']]),
    unread: new Set(),
    texts: new Map([['sales-system.yaml', text]]),
    rules,
    scores: [],
    findings: [],
    failing: new Set(parts.findings?.filter(({ severity }) => severity === 'error')),
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
      counts: { answered: 28, unknown: 1, open: 1, notApplicable: 2 },
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

/** A passed run with every finding suppressed. */
export const suppressedReport = makeReport({ suppressed: smallReport.suppressed });
