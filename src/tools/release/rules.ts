/** Rules for the files that name the released version. */

/** Texts of the files that name the version. */
export interface VersionedFiles {
  readonly 'package.json': string;
  readonly 'package-lock.json': string;
  readonly 'CHANGELOG.md': string;
  readonly 'docs/ci/github.yml': string;
  readonly 'docs/ci/gitlab.yml': string;
  readonly '.ci/pre-commit/.pre-commit-hooks.yaml': string;
  /** Any schema, since every `$id` contains the major version. */
  readonly 'schemas/answers.schema.json': string;
}

/** Finds files that do not name the version in package.json, or are not ready for it. Returns one line each. */
export function findVersionProblems(files: VersionedFiles): string[] {
  const { version } = JSON.parse(files['package.json']) as { version: string };
  if (!/^\d+\.\d+\.\d+$/.test(version)) return [`package.json: ${version} is not a version such as 1.2.3.`];
  const [major] = version.split('.');
  const places: readonly (readonly [keyof VersionedFiles, RegExp, string])[] = [
    ['package-lock.json', /"version": "([^"]+)"/, version],
    ['CHANGELOG.md', /^## \[(\d[^\]]*)\] - \d{4}-\d{2}-\d{2}$/m, version],
    ['docs/ci/github.yml', /uses: \S+\/sales-audit@(\S+)/, `v${version}`],
    ['docs/ci/gitlab.yml', /SALES_AUDIT_VERSION: (\S+)/, version],
    ['.ci/pre-commit/.pre-commit-hooks.yaml', /\bsales-audit@([^'\s]+)/, version],
    ['schemas/answers.schema.json', /"\$id": "\S*\/sales-audit@([^/]+)\//, `${major}`],
  ];
  const problems = places.flatMap(([file, place, expected]) => {
    const found = place.exec(files[file])?.[1] ?? 'no version';
    return found === expected ? [] : [`${file}: names ${found}, not ${expected}.`];
  });
  if (/^## \[Unreleased\]\s+(?!## )\S/m.test(files['CHANGELOG.md']))
    problems.push(`CHANGELOG.md: move what is unreleased to ${version}.`);
  return problems;
}
