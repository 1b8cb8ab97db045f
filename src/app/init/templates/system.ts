import { writeYaml } from '#document/edit/write.ts';
import type { SystemPath } from '#domain/prefill-system.ts';
import { type Filled, fillTemplate, renderRemark } from './commented.ts';
import type { Scaffold } from './scaffold.ts';
import { systemTemplate } from './system-template.ts';

/** Maximum length of all remarks together, in characters. Far below the limit of a document. */
const mostRemarks = 200_000;

function collectRemarks({ learned }: Scaffold): Map<string, string[]> {
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

/** Returns a copy with one more value. */
function addValue(filled: Filled, [key = '', ...rest]: SystemPath, value: unknown): Filled {
  const inner = filled[key];
  return {
    ...filled,
    [key]: rest.length === 0 ? value : addValue((inner ?? {}) as Filled, rest, value),
  };
}

/** Renders a declared system: known values are filled in, everything else is explained and commented out. */
export function renderSystem(scaffold: Scaffold): string {
  const { organization, roles, units, learned, schemaUrl } = scaffold;
  const known: Filled = {
    ...(units.length > 0 && { units }),
    ...(roles.length > 0 && { roles }),
  };
  const filled = (learned?.values ?? []).reduce<Filled>(
    (before, { path, value }) => addValue(before, path, value),
    known,
  );
  const head = writeYaml(
    { kind: 'sales-system', schemaVersion: 1, organization: { name: organization.name } },
    {
      schema: schemaUrl('sales-system'),
      header: [
        'The declared sales system: why, what, how, and how it becomes habit.',
        'Lines with ## explain a section. Lines with # are examples: remove the "# " and replace them with what is',
        'true in your company. `sales-audit check` reports what is missing.',
      ],
    },
  );
  const note = organization.isAssumed
    ? ['## This is the name of the folder. Replace it with the name of your organization.']
    : [];
  return [
    head.trimEnd(),
    ...note,
    '',
    ...fillTemplate(systemTemplate.split('\n'), filled, collectRemarks(scaffold)),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}
