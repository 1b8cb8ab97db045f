import { writeYaml } from '#document/edit/write.ts';
import type { SystemPath } from '#domain/prefill-system.ts';
import { type Filled, fillTemplate, renderRemark } from './commented.ts';
import type { Scaffold } from './scaffold.ts';
import { systemTemplate } from './system-template.ts';

/** Characters of all remarks together: far below what a document may have. */
const mostRemarks = 200_000;

function remarksOf({ learned }: Scaffold): Map<string, string[]> {
  const remarks = new Map<string, string[]>();
  let length = 0;
  for (const { path, text } of learned?.remarks ?? []) {
    const line = renderRemark(text);
    length += line.length;
    if (length > mostRemarks) continue;
    const key = path.join('.');
    const there = remarks.get(key) ?? [];
    remarks.set(key, there.includes(line) ? there : [...there, line]);
  }
  return remarks;
}

/** What is filled in, with one value more. */
function withValue(filled: Filled, [key = '', ...rest]: SystemPath, value: unknown): Filled {
  const inner = filled[key];
  return {
    ...filled,
    [key]: rest.length === 0 ? value : withValue((inner ?? {}) as Filled, rest, value),
  };
}

/** A declared system that is true and nearly empty: what is known is filled in, the rest is explained. */
export function renderSystem(scaffold: Scaffold): string {
  const { organization, roles, units, learned, schemaUrl } = scaffold;
  const known: Filled = {
    ...(units.length > 0 && { units }),
    ...(roles.length > 0 && { roles }),
  };
  const filled = (learned?.values ?? []).reduce<Filled>(
    (before, { path, value }) => withValue(before, path, value),
    known,
  );
  const head = writeYaml(
    { kind: 'sales-system', schemaVersion: 1, organization: { name: organization.name } },
    {
      schema: schemaUrl('sales-system'),
      header: [
        'The sales system as it is declared: why, what, how, and how it becomes habit.',
        'Lines with ## say what belongs in a section. Lines with # are examples: take away the "# " in front and',
        'put what is true in your company in their place. `sales-audit check` tells what is missing.',
      ],
    },
  );
  const note = organization.isAssumed
    ? ['## The name of the organization is that of the folder: put your own.']
    : [];
  return [
    head.trimEnd(),
    ...note,
    '',
    ...fillTemplate(systemTemplate.split('\n'), filled, remarksOf(scaffold)),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}
