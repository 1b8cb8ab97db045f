import type { MessagePlaceholders } from './types/messages.ts';

/** Key of a message. */
export type MessageKey = keyof MessagePlaceholders;

/** The message for every key, in the language of the model. */
export type Messages = Readonly<Record<MessageKey, string>>;

type Filling<K extends MessageKey> = [MessagePlaceholders[K]] extends [never]
  ? []
  : [Readonly<Record<MessagePlaceholders[K], string | number>>];

/** Returns the message for a key, with each `{place}` filled in. Values are not expanded again. */
export function formatMessage<K extends MessageKey>(
  messages: Messages,
  key: K,
  ...filling: Filling<K>
): string {
  const values: Readonly<Record<string, string | number>> = filling[0] ?? {};
  return messages[key].replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : place,
  );
}

/** Returns the key of the message with a text of a check. */
export function makeCheckKey(check: string, text: 'title' | 'remedy'): string {
  return `check.${check.replace('/', '.')}.${text}`;
}

/** Returns a text of a check in the language of the messages; undefined for a check that they do not know. */
export function findCheckText(
  messages: Messages,
  check: string,
  text: 'title' | 'remedy',
): string | undefined {
  return (messages as Readonly<Record<string, string | undefined>>)[makeCheckKey(check, text)];
}

/** Returns the placeholders of a text, such as `name` for `{name}`. */
export function findPlaceholders(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''));
}

/** Joins names to a list: `Process, Method and Execution`. */
export function joinNames(names: readonly string[], messages: Messages): string {
  const last = names.at(-1) ?? '';
  if (names.length < 2) return last;
  return formatMessage(messages, 'report.and', { names: names.slice(0, -1).join(', '), last });
}
