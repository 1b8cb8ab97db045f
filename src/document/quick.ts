import { decode } from './decode.ts';
import type { Path } from './fault.ts';
import { type Position, createLocator, createPlaces } from './positions.ts';
import { type QuickParts, readPlain } from './quick-blocks.ts';
import { treeOf } from './quick-tree.ts';

/** A text with the value that it stands for. */
export interface Quick {
  /** The whole text. */
  readonly text: string;
  /** Read again from the text where memory was short: equal each time, but not always the same object. */
  readonly value: QuickParts['value'];
  /** Position of a value or key, as that of `Sourced`; its end is not known. Computed when first asked for. */
  locate(path: Path, what?: 'key' | 'value'): Position;
}

/** What the careful reader explains better: characters that nobody sees, tabs and lone line ends. */
const unseen = /[^\n\r\u0020-\u007e\u00a0-\u2027\u202a-\ufefe\uff00-\ufffd]|\r(?!\n)/;

/**
 * Something that can be made from a text: held as long as there is memory for it, and made again where it is gone.
 * Of thousands of files most are never asked for it a second time.
 */
function remade<T extends object>(first: T, make: () => T): () => T {
  let held = new WeakRef(first);
  return () => {
    const there = held.deref();
    if (there !== undefined) return there;
    const again = make();
    held = new WeakRef(again);
    return again;
  };
}

/**
 * Reads a file that is plain data, many times as fast as the careful reader. undefined where it declines:
 * everything with a fault, and everything that people seldom write (tags, anchors, directives, odd numbers,
 * keys that are no text, text in quotes on several lines ...). What it does read, `readValue` reads as the same
 * value without a fault; a differential test holds the two to that.
 */
export function quickValue(bytes: Uint8Array): Quick | undefined {
  const decoded = decode(bytes);
  if (!decoded.ok) return undefined;
  const { text } = decoded;
  if (unseen.test(text)) return undefined;
  try {
    const parts = remade(readPlain(text), () => readPlain(text));
    const makeLocator = (): Quick['locate'] => {
      const { value, starts } = parts();
      return createLocator(treeOf(value, starts), createPlaces(text));
    };
    let locate: (() => Quick['locate']) | undefined;
    return {
      text,
      get value() {
        return parts().value;
      },
      locate: (path, what) => {
        locate ??= remade(makeLocator(), makeLocator);
        return locate()(path, what);
      },
    };
  } catch {
    // Declined, or a fault that the careful reader explains.
    return undefined;
  }
}
