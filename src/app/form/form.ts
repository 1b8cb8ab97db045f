import type { Outcome } from '#domain/verdict.ts';
import { type Context, parseOutput } from '#app/context.ts';
import { selectModel } from '#app/model/select-model.ts';
import { renderForm } from './render-form.ts';
import { type FormStartOptions, startForm } from './start-form.ts';

/** Options of `form`. */
export interface FormOptions extends FormStartOptions {
  readonly output?: string;
}

/** Writes a form for people who live in no terminal. */
export async function writeForm(context: Context, options: FormOptions): Promise<Outcome> {
  const output = parseOutput(options.output);
  const model = await selectModel(context, options);
  const form = await startForm(context, model, options);
  await context.write([{ file: output, text: renderForm(form, model.messages['form.sendFile']) }]);
  return { end: 'done' };
}
