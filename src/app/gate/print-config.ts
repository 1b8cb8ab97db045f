import { escapeComment } from '#document/edit/quoting.ts';
import { writeYaml } from '#document/edit/write.ts';
import { getSchemaUrl } from '#app/version.ts';
import type { Overrides } from '#domain/gate/settings.ts';
import type { ConfigDocument } from '#domain/types/config.ts';
import type { Context } from '#app/context.ts';
import { failsOnStale } from './group.ts';
import type { CheckOptions, LoadedSettings } from './settings.ts';

/** Settings that the command line calls otherwise. */
const settingOf: Readonly<Record<string, string>> = {
  minScore: 'floors.score',
  minInPlace: 'floors.inPlace',
  minCoverage: 'floors.coverage',
};

/** Lists the settings of a config file, each floor on its own. */
function listSettings(config: ConfigDocument | undefined): string[] {
  const { kind: _kind, schemaVersion: _version, floors = {}, ...rest } = config ?? {};
  const { elements = {}, ...others } = floors;
  return [
    ...Object.keys(rest),
    ...Object.keys(others).map((key) => `floors.${key}`),
    ...Object.keys(elements).map((id) => `floors.elements.${id}`),
  ];
}

/** Lists the settings of the command line, each floor on its own. */
function listGiven(commandLine: Overrides): string[] {
  const elements = [...(commandLine.minElement?.keys() ?? [])];
  return Object.keys(commandLine).flatMap((key) =>
    key === 'minElement' ? elements.map((id) => `floors.elements.${id}`) : [settingOf[key] ?? key],
  );
}

/** Adds a comment to the line of each setting, and of each floor. */
function addComments(yaml: string, commentOf: (setting: string) => string): string {
  const above: string[] = [];
  const lines = yaml.split('\n').map((line) => {
    const [, indent = '', key] = /^((?: {2})*)([^\s#:]+):/.exec(line) ?? [];
    if (key === undefined || key === 'kind' || key === 'schemaVersion') return line;
    above.splice(indent.length / 2, Infinity, key);
    const setting = above.join('.');
    const isPart = above.length > 1 && above[0] !== 'floors';
    const hasParts = line.endsWith(':') && /^floors(?:\.elements)?$/.test(setting);
    return isPart || hasParts ? line : `${line} # ${commentOf(setting)}`;
  });
  return lines.join('\n');
}

/** Says where the settings of a run come from. */
function describeSources(
  file: string | undefined,
  { config }: Pick<CheckOptions, 'config'>,
  hasCommandLine: boolean,
): string {
  if (config === false) return 'No config file was read (--no-config).';
  if (file === undefined) return 'No config file was found.';
  return `From ${file}${hasCommandLine ? ' and the command line' : ''}.`;
}

/** Renders the settings of a run as a config file that says beside each value where it comes from. */
export function renderConfig(
  loaded: LoadedSettings,
  options: Pick<CheckOptions, 'config'>,
  env: Context['host']['env'],
): string {
  const { settings, config, commandLine, file } = loaded;
  const given = new Set(listGiven(commandLine));
  const configured = new Set(listSettings(config));
  const { preset, checks: severities, floors, ignore, ...rest } = settings;
  const { failSeverity, maxWarnings, maxDrop, minScore, minElement, minInPlace, minCoverage } = floors;
  const yaml = writeYaml(
    {
      kind: 'config',
      schemaVersion: 1,
      preset,
      checks: Object.fromEntries(severities),
      failSeverity,
      maxWarnings,
      floors: {
        score: minScore,
        elements: Object.fromEntries(minElement),
        inPlace: minInPlace,
        coverage: minCoverage,
      },
      maxDrop,
      ...rest,
      staleBaseline: failsOnStale(settings, env) ? 'fail' : 'pass',
      ignore,
      ...(config?.overrides !== undefined && { overrides: config.overrides }),
    },
    {
      schema: getSchemaUrl('config'),
      header: [describeSources(file, options, given.size > 0)],
    },
  );
  return addComments(yaml, (setting) => {
    if (given.has(setting)) return 'from the command line';
    if (configured.has(setting)) return `from ${escapeComment(file ?? '')}`;
    if (setting === 'failSeverity' && preset === 'strict') return 'default of the preset strict';
    return setting === 'staleBaseline' ? 'default, which depends on CI' : 'default';
  });
}
