/** The names that a declared system gives to its units and leads, for reports that show no ids. */
import type { Finding } from '#domain/types/report.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';

/** Returns the region of each unit and the metric of each lead, by id. An id with several meanings has no name. */
export function findDeclaredNames({
  units = [],
  process,
  method,
  execution,
}: SystemDocument): ReadonlyMap<string, string> {
  const leads = execution?.measurement?.segments?.flatMap((segment) => segment.leads ?? []) ?? [];
  const taken = [...(process?.stages ?? []), ...(method?.skills ?? [])].map(({ id }) => id);
  const names = new Map<string, string>();
  const ambiguous = new Set(taken);
  const add = (id: string, name: string | undefined): void => {
    if (name === undefined) return;
    if (names.has(id) && names.get(id) !== name) ambiguous.add(id);
    names.set(id, name);
  };
  for (const { id, region } of units) add(id, region);
  for (const { id, metric } of leads) add(id, metric);
  for (const id of ambiguous) names.delete(id);
  return names;
}

/** Returns the names of the ids in the message of a finding, as a key of the finding; nothing if it has none. */
export function nameIds(
  { message }: Pick<Finding, 'message'>,
  names: ReadonlyMap<string, string>,
): Pick<Finding, 'names'> {
  const ids = [...message.matchAll(/`([^`]+)`/g)].flatMap(([, code = '']) => code.split('/'));
  const found = [...new Set(ids)].flatMap((id) => {
    const name = names.get(id);
    return name === undefined ? [] : [[id, name] as const];
  });
  return found.length === 0 ? {} : { names: Object.fromEntries(found) };
}
