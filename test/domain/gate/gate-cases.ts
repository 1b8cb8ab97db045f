/** Longer than 200 lines: a table, every setting of the gate with its verdict. */
import type { FileScores, GatedFinding } from '#domain/gate/check-report.ts';
import type { Floors, Movement, OldEvidence, Uncompared } from '#domain/gate/gate.ts';

type Severity = GatedFinding['severity'];

/** Input of a gate with every expected reason; none if it passes. */
export interface GateCase {
  readonly name: string;
  /** Severities of the open findings, or whole findings. */
  readonly findings?: readonly (Severity | Partial<GatedFinding>)[];
  readonly scores?: readonly Partial<FileScores>[];
  readonly movements?: readonly Movement[];
  readonly uncompared?: readonly Uncompared[];
  readonly oldEvidence?: readonly OldEvidence[];
  readonly stale?: number;
  readonly floors?: Partial<Floors>;
  readonly reasons: readonly string[];
}

const overall = 'The overall score';
const file = 'sales-system.yaml';
const answers = { file: 'answers.yaml', kind: 'answers', coverage: 0.8, inPlace: 2 } as const;
const all: readonly Severity[] = ['error', 'warning', 'warning', 'info'];
const elements = [
  { id: 'philosophy', name: 'Philosophy', score: 50 },
  { id: 'process', name: 'Process', score: null },
];

/** Cases for each limit: just met, just missed, and unknown. */
export const gateCases: readonly GateCase[] = [
  { name: 'nothing found', reasons: [] },
  { name: 'an error', findings: ['error'], reasons: ['1 finding is of severity error.'] },
  { name: 'errors', findings: ['error', 'error'], reasons: ['2 findings are of severity error.'] },
  { name: 'warnings and infos only', findings: ['warning', 'info'], reasons: [] },
  {
    name: 'warnings that fail',
    findings: all,
    floors: { failSeverity: 'warning' },
    reasons: ['3 findings are of severity warning or worse.'],
  },
  { name: 'an info at warning', findings: ['info'], floors: { failSeverity: 'warning' }, reasons: [] },
  {
    name: 'an info that fails',
    findings: ['info'],
    floors: { failSeverity: 'info' },
    reasons: ['1 finding is of severity info or worse.'],
  },
  { name: 'errors that never fail', findings: all, floors: { failSeverity: 'never' }, reasons: [] },
  {
    name: 'an invalid document if nothing else fails',
    findings: [{ check: 'document/invalid' }, { check: 'document/unsafe' }, 'error'],
    floors: { failSeverity: 'never' },
    reasons: ['2 faults make a document invalid or unsafe, which always fails.'],
  },
  {
    name: 'an invalid document is counted once',
    findings: [{ check: 'document/invalid' }],
    reasons: ['1 finding is of severity error.'],
  },

  {
    name: 'the maximum number of warnings',
    findings: all,
    floors: { failSeverity: 'never', maxWarnings: 2 },
    reasons: [],
  },
  {
    name: 'one warning too many',
    findings: all,
    floors: { failSeverity: 'never', maxWarnings: 1 },
    reasons: ['2 warnings, and 1 is the limit.'],
  },
  {
    name: 'no warnings allowed',
    findings: ['warning'],
    floors: { maxWarnings: 0 },
    reasons: ['1 warning, and 0 is the limit.'],
  },

  { name: 'a score at its floor', scores: [{ file, score: 50 }], floors: { minScore: 50 }, reasons: [] },
  {
    name: 'a score below its floor',
    scores: [{ file, score: 49.94 }],
    floors: { minScore: 50 },
    reasons: [`The overall score of ${file} is 49.9, below the floor of 50.`],
  },
  {
    name: 'a score that rounds to its floor',
    scores: [{ file, score: 49.99 }],
    floors: { minScore: 50 },
    reasons: [`The overall score of ${file} is 49.99, below the floor of 50.`],
  },
  {
    name: 'an unknown score',
    scores: [{ file, score: null }],
    floors: { minScore: 0 },
    reasons: [`The overall score of ${file} is unknown, and 0 is the floor.`],
  },
  {
    name: 'every file has to reach the floor',
    scores: [
      { file, score: 70 },
      { ...answers, score: 10 },
    ],
    floors: { minScore: 50 },
    reasons: ['The overall score of answers.yaml is 10, below the floor of 50.'],
  },
  {
    name: 'an element at its floor',
    scores: [{ file, elements }],
    floors: { minElement: new Map([['philosophy', 50]]) },
    reasons: [],
  },
  {
    name: 'elements below their floors',
    scores: [{ file, elements }],
    floors: {
      minElement: new Map([
        ['philosophy', 50.5],
        ['process', 10],
      ]),
    },
    reasons: [
      `The score of philosophy of ${file} is 50, below the floor of 50.5.`,
      `The score of process of ${file} is unknown, and 10 is the floor.`,
    ],
  },
  {
    name: 'a floor for an element that was not asked',
    scores: [{ file, elements: [{ id: 'method', name: 'Method', score: null, isAsked: false }] }],
    floors: { minElement: new Map([['method', 50]]) },
    reasons: [`No question of method was asked in ${file}, and 50 is the floor of its score.`],
  },

  { name: 'enough in place', scores: [answers], floors: { minInPlace: 2 }, reasons: [] },
  {
    name: 'too few in place',
    scores: [answers],
    floors: { minInPlace: 3 },
    reasons: ['2 elements are in place in answers.yaml, and 3 is the floor.'],
  },
  {
    name: 'one in place',
    scores: [{ ...answers, inPlace: 1 }],
    floors: { minInPlace: 3 },
    reasons: ['1 element is in place in answers.yaml, and 3 is the floor.'],
  },
  {
    name: 'a declared system has none in place',
    scores: [{ file }],
    floors: { minInPlace: 3, minCoverage: 1 },
    reasons: [],
  },
  { name: 'enough coverage', scores: [answers], floors: { minCoverage: 0.8 }, reasons: [] },
  {
    name: 'an unknown coverage of answers, because no question applies',
    scores: [{ ...answers, coverage: null }],
    floors: { minCoverage: 0.01 },
    reasons: ['The coverage of answers.yaml is unknown, and 0.01 is the floor.'],
  },
  {
    name: 'an unknown coverage, which is not below 0',
    scores: [{ ...answers, coverage: null }],
    floors: { minCoverage: 0 },
    reasons: [],
  },
  { name: 'no coverage of a declared system', scores: [{}], floors: { minCoverage: 0.8 }, reasons: [] },
  {
    name: 'too little coverage',
    scores: [{ ...answers, coverage: 0.796 }],
    floors: { minCoverage: 0.8 },
    reasons: ['The coverage of answers.yaml is 0.796, below the floor of 0.8.'],
  },

  {
    name: 'the maximum drop',
    movements: [{ file, what: overall, before: 70.3, now: 68.1, maxDrop: 2.2 }],
    floors: { maxDrop: 2.2 },
    reasons: [],
  },
  {
    name: 'too great a drop',
    movements: [{ file, what: overall, before: 60, now: 57.5, maxDrop: 2 }],
    floors: { maxDrop: 2 },
    reasons: [`The overall score of ${file} fell by 2.5 (from 60 to 57.5), and 2 is the limit.`],
  },
  {
    name: 'a drop that rounds to the maximum',
    movements: [{ file, what: overall, before: 60, now: 57.99, maxDrop: 2 }],
    floors: { maxDrop: 2 },
    reasons: [`The overall score of ${file} fell by 2.01 (from 60 to 58), and 2 is the limit.`],
  },
  {
    name: 'a drop without a limit',
    movements: [{ file, what: overall, before: 60, now: 0, maxDrop: undefined }],
    reasons: [],
  },
  {
    name: 'a reminder at the strictest settings',
    findings: [{ severity: 'info', check: 'waiver/ending' }],
    floors: { failSeverity: 'info', maxWarnings: 0 },
    reasons: [],
  },
  {
    name: 'stale entries of the baseline',
    stale: 2,
    reasons: [
      '2 entries of the baseline match no finding anymore, and could hide a new one. --prune-baseline removes stale entries.',
    ],
  },
  {
    name: 'a score that cannot be compared',
    uncompared: [{ file, why: `${file} is not checked any more.`, maxDrop: 100 }],
    floors: { maxDrop: 100 },
    reasons: [`${file} is not checked any more. A drop of its score is limited, but could not be measured.`],
  },
  {
    name: 'a score that cannot be compared and may drop',
    uncompared: [{ file, why: `${file} is not checked any more.`, maxDrop: undefined }],
    reasons: [],
  },
  {
    name: 'a rise',
    movements: [{ file, what: overall, before: 60, now: 90, maxDrop: 0 }],
    floors: { maxDrop: 0 },
    reasons: [],
  },
  {
    name: 'a score that became unknown',
    movements: [{ file, what: overall, before: 60, now: null, maxDrop: 100 }],
    floors: { maxDrop: 100 },
    reasons: [`The overall score of ${file} was 60 and is unknown now.`],
  },
  {
    name: 'a score that became known',
    movements: [{ file, what: overall, before: null, now: 1, maxDrop: 0 }],
    floors: { maxDrop: 0 },
    reasons: [],
  },

  {
    name: 'old evidence',
    oldEvidence: [{ file: 'answers.yaml', count: 3, maxAge: 'P12M' }],
    reasons: ['3 pieces of evidence in answers.yaml are undated or older than P12M.'],
  },
  {
    name: 'one piece of old evidence',
    oldEvidence: [{ file: 'answers.yaml', count: 1, maxAge: 'P12M' }],
    reasons: ['1 piece of evidence in answers.yaml is undated or older than P12M.'],
  },
  {
    name: 'everything at once, in a fixed order',
    findings: ['warning', 'error'],
    scores: [{ ...answers, score: 10 }],
    movements: [{ file: 'answers.yaml', what: overall, before: 20, now: 10, maxDrop: 1 }],
    oldEvidence: [{ file: 'answers.yaml', count: 2, maxAge: 'P1M' }],
    floors: { maxWarnings: 0, minScore: 11, minInPlace: 4, minCoverage: 1, maxDrop: 1 },
    reasons: [
      '1 finding is of severity error.',
      '1 warning, and 0 is the limit.',
      'The overall score of answers.yaml is 10, below the floor of 11.',
      '2 elements are in place in answers.yaml, and 4 is the floor.',
      'The coverage of answers.yaml is 0.8, below the floor of 1.',
      'The overall score of answers.yaml fell by 10 (from 20 to 10), and 1 is the limit.',
      '2 pieces of evidence in answers.yaml are undated or older than P1M.',
    ],
  },
];
