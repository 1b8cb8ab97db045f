import pMap from 'p-map';
import type { AnyDocument } from '#document/read/read-document.ts';
import type { Sourced } from '#document/read/sourced.ts';
import type { Model } from '#domain/model.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { ConfigDocument } from '#domain/types/config.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import { clearGitCache } from '#io/git/git.ts';
import { normalizeName } from '#domain/answers/normalize-name.ts';
import { makeFindSellers } from '#app/combine/sellers-medians.ts';
import { type Surroundings, checkOpened } from '#app/findings/check-document.ts';
import { makeFindSystemsBeside } from '#app/findings/systems-beside.ts';
import { checkReportFile } from './check-report.ts';
import type { CheckedFile, CheckedInput } from '#app/findings/checked-file.ts';
import type { Pace } from '#app/progress.ts';
import { readAnyAgainst } from '#app/read-document.ts';

/** Clears what earlier runs cached. */
export const clearCaches = clearGitCache;

/** A report that was read. */
interface OpenedReport {
  readonly read: { readonly ok: true; readonly document: Sourced<ReportDocument> };
}

/** Returns answers that were read; none for another document. */
function getAnswers({ kind, read }: AnyDocument): Sourced<AnswersDocument>[] {
  return kind === 'answers' && read.ok ? [read.document as Sourced<AnswersDocument>] : [];
}

function isReport(opened: AnyDocument): opened is AnyDocument & OpenedReport {
  return opened.kind === 'report' && opened.read.ok;
}

/** Returns the name of the organization of a combined report, as names are compared; none for another document. */
function nameCombined(opened: AnyDocument): string[] {
  if (!isReport(opened)) return [];
  const { organization, voices } = opened.read.document.value;
  return voices === undefined ? [] : [normalizeName(organization.name)];
}

/** Files checked at the same time: each may wait for git. */
const filesAtOnce = 8;

/** What files are checked with. */
export interface CheckSetup {
  readonly model: Model;
  readonly asOf: string;
  /**
   * Loads the model that a settings file is for; if absent, it is `model`.
   *
   * @param path absolute path of the settings file; undefined for standard input
   * @param named the model that it names; undefined if it names none
   */
  readonly loadConfigModel?: (path: string | undefined, named: ConfigDocument['model']) => Promise<Model>;
  readonly pace?: Pace | undefined;
}

/**
 * Checks files together, declared systems first, because their failing checks can disprove answers. Compares the
 * answers of a leader with those of the sellers. Sorts the results by name.
 */
export async function checkFiles(
  inputs: readonly CheckedInput[],
  { model, asOf, loadConfigModel = async () => model, pace = async () => undefined }: CheckSetup,
): Promise<CheckedFile[]> {
  const checked: CheckedFile[] = [];
  const later: { readonly input: CheckedInput; readonly opened: AnyDocument }[] = [];
  /** Declared systems by the name of their organization, as names are compared. */
  const systems = new Map<string, CheckedFile[]>();
  const documents = new Map<string, AnyDocument>();
  const findSystemsBeside = makeFindSystemsBeside(model, asOf);
  const findFailingChecks = async (
    organization: string,
    path: string | undefined,
  ): Promise<ReadonlySet<string> | undefined> => {
    const name = normalizeName(organization);
    const known = systems.get(name);
    const beside = path === undefined || known !== undefined ? [] : await findSystemsBeside(path);
    const [own, ...others] =
      known ?? beside.filter((system) => normalizeName(system.organization ?? '') === name);
    // If a company has two systems, it is unknown which one the answers are about.
    return own === undefined || others.length > 0
      ? undefined
      : new Set(own.findings.map(({ check }) => check));
  };
  const checkOne = async (
    input: CheckedInput,
    opened: AnyDocument,
    findSellers: Surroundings['findSellers'] = () => undefined,
  ): Promise<void> => {
    const file = isReport(opened)
      ? await checkReportFile(opened.read.document, input, { model, asOf }, (path) => documents.get(path))
      : await checkOpened(input, opened, { model, asOf, findFailingChecks, findSellers });
    if (file.organization !== undefined) {
      const name = normalizeName(file.organization);
      systems.set(name, [...(systems.get(name) ?? []), file]);
    }
    checked.push(file);
    await pace(checked.length);
  };
  await pMap(
    inputs,
    async (input) => {
      const opened = await readAnyAgainst(input.file, await input.read(), model, (named) =>
        loadConfigModel(input.path, named),
      );
      if (input.path !== undefined) documents.set(input.path, opened);
      if (opened.kind !== 'sales-system') {
        later.push({ input, opened });
        return;
      }
      await checkOne(input, opened);
    },
    { concurrency: filesAtOnce },
  );
  // The check of a combined report finds what is disputed in its answers, so it is not found in them once more.
  const combined = new Set(later.flatMap(({ opened }) => nameCombined(opened)));
  const answers = later
    .flatMap(({ opened }) => getAnswers(opened))
    .filter(({ value }) => !combined.has(normalizeName(value.organization.name)));
  const findSellers = makeFindSellers(answers, model, asOf);
  await pMap(later, ({ input, opened }) => checkOne(input, opened, findSellers), {
    concurrency: filesAtOnce,
  });
  return checked.toSorted((a, b) => (a.file < b.file ? -1 : 1));
}
