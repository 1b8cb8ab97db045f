/** What has to hold before a release: pure, so that each rule is tried out in a test. */

/** A section of the changelog. */
interface Section {
  /** What stands in brackets: a version, or `Unreleased`. */
  readonly name: string;
  readonly date: string | undefined;
  /** Its headings of kind, with the number of lines under each. */
  readonly groups: readonly { readonly name: string; readonly lines: number }[];
}

/** The kinds of change of Keep a Changelog. */
const kindsOfChange = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'];

const versionForm = /^\d+\.\d+\.\d+$/;

function sectionsOf(changelog: string): readonly Section[] {
  return changelog
    .split(/^## /m)
    .slice(1)
    .map((part): Section => {
      const [heading = '', ...rest] = part.split('\n');
      const [, name = heading, date] = /^\[([^\]]+)\](?: - (\S+))?$/.exec(heading) ?? [];
      const groups = rest
        .join('\n')
        .split(/^### /m)
        .slice(1)
        .map((group) => {
          const [title = '', ...lines] = group.split('\n');
          return { name: title, lines: lines.filter((line) => line.trim() !== '').length };
        });
      return { name, date, groups };
    });
}

/** Whether a version is newer than another: 1.10.0 is newer than 1.9.3. */
export function isNewer(version: string, other: string): boolean {
  const [a, b] = [version, other].map((text) => text.split('.').map(Number));
  const place = a?.findIndex((part, index) => part !== b?.[index]) ?? -1;
  return place >= 0 && (a?.[place] ?? 0) > (b?.[place] ?? 0);
}

/** What is wrong with the form of the changelog, whatever is released. */
export function changelogProblems(changelog: string): readonly string[] {
  const sections = sectionsOf(changelog);
  const problems: string[] = [];
  const [first, ...released] = sections;
  if (first?.name !== 'Unreleased' || first.date !== undefined)
    problems.push('The first section has to be `## [Unreleased]`.');
  for (const { name, date, groups } of released) {
    if (!versionForm.test(name) || !/^\d{4}-\d{2}-\d{2}$/.test(date ?? ''))
      problems.push(`\`${name}\` has to be \`## [1.2.3] - YYYY-MM-DD\`.`);
    if (groups.length === 0) problems.push(`${name} says nothing.`);
  }
  for (const { name, groups } of sections) {
    for (const group of groups) {
      if (!kindsOfChange.includes(group.name))
        problems.push(`${name}: \`${group.name}\` is no kind of change: ${kindsOfChange.join(', ')}.`);
      if (group.lines === 0) problems.push(`${name}: nothing stands under ${group.name}.`);
    }
  }
  released.slice(1).forEach(({ name, date = '' }, index) => {
    const above = released[index];
    if (above === undefined || !isNewer(above.name, name) || date > (above.date ?? ''))
      problems.push(`${name} has to be older than ${above?.name}, which stands above it.`);
  });
  return problems;
}

/** Every file that names the version of the package. */
export interface VersionedFiles {
  readonly 'package.json': string;
  readonly 'package-lock.json': string;
  readonly 'CHANGELOG.md': string;
  readonly 'docs/ci/github.yml': string;
  readonly 'docs/ci/gitlab.yml': string;
  readonly 'action.yml': string;
  /** One of the schemas: their addresses hold the major version. */
  readonly 'schemas/answers.schema.json': string;
}

/** Where the files do not agree on the version that is to be released, or have not been prepared for it. */
export function versionProblems(files: VersionedFiles): readonly string[] {
  const { version } = JSON.parse(files['package.json']) as { version: string };
  if (!versionForm.test(version)) return [`package.json: ${version} is no version such as 1.2.3.`];
  const [major] = version.split('.');
  const sections = sectionsOf(files['CHANGELOG.md']);
  const problems: string[] = [];
  const [unreleased, newest] = sections;
  if (newest?.name !== version)
    problems.push(`CHANGELOG.md: the newest release is ${newest?.name ?? 'not there'}, not ${version}.`);
  if (unreleased?.name === 'Unreleased' && unreleased.groups.length > 0)
    problems.push(`CHANGELOG.md: what is unreleased belongs to ${version}.`);

  /** Each file, what names the version in it, and how. */
  const named: readonly (readonly [keyof VersionedFiles, RegExp, string])[] = [
    ['package-lock.json', /"version": "([^"]+)"/, version],
    ['docs/ci/github.yml', /uses: \S+\/sales-audit@(\S+)/, `v${major}`],
    ['docs/ci/github.yml', /^ +version: (\S+)$/m, version],
    ['docs/ci/gitlab.yml', /\bsales-audit@(\S+)/, version],
    ['schemas/answers.schema.json', /"\$id": "\S*\/sales-audit@([^/]+)\//, `${major}`],
  ];
  for (const [file, where, wanted] of named) {
    const found = where.exec(files[file])?.[1] ?? 'nothing';
    if (found !== wanted) problems.push(`${file}: names ${found}, not ${wanted}.`);
  }
  const usual =
    /^ {2}version:\n(?: {4}.*\n)*? {4}default: (\S+)$/m.exec(files['action.yml'])?.[1] ?? 'nothing';
  if (usual !== 'latest' && usual !== version)
    problems.push(`action.yml: installs ${usual}, not ${version} or latest.`);
  return problems;
}

const describing = new Set(['description', 'examples', 'title', '$id']);

/** A JSON Schema without what only describes. */
function rules(schema: unknown, isMapOfKeys = false): unknown {
  if (Array.isArray(schema)) return schema.map((part) => rules(part));
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => isMapOfKeys || !describing.has(key))
      .map(([key, part]) => [key, rules(part, !isMapOfKeys && ['properties', 'definitions'].includes(key))]),
  );
}

/**
 * Schemas that are not frozen as they are now, so that nothing would notice a later change.
 *
 * @param today the schemas by kind, as JSON
 * @param frozen the newest frozen copy of each, as JSON
 */
export function frozenProblems(
  today: ReadonlyMap<string, string>,
  frozen: ReadonlyMap<string, string>,
): readonly string[] {
  const ruled = (text: string | undefined): string => JSON.stringify(rules(JSON.parse(text ?? 'null')));
  return [...today]
    .filter(([kind, text]) => ruled(frozen.get(kind)) !== ruled(text))
    .map(
      ([kind]) =>
        `schemas/${kind}.schema.json is not frozen: copy it into a new folder of test/fixtures/v1/schemas, and add it to digests.txt.`,
    );
}
