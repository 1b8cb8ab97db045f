import { basename, join } from 'node:path';
import { UsageError } from '#domain/errors.ts';
import type { Outcome } from '#domain/verdict.ts';
import { limits } from '#document/read/limits.ts';
import { isFolder } from '#io/files.ts';
import { readInput } from '#app/answers/input.ts';
import { type CommonOptions, type Context, type Output, parseOutput } from '#app/context.ts';
import type { ModelOption } from '#app/model/select-model.ts';
import { readForm, toFormFaults } from './read-form.ts';

/** Options of `import`. */
export interface ImportOptions extends CommonOptions, ModelOption {
  readonly output?: string;
}

/** Names the answers file of each form. Throws a UsageError if two of them would have the same name. */
async function nameOutputs(
  context: Context,
  files: readonly string[],
  output: string | undefined,
): Promise<readonly Output['file'][]> {
  const isIntoFolder = output !== undefined && (await isFolder(context.resolvePath(output)));
  if (!isIntoFolder && files.length > 1)
    throw new UsageError(
      'Several forms make several answers files.',
      'Give an existing folder for them with -o FOLDER.',
    );
  if (!isIntoFolder) return [output];
  const names = files.map((file) => join(output, `${basename(file).replace(/\.\w+$/, '')}.answers.yaml`));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return names;
  throw new UsageError(`Two of the forms would both be written to ${twice}.`, 'Rename one of them.');
}

/** Turns filled-in forms into answers files. Names what cannot be read, and imports the rest. */
export async function importForms(
  context: Context,
  files: readonly string[],
  options: ImportOptions,
): Promise<Outcome> {
  const names = await nameOutputs(context, files, parseOutput(options.output));
  const outputs: Output[] = [];
  let faults = 0;
  for (const [index, file] of files.entries()) {
    const input = await readInput(context, file);
    const form = await readForm(context, input, options).catch((error: unknown) => ({
      text: undefined,
      faults: toFormFaults(error),
    }));
    for (const { place, message } of form.faults.slice(0, limits.faults))
      await context.notify(`${[file, ...(place === '' ? [] : [place])].join(', ')}: ${message}\n`);
    const more = form.faults.length - limits.faults;
    if (more > 0) await context.notify(`${file}: ${more} more faults.\n`);
    faults += form.faults.length;
    if (form.text !== undefined) outputs.push({ file: names[index], text: form.text });
    else await context.notify(`${file}: nothing was imported.\n`);
  }
  await context.write(outputs);
  for (const { file } of outputs) if (file !== undefined) await context.notify(`Wrote ${file}\n`);
  return faults === 0 ? { end: 'done' } : { end: 'invalid', faults, subject: 'document' };
}
