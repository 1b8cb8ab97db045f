import { writeYaml } from '#document/edit/write.ts';
import { fillTemplate } from './commented.ts';
import type { Scaffold } from './scaffold.ts';

/** Name of the file with the findings of the first day, next to the settings. */
export const baselineFile = '.sales-audit-baseline.json';

/** Every setting with an explanation and an example. All but three get commented out. A test compares it with the schema. */
export const configTemplate = `
## Preset that the settings start from. relaxed: warnings become info. recommended: every check has its own
## severity, and errors fail. strict: info becomes warning.
preset: recommended

## Findings of the first day, which do not fail. After fixing some, remove them from the file:
## sales-audit check --prune-baseline
baseline: .sales-audit-baseline.json

## Fail on findings of this severity or worse that are not in the baseline: error, warning, info or never.
failSeverity: warning

## Whether baseline entries that no longer match a finding fail: fail or pass. By default they fail in CI.
staleBaseline: fail

## Maximum number of warnings.
maxWarnings: 10

## Another severity for a check, by its id: off, info, warning or error. It never changes a score.
checks:
  method/missing-buyer-feedback: warning

## Minimum scores, 0 to 100. For answers, also the number of elements in place and the coverage, 0 to 1.
floors:
  score: 50
  elements:
    philosophy: 50
  inPlace: 3
  coverage: 0.8

## Maximum age of evidence in answers.
maxEvidenceAge: P12M

## A file or git revision to compare scores with.
against: origin/main

## Maximum number of points that a score may lose since then.
maxDrop: 2

## Files to ignore, relative to this file.
ignore:
  - examples/**

## Settings for some of the files, relative to this file. Later ones win.
overrides:
  - files:
      - regions/north/**
    checks:
      method/missing-buyer-feedback: 'off'
    floors:
      score: 60
      elements:
        process: 60
      inPlace: 4
      coverage: 0.9
    maxEvidenceAge: P6M
    maxDrop: 0

## A custom model: a folder relative to this file, the name of a translation that comes with the tool, or \`shipped\`.
## Or a list of them, each of which changes what is before it.
model: my-model

## Brand of the reports: your name, a logo relative to this file, a color that is readable on white, and a line of
## confidentiality for every page.
brand:
  name: Northlight Advisers
  logo: brand/logo.svg
  accent: '#0f5f66'
  confidential: Confidential. For the client only.
`;

/** Renders the settings of the gate: three are set, the others commented out with an explanation. */
export function renderConfig({ schemaUrl }: Scaffold): string {
  const head = writeYaml(
    { kind: 'config', schemaVersion: 1 },
    {
      schema: schemaUrl('config'),
      header: [
        'Settings of `sales-audit check`. Options override them; `--print-config` prints the effective settings.',
        'Lines with ## are explanations. Lines with # are examples: remove the "# " to use one.',
      ],
    },
  );
  const filled = { preset: 'recommended', baseline: baselineFile, failSeverity: 'warning' };
  return `${[head, ...fillTemplate(configTemplate.split('\n'), filled, new Map())].join('\n').trimEnd()}\n`;
}
