/**
 * Every kind of document, everything that reads it, and documents that all of them refuse.
 * Longer than 200 lines: a table.
 */
import { readFile } from 'node:fs/promises';
import type { CheckedFinding } from '#domain/types/check.ts';
import type { Finding } from '#domain/types/report.ts';
import {
  check,
  loadModel,
  loadShippedModel,
  readAnswers,
  readConfig,
  readReport,
  readSystem,
} from '../../../src/index.ts';

export const asOf = '2026-11-23';
export const model = await loadShippedModel();
/** The folder of an example with every kind of file that the commands take. */
export const source = 'examples/harbor-instruments';

/** A finding, as any reader gives it. */
export type Found = Finding | CheckedFinding;

type Unread = { readonly ok: true } | { readonly ok: false; readonly findings: readonly Found[] };

/** A kind of document, and everything that reads it. */
export interface Kind {
  /** The file, as the commands name it. */
  readonly file: string;
  /** A valid document. */
  readonly valid: string;
  /** Reads it with the library. */
  readonly read: (text: string) => Promise<Unread>;
  /** Commands that read it besides `check FILE`. Each of them refuses a document with a fault. */
  readonly commands: readonly string[];
  /** Documents with faults. */
  readonly broken: Readonly<Record<string, Broken>>;
  /** Documents with faults that `check FILE` does not look for, because it takes more than this file to see them. */
  readonly brokenTogether?: Readonly<Record<string, Broken>>;
}

/** What is replaced, by what, and the checks and pointers of the faults. */
type Broken = readonly [RegExp, string, readonly string[]];

export const heard = 'philosophy.stated-purpose.heard';
const winLoss = 'process.use-and-learning.win-loss';

/** Matches a question with its answer. */
export const answerTo = (id: string): RegExp => new RegExp(`^  (${id}):\n(?:    .*\n|\n)*`, 'm');

const noYaml: Broken = [/^[^]*$/, 'kind: [', ['document/invalid ']];

export const kinds: Readonly<Record<string, Kind>> = {
  answers: {
    file: 'answers.yaml',
    valid: await readFile(`${source}/answers.yaml`, 'utf8'),
    read: (text) => readAnswers(text, { model, file: 'answers.yaml' }),
    commands: [
      'score answers.yaml',
      'report answers.yaml',
      'explain overall --answers answers.yaml',
      'run --no-input',
      'init --yes --from answers.yaml',
    ],
    broken: {
      'a "does not apply" that the model does not allow': [
        answerTo(heard),
        '  $1: {notApplicable: out-of-scope}\n',
        [`document/invalid /answers/${heard}/notApplicable`],
      ],
      'a reason that the question does not accept': [
        answerTo(winLoss),
        '  $1: {notApplicable: old}\n',
        [`document/invalid /answers/${winLoss}/notApplicable`],
      ],
      'a question that the model does not have': [
        /stated-purpose\.heard/,
        'stated-purpose.herd',
        ['answers/unknown-question /answers/philosophy.stated-purpose.herd'],
      ],
      'a blank name': [/name: Harbor Instruments/, "name: '  '", ['document/invalid /organization/name']],
      'a blank respondent': [
        /role: leader\n {2}name: .*\n {2}unit: .*/,
        'role: leader\n  name: "\\t"\n  unit: \u00A0',
        ['document/invalid /respondent/name', 'document/invalid /respondent/unit'],
      ],
      'another model': [/id: sales-system/, 'id: another', ['answers/model-mismatch /model/id']],
      'a newer model': [/version: "?1\.0\.0"?/, 'version: 9.0.0', ['answers/model-mismatch /model/version']],
      'a fault of the schema and one of the model': [
        /role: leader([^]*)stated-purpose\.heard/,
        'role: boss$1stated-purpose.herd',
        [
          'document/invalid /respondent/role',
          'answers/unknown-question /answers/philosophy.stated-purpose.herd',
        ],
      ],
      'a newer format, in which other rules may hold': [
        /schemaVersion: 1([^]*)stated-purpose\.heard/,
        'schemaVersion: 2$1stated-purpose.herd',
        ['document/invalid /schemaVersion'],
      ],
      'no YAML': noYaml,
    },
  },
  config: {
    file: '.sales-audit.yaml',
    valid: [
      'kind: config',
      'schemaVersion: 1',
      'checks:',
      '  system/lopsided: off',
      'floors:',
      '  elements:',
      '    philosophy: 10',
      'brand:',
      '  name: Northlight',
      '  accent: navy',
      '',
    ].join('\n'),
    read: (text) => readConfig(text, { file: '.sales-audit.yaml' }),
    commands: [
      'check sales-system.yaml',
      'check sales-system.yaml --print-config',
      'check sales-system.yaml --config .sales-audit.yaml',
      'report report.yaml',
    ],
    broken: {
      'an unknown check': [/lopsided/, 'lopsidet', ['document/invalid /checks/system~1lopsidet']],
      'a severity for what is always an error': [
        /system\/lopsided/,
        'document/invalid',
        ['document/invalid /checks/document~1invalid'],
      ],
      'a pattern from the root of the disk': [
        /floors:/,
        "ignore: ['/']\nfloors:",
        ['document/invalid /ignore/0'],
      ],
      'a pattern that leads out': [/floors:/, 'ignore: [../a]\nfloors:', ['document/invalid /ignore/0']],
      'a baseline elsewhere': [
        /floors:/,
        'baseline: a/../../x.json\nfloors:',
        ['document/invalid /baseline'],
      ],
      'a baseline at an absolute path': [
        /floors:/,
        'baseline: /x.json\nfloors:',
        ['document/invalid /baseline'],
      ],
      'a pattern that looks negated': [/floors:/, "ignore: ['!x']\nfloors:", ['document/invalid /ignore/0']],
      'a floor for an unknown element': [
        /philosophy/,
        'philosphy',
        ['document/invalid /floors/elements/philosphy'],
      ],
      'a color with too little contrast': [/navy/, 'yellow', ['document/invalid /brand/accent']],
      'a blank name': [/Northlight/, '" "', ['document/invalid /brand/name']],
      'a fault of the schema and three of other rules': [
        /lopsided: off([^]*)philosophy([^]*)navy/,
        'lopsidet: never$1philosphy$2nav',
        [
          'document/invalid /brand/accent',
          'document/invalid /checks/system~1lopsidet',
          'document/invalid /checks/system~1lopsidet',
          'document/invalid /floors/elements/philosphy',
        ],
      ],
      'a newer format, in which other rules may hold': [
        /schemaVersion: 1([^]*)lopsided/,
        'schemaVersion: 2$1lopsidet',
        ['document/invalid /schemaVersion'],
      ],
      'no YAML': noYaml,
    },
  },
  'sales-system': {
    file: 'sales-system.yaml',
    valid: await readFile(`${source}/sales-system.yaml`, 'utf8'),
    read: (text) => readSystem(text, { file: 'sales-system.yaml' }),
    commands: [
      'score answers.yaml --system sales-system.yaml',
      'report answers.yaml --system sales-system.yaml',
    ],
    broken: {
      'a wrong version': [/schemaVersion: 1/, 'schemaVersion: 2', ['document/invalid /schemaVersion']],
      'a blank name': [/name: Harbor Instruments/, "name: '  '", ['document/invalid /organization/name']],
      'a waiver with blanks': [
        /^waivers:\n(?:[ #-].*\n|\n)*/m,
        "waivers: [{ rule: ' ', path: ' ', reason: ' ', owner: ' ', until: 2027-01-01 }]\n",
        ['owner', 'path', 'reason', 'rule'].map((key) => `document/invalid /waivers/0/${key}`),
      ],
      'no YAML': noYaml,
    },
  },
  report: {
    file: 'report.yaml',
    valid: await readFile(`${source}/report.yaml`, 'utf8'),
    read: (text) => readReport(text, { file: 'report.yaml' }),
    commands: ['report report.yaml'],
    broken: {
      'a date that does not exist': [/asOf: .*/, 'asOf: 2026-02-30', ['document/invalid /asOf']],
      'a day that no run speaks for': [/asOf: .*/, 'asOf: 9999-12-31', ['document/invalid /asOf']],
      'a day before any': [/asOf: .*/, 'asOf: 0001-01-01', ['document/invalid /asOf']],
      'a blank name': [/name: Harbor Instruments/, "name: '  '", ['document/invalid /organization/name']],
      'no YAML': noYaml,
    },
  },
  baseline: {
    file: 'baseline.yaml',
    valid: 'kind: baseline\nschemaVersion: 1\nfindings: []\n',
    // The library reads no baseline but as a document to check.
    read: async (text) => {
      const { findings } = await check({ text, file: 'baseline.yaml' }, { model, asOf });
      return findings.length === 0 ? { ok: true } : { ok: false, findings };
    },
    commands: [
      'check sales-system.yaml --baseline baseline.yaml',
      'check sales-system.yaml --baseline baseline.yaml --update-baseline',
    ],
    broken: {
      'an entry without its file': [
        /\[\]/,
        '[{check: system/lopsided, identity: ""}]',
        ['document/invalid /findings/0'],
      ],
      'an entry with blanks': [
        /\[\]/,
        "[{check: ' ', file: ' ', identity: ''}]",
        ['document/invalid /findings/0/check', 'document/invalid /findings/0/file'],
      ],
      'no YAML': noYaml,
    },
  },
  model: {
    file: 'own/model.yaml',
    valid: [
      'kind: model',
      'schemaVersion: 1',
      'model:',
      '  id: own',
      '  version: 1.0.0',
      '  title: Our own',
      '  language: en',
      '  extends: sales-system@1',
      'changes:',
      '  elements:',
      '    philosophy: { name: Purpose }',
      '',
    ].join('\n'),
    read: (text) => loadModel([{ file: 'own/model.yaml', text }]),
    commands: [
      'model lint own',
      'score answers.yaml --model own',
      'report answers.yaml --model own',
      'report report.yaml --model own',
      'explain overall --model own',
      'questions --model own',
      'run --no-input --model own',
      'check sales-system.yaml --model own',
      'init --yes --model own',
    ],
    broken: {
      'a wrong version': [/schemaVersion: 1/, 'schemaVersion: 2', ['document/invalid /schemaVersion']],
      'a blank name': [/name: Purpose/, "name: ' '", ['document/invalid /changes/elements/philosophy/name']],
      'no YAML': noYaml,
    },
    brokenTogether: {
      'a change of an unknown element': [
        /philosophy/,
        'philosphy',
        ['document/invalid /changes/elements/philosphy'],
      ],
    },
  },
};
