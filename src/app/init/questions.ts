import type { Role, Unit } from '#domain/types/sales-system.ts';
import type { Asker } from '#io/terminal/asker.ts';
import { escapeLine } from '#render/escape.ts';
import type { CiSystem } from './templates/workflow.ts';

/** Answers of the person, or defaults from flags and the folder. */
export interface InitAnswers {
  readonly organization: { readonly name: string; readonly isAssumed: boolean };
  readonly roles: readonly Pick<Role, 'id' | 'motion'>[];
  readonly units: readonly Unit[];
  readonly ci: CiSystem | 'none';
}

const longestId = 60;

/** Makes an id of a name: lowercase Latin letters, digits and hyphens. Empty if the name has no Latin letter. */
export function getId(name: string): string {
  return name
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, longestId)
    .replace(/-+$/, '');
}

/** Splits a line into names, one for each id. */
function splitNames(line: string): Map<string, string> {
  const names = new Map<string, string>();
  for (const name of line.split(',').map((part) => part.trim())) {
    if (name !== '' && !names.has(getId(name))) names.set(getId(name), name);
  }
  return names;
}

function findListFault(line: string): string | undefined {
  const names = splitNames(line);
  if (names.size > 50) return 'That is more than 50. Name the main ones, and add the others to the file.';
  const long = [...names.values()].find((name) => name.length > 300);
  if (long !== undefined) return 'One of the names has more than 300 characters.';
  return names.has('')
    ? `${JSON.stringify(escapeLine(names.get('') ?? ''))} has no Latin letter, which an id needs. Write it in Latin letters.`
    : undefined;
}

async function askRoles(asker: Asker): Promise<InitAnswers['roles']> {
  const line = await asker.text({
    message: 'Which selling roles are there? (separated by commas, Enter skips)',
    hint: 'For example: hunter, key account manager',
    validate: findListFault,
  });
  const roles: Pick<Role, 'id' | 'motion'>[] = [];
  for (const [id, name] of splitNames(line)) {
    const motion = await asker.choose({
      message: `What does a ${escapeLine(name)} do?`,
      choices: [
        { name: 'hunter: wins new customers', value: 'hunter' },
        { name: 'farmer: grows existing customers', value: 'farmer' },
        { name: 'hybrid: both', value: 'hybrid' },
        { name: 'not decided', value: 'open' },
      ] as const,
    });
    roles.push({ id, ...(motion !== 'open' && { motion }) });
  }
  return roles;
}

/** Parses the units of a line: an id for each name. */
export function parseUnits(line: string): Unit[] {
  return [...splitNames(line)].map(([id, region]) => ({ id, region }));
}

const systems = [
  { name: 'GitHub', value: 'github' },
  { name: 'GitLab', value: 'gitlab' },
  { name: 'none or another', value: 'none' },
] as const;

/** Asks for everything that is not `given`. `likely` has the defaults. */
export async function askInit(
  asker: Asker,
  given: { readonly organization: string | undefined; readonly ci: CiSystem | 'none' | undefined },
  likely: InitAnswers,
): Promise<InitAnswers> {
  let organization = likely.organization;
  if (given.organization === undefined) {
    const name = await asker.text({
      message: 'Which organization is this about?',
      hint: `Press Enter for ${JSON.stringify(escapeLine(likely.organization.name))}.`,
      validate: (text) => (text.length > 300 ? 'That is more than 300 characters.' : undefined),
    });
    organization = name === '' ? { ...likely.organization, isAssumed: false } : { name, isAssumed: false };
  }
  const roles = await askRoles(asker);
  const known = likely.units.map(({ id, region }) => region ?? id).join(', ');
  const line = await asker.text({
    message: 'Which regions, teams or units sell? (separated by commas, Enter skips)',
    ...(known !== '' && { hint: `Press Enter for ${JSON.stringify(escapeLine(known))}.` }),
    validate: findListFault,
  });
  const ci =
    given.ci ??
    (await asker.choose({
      message: 'Where does your CI run?',
      choices: systems.toSorted((a, b) => Number(b.value === likely.ci) - Number(a.value === likely.ci)),
    }));
  return { organization, roles, units: line === '' ? likely.units : parseUnits(line), ci };
}
