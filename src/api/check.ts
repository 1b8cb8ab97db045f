import { requireDay } from '#domain/dates.ts';
import type { Model } from '#domain/model.ts';
import { makeSettings } from '#domain/gate/settings.ts';
import type { CheckResult } from '#domain/types/check.ts';
import type { ConfigDocument } from '#domain/types/config.ts';
import { requireModel, requireOptions, requirePath, requireText, requireType } from './options.ts';
import { type Text, toBytes } from './text.ts';

/** A document to check. Its kind is read from the document. */
export interface CheckInput {
  readonly text: Text;
  /** Name of the file in findings; must be unique. Defaults to `path`, or else `-`. */
  readonly file?: string | undefined;
  /**
   * Absolute path of the file. If given, the surroundings of the file are checked too, as by the command:
   * references of a declared system and its history in git, sources of a report. If absent, only the text is
   * checked.
   */
  readonly path?: string | undefined;
}

/** Options of `check`. */
export interface CheckOptions {
  readonly model: Model;
  /** The date of the run, as YYYY-MM-DD. */
  readonly asOf: string;
  /**
   * Settings of the gate, from `readConfig`; defaults to the recommended ones. Only the preset, severities,
   * floors, the maximum age of evidence and overrides are used; globs match the names of the inputs. A model and files
   * to ignore are for the command, because `model` and the inputs say both. A limit that no input can miss fails. What
   * takes an earlier state or a baseline (`against`, `maxDrop`, `baseline`) is refused: only the command judges it.
   */
  readonly config?: ConfigDocument | undefined;
}

function isText(input: Text | CheckInput | readonly CheckInput[]): input is Text {
  return typeof input === 'string' || input instanceof Uint8Array;
}

/** Settings that only the command can judge: it has a repository, and a baseline. */
const commandOnly = ['against', 'maxDrop', 'baseline'] as const;

/** Throws a TypeError if settings limit what takes more than documents to judge: the gate must not pass it unseen. */
function requireJudgeable(config: ConfigDocument): void {
  for (const part of [config, ...(config.overrides ?? [])]) {
    const key = commandOnly.find((each) => Object.hasOwn(part, each));
    if (key === undefined) continue;
    throw new TypeError(
      `The option \`config\` has \`${key}\`, which only the command \`sales-audit check\` evaluates: ` +
        'it reads the baseline and the earlier state. Remove it here, and run the command instead.',
    );
  }
}

/** Throws a TypeError unless inputs are texts, of which no two have the same name. */
function requireInputs(inputs: readonly CheckInput[]): void {
  const seen = new Set<string>();
  for (const input of inputs) {
    requireOptions('input', input, ['text', 'file', 'path']);
    requireText('text', input.text);
    requireType('file', input.file, 'string');
    requirePath('path', input.path);
    const name = input.file ?? input.path ?? '-';
    if (seen.has(name)) {
      throw new TypeError(
        `Two of the inputs are called ${JSON.stringify(name)}: give each its own \`file\`.`,
      );
    }
    seen.add(name);
  }
}

/** Throws a TypeError with the first fault of settings that no file could contain. */
async function requireConfig(config: ConfigDocument, model: Model): Promise<void> {
  const { readConfig } = await import('#app/read-document.ts');
  const text = JSON.stringify(config) ?? '';
  const read = await readConfig('config', toBytes(text), () => Promise.resolve(model));
  if (!read.ok) throw new TypeError(`The option \`config\` is not valid: ${read.findings[0]?.message}`);
  requireJudgeable(config);
}

/**
 * Checks documents and decides the gate: declared systems, answers, reports, and the files of models and
 * settings. Gives the same result as `sales-audit check --format json`. Several documents are checked
 * together: a failing check of a declared system can disprove the answers of the same organization, and the answers
 * of a leader are compared with those of the sellers.
 *
 * @param input one document, or several
 * @param options the model, the date and the settings of the gate
 * @returns findings by file and position, scores, and the verdict. An unreadable text is a finding, not an
 *   exception
 * @throws RangeError if `asOf` is not a valid date, TypeError if an option does not exist, if `config` is not valid or has
 *   what only the command judges, if two inputs have the same name, or if there is nothing to check
 */
export async function check(
  input: Text | CheckInput | readonly CheckInput[],
  options: CheckOptions,
): Promise<CheckResult> {
  requireOptions('options', options, ['model', 'asOf', 'config']);
  const { model, asOf, config } = options;
  requireDay(asOf);
  requireModel(model);
  const given = isText(input) ? [{ text: input }] : [input].flat();
  if (given.length === 0) throw new TypeError('There is nothing to check.');
  requireInputs(given);
  const [
    { clearCaches, checkFiles },
    { buildCheckReport },
    { listIdleSettings, makeSettingsLookup },
    { toCheckResult },
  ] = await Promise.all([
    import('#app/gate/run-gate.ts'),
    import('#app/gate/build-check-report.ts'),
    import('#app/gate/overrides.ts'),
    import('#render/check/json.ts'),
  ]);
  if (config !== undefined) await requireConfig(config, model);
  clearCaches();
  const inputs = given.map(({ text, path, file = path ?? '-' }: CheckInput) => ({
    path,
    file,
    read: async () => toBytes(text),
  }));
  const files = await checkFiles(inputs, { model, asOf });
  const settings = makeSettings(config, {});
  const getSettings = await makeSettingsLookup(config, {});
  const scored = files.map(({ file, scores }) => ({ path: file, scores }));
  const idle = config === undefined ? [] : await listIdleSettings(config, {}, scored, true);
  return toCheckResult(buildCheckReport(files, { model, asOf, settings, getSettings, idle }));
}
