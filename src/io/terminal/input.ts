/** What a person does at the keyboard: presses a key, or pastes a text. */
export type Input =
  | {
      readonly kind: 'key';
      /** Name of the key, as Node calls it: `return`, `left`, `a`. */
      readonly name: string;
      /** The text that the key types; empty if it types none. */
      readonly text: string;
      readonly ctrl: boolean;
      readonly meta: boolean;
    }
  | {
      readonly kind: 'paste';
      readonly text: string;
      /** Whether Enter followed at once. Only where the terminal does not mark pastes. */
      readonly isEntered: boolean;
    };

/** A key that is pressed. */
export type KeyPress = Extract<Input, { kind: 'key' }>;

/** Returns whether a key is Enter. */
export const isEnter = ({ name }: KeyPress): boolean => name === 'return' || name === 'enter';

/**
 * Returns the keys of a chunk as one paste if they look like one: several characters and a line break among them,
 * which no person types at once. For terminals that do not mark pastes.
 */
export function findUnmarkedPaste(keys: readonly KeyPress[]): Input | undefined {
  const last = keys.at(-1);
  const isEntered = last !== undefined && isEnter(last);
  const body = isEntered ? keys.slice(0, -1) : keys;
  if (!body.every((key) => isEnter(key) || (key.text !== '' && !key.ctrl && !key.meta))) return undefined;
  const text = body.map((key) => (isEnter(key) ? '\n' : key.text)).join('');
  return /[^\n]{3}/u.test(text) ? { kind: 'paste', text, isEntered } : undefined;
}
