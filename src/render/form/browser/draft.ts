import type { Fields } from '#domain/form/fields.ts';

/** A draft as it is stored. */
interface Stored {
  /** Goes up by one with each change, so that a tab sees that another one wrote. */
  readonly revision: number;
  readonly fields: Fields;
}

/** The draft of a form in the storage of the browser, which every tab with the form shares. */
export class Draft {
  readonly #key: string;
  readonly #storage: Storage | undefined;
  #revision = 0;

  private constructor(key: string, storage: Storage | undefined) {
    this.#key = key;
    this.#storage = storage;
  }

  /** Opens the draft. If the browser stores nothing, the draft is never saved. */
  static open(key: string): Draft {
    try {
      // Reading is not enough: some browsers only refuse to write.
      localStorage.setItem(`${key}.test`, '');
      localStorage.removeItem(`${key}.test`);
      return new Draft(key, localStorage);
    } catch {
      return new Draft(key, undefined);
    }
  }

  /** Whether the browser stores the draft. */
  get isKept(): boolean {
    return this.#storage !== undefined;
  }

  #find(): Stored | undefined {
    try {
      const stored = JSON.parse(this.#storage?.getItem(this.#key) ?? 'null') as Stored | null;
      return stored === null || typeof stored.fields !== 'object' ? undefined : stored;
    } catch {
      return undefined;
    }
  }

  /** Reads the draft, and remembers which state of it this tab has seen. Returns undefined if there is none. */
  read(): Fields | undefined {
    const stored = this.#find();
    this.#revision = stored?.revision ?? 0;
    return stored?.fields;
  }

  /**
   * Stores changed fields, together with what other tabs stored meanwhile.
   *
   * @param all every field of this tab, for a draft that is not there yet
   * @returns the fields of the draft if another tab wrote since this one last read it; undefined if none did
   */
  change(changed: Fields, all: Fields): Fields | undefined {
    const stored = this.#find();
    const isOthers = stored !== undefined && stored.revision !== this.#revision;
    const fields = { ...(stored?.fields ?? all), ...changed };
    this.#revision = (stored?.revision ?? this.#revision) + 1;
    this.#storage?.setItem(this.#key, JSON.stringify({ revision: this.#revision, fields }));
    return isOthers ? fields : undefined;
  }

  /** Deletes the draft. */
  delete(): void {
    this.#storage?.removeItem(this.#key);
    this.#revision = 0;
  }

  /** Calls a function whenever another tab changed or deleted the draft. */
  onOtherTab(listener: (fields: Fields | undefined) => void): void {
    addEventListener('storage', ({ key }) => {
      if (key === this.#key || key === null) listener(this.read());
    });
  }
}
