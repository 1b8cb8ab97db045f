import { writeYaml } from '#document/edit/write.ts';
import { fillTemplate } from './commented.ts';
import type { Scaffold } from './scaffold.ts';

/** Where the findings of the first day are kept, beside the settings. */
export const baselineFile = '.sales-audit-baseline.json';

/** Every setting with what it does and an example; the scaffold comments out all but two. A test holds it to the schema. */
export const configTemplate = `
## Where the settings start from. relaxed: warnings are shown as info. recommended: every check has its own
## severity, errors fail. strict: info is shown as warning.
preset: recommended

## What was missing on the first day: it is shown, and does not fail. When some of it is done, write it again:
## sales-audit check --update-baseline
baseline: .sales-audit-baseline.json

## Findings of this severity or worse fail: error, warning, info or never.
failSeverity: warning

## The most warnings that are let pass.
maxWarnings: 10

## Another severity for a check, by its id: off, info, warning or error. Scores never change with it.
checks:
  method/missing-buyer-feedback: warning

## The lowest scores that are let pass, 0 to 100; of answers also the elements in place and the coverage, 0 to 1.
floors:
  score: 50
  elements:
    philosophy: 50
  inPlace: 3
  coverage: 0.8

## The oldest evidence of answers that is let pass.
maxEvidenceAge: P12M

## What to compare scores with: a file or a git revision.
against: origin/main

## The most points that a score may lose against it.
maxDrop: 2

## Files to leave out, relative to this file.
ignore:
  - examples/**

## A model of your own: a folder relative to this file, or the name of one that comes with the tool.
model: my-model

## Whose reports \`sales-audit report\` writes: a name, a picture beside this file, a color that can be read on white.
brand:
  name: Northlight Advisers
  logo: brand/logo.svg
  accent: '#0f5f66'
`;

/** The settings of the gate: two of them set, the others explained. */
export function renderConfig({ schemaUrl }: Scaffold): string {
  const head = writeYaml(
    { kind: 'config', schemaVersion: 1 },
    {
      schema: schemaUrl('config'),
      header: [
        'Settings of `sales-audit check`; flags win over them, and `--print-config` shows what holds.',
        'Lines with ## explain. Lines with # are examples: take away the "# " in front to use one.',
      ],
    },
  );
  const filled = { preset: 'recommended', baseline: baselineFile };
  return `${[head, ...fillTemplate(configTemplate.split('\n'), filled, new Map())].join('\n').trimEnd()}\n`;
}
