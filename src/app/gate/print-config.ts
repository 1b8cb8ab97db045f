import { writeYaml } from '#document/edit/write.ts';
import { getSchemaUrl } from '#app/version.ts';
import type { LoadedSettings } from './settings.ts';

/** Renders the settings of a run as a config file that says where each comes from. */
export function renderConfig({ settings, overrides, file, given, configured }: LoadedSettings): string {
  const fromFile = configured.filter((key) => !given.includes(key));
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
      ...(overrides.length > 0 && { overrides }),
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
