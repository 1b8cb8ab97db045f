/** Who answered, in words: by role and by unit. */
import { groupBy } from '#domain/groups.ts';
import { type Messages, formatMessage, joinNames } from '#domain/messages.ts';
import { type Role, roles } from '#domain/model.ts';
import type { Voices } from '#domain/types/report.ts';
import { countRespondents } from '#domain/voices/count-respondents.ts';
import { formatDay } from '#domain/format-day.ts';

const counted = {
  leader: ['voices.leaderOne', 'voices.leaderMany'],
  manager: ['voices.managerOne', 'voices.managerMany'],
  seller: ['voices.sellerOne', 'voices.sellerMany'],
  enablement: ['voices.enablementOne', 'voices.enablementMany'],
  customer: ['voices.customerOne', 'voices.customerMany'],
} as const satisfies Record<Role, readonly (keyof Messages)[]>;

const groups = {
  leader: 'voices.leaders',
  manager: 'voices.managers',
  seller: 'voices.sellers',
  enablement: 'voices.enablements',
  customer: 'voices.customers',
} as const satisfies Record<Role, keyof Messages>;

/** Writes a number from 2 to 12 as a word, others as digits. */
function writeNumber(number: number, messages: Messages): string {
  return messages['voices.numbers'].split(' ')[number - 2] ?? String(number);
}

/** Counts people of a role in words: `eight sellers`, `one leader`. */
export function countPeople(role: Role, count: number, messages: Messages): string {
  const [one, many] = counted[role];
  return count === 1 ? messages[one] : formatMessage(messages, many, { count: writeNumber(count, messages) });
}

/** Says who answered, by role: `One leader, three managers and eight sellers answered.` */
export function describeWhoAnswered(voices: Voices, messages: Messages): string {
  const people = roles.flatMap((role) => {
    const count = countRespondents(voices, role);
    return count === 0 ? [] : [countPeople(role, count, messages)];
  });
  const sentence = formatMessage(messages, 'voices.answered', { people: joinNames(people, messages) });
  return sentence.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** People of a role in a unit. */
export interface PeopleRow {
  readonly role: string;
  /** Empty for people without a unit. */
  readonly unit: string;
  readonly count: number;
  /** Names that the report has. */
  readonly names: readonly string[];
}

/** Lists who answered by role and, within a role, by unit. People without a unit come first. */
export function listPeople({ respondents }: Voices, messages: Messages): readonly PeopleRow[] {
  return roles.flatMap((role) => {
    const own = respondents.filter((respondent) => respondent.role === role);
    return [...groupBy(own, ({ unit = '' }) => unit)]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([unit, people]) => ({ unit, people, count: countRespondents({ respondents: people }) }))
      .map(({ unit, people, count }) => ({
        role: count === 1 ? messages[`role.${role}`] : messages[groups[role]],
        unit,
        count,
        names: people.flatMap(({ name }) => (name === undefined ? [] : [name])),
      }));
  });
}

/** Names a group of people: `Leader`, `Managers in North`, `Sellers in Export and no unit`. */
export function nameGroup(
  {
    role,
    count,
    units = [],
    withoutUnit = false,
  }: {
    readonly role: Role;
    readonly count: number;
    readonly units?: readonly string[];
    readonly withoutUnit?: boolean | undefined;
  },
  messages: Messages,
): string {
  const group = count === 1 ? messages[`role.${role}`] : messages[groups[role]];
  const where = [...units, ...(withoutUnit ? [messages['voices.noUnit']] : [])];
  return where.length === 0
    ? group
    : formatMessage(messages, 'voices.inUnits', { group, units: joinNames(where, messages) });
}

/** Says when the team agreed on answers; undefined if it did not. */
export function describeAgreed({ agreed }: Voices, messages: Messages): string | undefined {
  return (
    agreed &&
    formatMessage(messages, 'voices.agreedOn', {
      date: formatDay(agreed.on, messages),
      people: formatMessage(messages, 'voices.peopleCount', { count: writeNumber(agreed.voices, messages) }),
    })
  );
}
