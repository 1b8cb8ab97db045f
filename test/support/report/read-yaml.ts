import { readFileSync } from 'node:fs';
import { CORE_SCHEMA, load } from 'js-yaml';

/** Parses a file of YAML 1.2. The package `yaml` takes several times as long, seconds for the reports of the tests. */
export function readYamlFile(path: string): unknown {
  return load(readFileSync(path, 'utf8'), { schema: CORE_SCHEMA });
}
