import { writeYaml } from '#document/edit/write.ts';
import { getSchemaUrl } from '#app/version.ts';
import type { Overrides } from '#domain/gate/settings.ts';
import type { ConfigDocument } from '#domain/types/config.ts';
import type { LoadedSettings } from './settings.ts';

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

/** Renders the settings of a run as a config file that says where each comes from. */
export function renderConfig({ settings, config, commandLine, file }: LoadedSettings): string {
  const given = listGiven(commandLine);
  const fromFile = listSettings(config).filter((key) => !given.includes(key));
  const list = (keys: readonly string[]): string => (keys.length === 0 ? 'nothing' : keys.join(', '));
  const { preset, checks: severities, floors, ignore, ...rest } = settings;
  const { failSeverity, maxWarnings, maxDrop, minScore, minElement, minInPlace, minCoverage } = floors;
  return writeYaml(
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
      ignore,
      ...(config?.overrides !== undefined && { overrides: config.overrides }),
    },
    {
      schema: getSchemaUrl('config'),
      header: [
        file === undefined ? 'No config file was found.' : `From ${file}: ${list(fromFile)}.`,
        `From the command line: ${list(given)}.`,
        'All other settings are defaults.',
      ],
    },
  );
}
