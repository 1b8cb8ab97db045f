import type { Sourced } from '#document/read/sourced.ts';
import { writeYaml } from '#document/edit/write.ts';
import { carryOverAnswers, findOutdatedAnswers, makeReference } from '#domain/answers/migrate-answers.ts';
import { UsageError } from '#domain/errors.ts';
import type { Model } from '#domain/model.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import { readBytesIfThere, makeRescuePath } from '#io/files.ts';
import { type Lock, acquireLock } from '#io/lock.ts';
import { requireWritable } from '#io/write/write-targets.ts';
import { writeFiles } from '#io/write/write-files.ts';
import { readAnswers } from './read-answers.ts';
import { getSchemaUrl } from '#app/version.ts';

/** The file was changed by someone else and cannot be read; the answers were saved to `rescue`. */
export class RescuedError extends Error {
  override readonly name = 'RescuedError';
  readonly rescue: string;

  constructor(rescue: string, cause: unknown) {
    super(`Saved to ${rescue}`, { cause });
    this.rescue = rescue;
  }
}

/**
 * The answers file of an interview: the file is the draft. It is locked while it is open, read again
 * before every save so that a person may edit it meanwhile, and written whole or not at all.
 */
export class AnswersFile {
  readonly path: string;
  readonly #name: string;
  readonly #model: Model;
  readonly #lock: Lock;
  #document: AnswersDocument | undefined;
  #isSaved: boolean;

  private constructor(
    path: string,
    name: string,
    model: Model,
    lock: Lock,
    document: AnswersDocument | undefined,
  ) {
    this.path = path;
    this.#name = name;
    this.#model = model;
    this.#lock = lock;
    this.#document = document;
    this.#isSaved = document !== undefined;
  }

  /**
   * Opens and locks a file that may not exist yet.
   *
   * @param name the file as the person called it, for messages
   * @param takesOver whether to take over a lock that another machine left
   */
  static async open(path: string, name: string, model: Model, takesOver = false): Promise<AnswersFile> {
    // Said before anything is asked, and not at the first answer.
    if ((await requireWritable({ path, name })) !== 'file')
      throw new UsageError(`Cannot save answers in ${name}: it is a pipe or a device.`, 'Name a file.');
    const lock = await acquireLock(path, takesOver);
    try {
      const bytes = await readBytesIfThere(path, name);
      const document = bytes === undefined ? undefined : (await readAnswers(name, bytes, model)).value;
      return new AnswersFile(path, name, model, lock, document);
    } catch (error) {
      await lock.release();
      throw error;
    }
  }

  /** The answers; undefined until they are begun. */
  get document(): AnswersDocument | undefined {
    return this.#document;
  }

  /** Whether the file exists. */
  get isSaved(): boolean {
    return this.#isSaved;
  }

  /** Begins with answers that are not worth a file yet: it is created with the first change. */
  begin(document: AnswersDocument): void {
    this.#document = document;
  }

  /** Creates the file. */
  async create(document: AnswersDocument): Promise<void> {
    this.#document = document;
    const text = writeYaml(document, {
      schema: getSchemaUrl('answers'),
      header: ['Answers of a sales-system audit. Saved after every answer; safe to edit by hand.'],
    });
    await writeFiles([{ path: this.path, name: this.#name, text }]);
    this.#isSaved = true;
  }

  /** Changes the answers and saves them, preserving comments and formatting. */
  async change(change: (document: AnswersDocument) => AnswersDocument): Promise<AnswersDocument> {
    const before = this.#document;
    if (before === undefined) throw new TypeError('The answers file has not been created.');
    this.#document = change(before);
    this.#lock.requireHeld();
    const bytes = await readBytesIfThere(this.path, this.#name);
    if (bytes === undefined) {
      await this.create(this.#document);
      return this.#document;
    }
    let current: Sourced<AnswersDocument>;
    try {
      current = await readAnswers(this.#name, bytes, this.#model);
    } catch (error) {
      throw new RescuedError(await this.#rescue(), error);
    }
    this.#document = change(current.value);
    // Loaded with the first answer: the first question need not wait for it.
    const { patchYaml } = await import('#document/edit/patch.ts');
    const text = patchYaml(current.text, { ...this.#document });
    if (text !== current.text) await writeFiles([{ path: this.path, name: this.#name, text }]);
    return this.#document;
  }

  /**
   * Migrates answers from an older version of the model. Answers to ask for again are removed, and the old file
   * is copied first.
   *
   * @returns the ids to ask again and the path of the copy; undefined where nothing has to be asked again
   */
  async carryOver(): Promise<{ readonly outdated: readonly string[]; readonly copy: string } | undefined> {
    const document = this.#document;
    if (
      document === undefined ||
      document.model.version === makeReference(this.#model, document.model.id).version
    )
      return undefined;
    const outdated = findOutdatedAnswers(document, this.#model);
    const copy = this.path.replace(/(\.ya?ml)?$/, `.model-${document.model.version}.yaml`);
    const bytes = await readBytesIfThere(this.path, this.#name);
    if (bytes !== undefined && outdated.length > 0)
      await writeFiles([{ path: copy, name: copy, text: bytes }]);
    await this.change((before) => carryOverAnswers(before, this.#model));
    return outdated.length === 0 ? undefined : { outdated, copy };
  }

  async #rescue(): Promise<string> {
    const rescue = makeRescuePath(this.path);
    const text = writeYaml(this.#document, { schema: getSchemaUrl('answers') });
    await writeFiles([{ path: rescue, name: rescue, text }]);
    return rescue;
  }

  /** Releases the lock of the file. */
  async close(): Promise<void> {
    await this.#lock.release();
  }
}
