import type { CheckReport } from '#domain/gate/check-report.ts';
import type { Settings } from '#domain/gate/settings.ts';
import { inspect, makeCoverage } from '#io/globs.ts';
import type { Context } from '#app/context.ts';
import type { CheckedFile } from '#app/findings/checked-file.ts';
import { type PreparedGroup, getAgainst, judgeGroup } from './group.ts';
import type { CheckOptions, FindSettings } from './settings.ts';

/** Finds for each group the files that came from the folder of its settings, and that no group compares. */
async function findAllMovedOut(
  context: Context,
  prepared: readonly PreparedGroup[],
  checked: readonly CheckedFile[][],
  options: CheckOptions,
  findSettings: FindSettings,
): Promise<readonly CheckedFile[][]> {
  const uncompared = checked
    .filter((_, index) => prepared[index]?.loaded.settings.against === undefined)
    .flat();
  const found: CheckedFile[][] = [];
  for (const { loaded } of prepared) {
    const against = uncompared.length === 0 ? undefined : getAgainst(loaded, options);
    if (against === undefined) found.push([]);
    else {
      const { findMovedOut } = await import('./compare/moved-out.ts');
      found.push(await findMovedOut(context, against, loaded, uncompared, findSettings, options.config));
    }
  }
  return found;
}

/** Decides the gate for every group, with what the run as a whole covers. */
export async function judgeGroups(
  context: Context,
  prepared: readonly PreparedGroup[],
  checked: readonly CheckedFile[][],
  paths: readonly string[],
  options: CheckOptions,
  findSettings: FindSettings,
): Promise<CheckReport[]> {
  const { cwd } = context.host;
  const named = paths.filter((path) => path !== '-');
  const isOnlyInput = named.length === 0 && paths.length > 0;
  // A file from standard input can have been any file that is gone.
  const covers = isOnlyInput ? (path: string) => inspect(path) === 'nothing' : await makeCoverage(cwd, named);
  const getSettings = async (path: string): Promise<Settings> => (await findSettings(path)).getSettings(path);
  const places = named.length === 0 ? [cwd] : named.map((path) => context.resolvePath(path));
  const movedOut = await findAllMovedOut(context, prepared, checked, options, findSettings);
  const compared = [
    ...prepared.filter(({ loaded }) => loaded.settings.against !== undefined).flatMap(({ inputs }) => inputs),
    ...movedOut.flat(),
  ].flatMap(({ path }) => path ?? []);
  const { commandLine } = await findSettings(undefined);
  const reports: CheckReport[] = [];
  for (const [index, group] of prepared.entries()) {
    const isOwn = async (path: string): Promise<boolean> => {
      if (!covers(path)) return false;
      const loaded = await findSettings(path);
      const owner = prepared.find((each) => each.loaded === loaded);
      // What no group owns anymore must not get lost between the groups.
      return group === (owner ?? prepared.find((each) => each.loaded.settings.against !== undefined));
    };
    const isWhole = group.isUnused !== true && covers(group.loaded.folder);
    const wanted = { places, covers: isOwn, compared, getSettings, commandLine, isOnlyInput };
    const [own = [], moved = []] = [checked[index], movedOut[index]];
    reports.push(await judgeGroup(context, group, own, moved, options, wanted, isWhole));
  }
  return reports;
}
