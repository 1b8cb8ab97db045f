import { check } from './check.ts';
import { combine } from './combine.ts';
import { completion } from './completion.ts';
import type { CommandDefinition } from '#cli/definition.ts';
import { explain } from './explain.ts';
import { form } from './form.ts';
import { importCommand } from './import.ts';
import { init } from './init.ts';
import { model } from './model.ts';
import { questions } from './questions.ts';
import { report } from './report.ts';
import { run } from './run.ts';
import { schema } from './schema.ts';
import { score } from './score.ts';

/** The commands of the tool, in the order of its help. */
export const commands: readonly CommandDefinition[] = [
  run,
  score,
  combine,
  report,
  check,
  form,
  importCommand,
  init,
  questions,
  explain,
  schema,
  model,
  completion,
];
