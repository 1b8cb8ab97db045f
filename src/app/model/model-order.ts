import { relative } from 'node:path';
import { InvalidDocumentError, UsageError } from '#domain/errors.ts';
import type { Model } from '#domain/model.ts';
import { type CommandPart, renderCommand } from '#render/shell.ts';
import type { Context } from '#app/context.ts';

/** Loads the model of a name, which builds on the one before it. Throws if it does not fit. */
type Load = (name: string, before: Model | undefined) => Promise<Model>;

/** Most names whose orders are all tried. */
const mostNames = 5;

/** Finds an order in which models build on each other; undefined if there is none. */
async function findOrder(
  names: readonly string[],
  load: Load,
  before?: Model,
): Promise<readonly string[] | undefined> {
  if (names.length === 0) return [];
  for (const name of names) {
    try {
      const model = await load(name, before);
      const others = names.filter((other) => other !== name);
      const after = await findOrder(others, load, model);
      if (after !== undefined) return [name, ...after];
    } catch (error) {
      if (!(error instanceof UsageError || error instanceof InvalidDocumentError)) throw error;
    }
  }
  return undefined;
}

/** Throws a UsageError with the right order if models that do not load are only named in the wrong one. */
export async function requireOrder(
  { host, resolvePath }: Context,
  names: readonly string[],
  load: Load,
): Promise<void> {
  const order = names.length > mostNames ? undefined : await findOrder(names, load);
  if (order === undefined) return;
  // Settings name folders beside themselves, which are absolute paths here.
  const formatName = (name: string): string =>
    name === resolvePath(name) ? relative(host.cwd, name) || '.' : name;
  const parts = order.flatMap((name): CommandPart[] => ['--model', { file: formatName(name) }]);
  throw new UsageError(
    `The models are named in the wrong order: ${names.map(formatName).join(', ')}. Each builds on the ones before it.`,
    `Name them in this order: ${renderCommand(parts, host.shell)}`,
  );
}
