import type { Model } from '#domain/model.ts';
import { makeSettings } from '#domain/gate/settings.ts';
import type { CheckResult } from '#domain/types/check.ts';
import type { ConfigDocument } from '#domain/types/config.ts';
import { type Text, toBytes, requireDay } from './text.ts';

/** A document to check. It says itself of which kind it is. */
export interface CheckInput {
  readonly text: Text;
  /** The file as findings name it: `path`, or else `-`, where it is absent. Each of several needs its own. */
  readonly file?: string | undefined;
  /**
   * Absolute path of the file. With it, what lies around the file is looked at, as the command does: references of
   * a declared system and its history in git, sources of a report. Without it, nothing but the text is.
   */
  readonly path?: string | undefined;
}

/** What documents are checked with. */
export interface CheckOptions {
  readonly model: Model;
  /** The day that the run speaks for, as YYYY-MM-DD. */
  readonly asOf: string;
  /**
   * Settings of the gate, as `readConfig` gives them; the recommended ones where they are absent. The preset,
   * severities and floors count. A baseline, an earlier state, a model and files to ignore are for the command.
   */
  readonly config?: ConfigDocument | undefined;
}

function isText(input: Text | CheckInput | readonly CheckInput[]): input is Text {
  return typeof input === 'string' || input instanceof Uint8Array;
}

/**
 * Checks documents and decides the gate: declared systems, answers, reports, and the files of models and settings.
 * The same as `sales-audit check --format json`. Several documents are checked together: what fails in a declared
 * system can disprove the answers of the same organization.
 *
 * @param input one document, or several
 * @param options the model, the day and the settings of the gate
 * @returns findings by file and place, scores, and the verdict. A text that cannot be read is a finding: never
 *   throws for what stands in a text
 * @throws RangeError where `asOf` is no date that exists
 */
export async function check(
  input: Text | CheckInput | readonly CheckInput[],
  { model, asOf, config }: CheckOptions,
): Promise<CheckResult> {
  requireDay(asOf);
  const [{ clearCaches, checkFiles, buildCheckReport }, { checkResultOf }] = await Promise.all([
    import('#app/gate/run-gate.ts'),
    import('#render/check/json.ts'),
  ]);
  clearCaches();
  const given = isText(input) ? [{ text: input }] : [input].flat();
  const inputs = given.map(({ text, path, file = path ?? '-' }: CheckInput) => ({
    path,
    file,
    read: async () => toBytes(text),
  }));
  const files = await checkFiles(inputs, model, asOf);
  return checkResultOf(buildCheckReport(files, { model, asOf, settings: makeSettings(config, {}) }));
}
