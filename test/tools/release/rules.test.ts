import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type VersionedFiles, findVersionProblems } from '../../../src/tools/release/rules.ts';

const changelog = (version: string, unreleased = ''): string =>
  `# Changelog\n\n## [Unreleased]\n\n${unreleased}## [${version}] - 2026-11-24\n\n### Added\n\n- A thing.\n`;

/** Makes the files of this project as they would be at a release. */
function makeFiles(version: string): VersionedFiles {
  const [major] = version.split('.');
  const read = (path: string): string => readFileSync(path, 'utf8');
  return {
    'package.json': JSON.stringify({ version }),
    'package-lock.json': read('package-lock.json').replace(/"version": "[^"]+"/, `"version": "${version}"`),
    'CHANGELOG.md': changelog(version),
    'docs/ci/github.yml': read('docs/ci/github.yml').replace(/sales-audit@v\S+/, `sales-audit@v${version}`),
    'docs/ci/gitlab.yml': read('docs/ci/gitlab.yml').replace(/(?<=_VERSION: )\S+/, version),
    '.ci/pre-commit/.pre-commit-hooks.yaml': read('.ci/pre-commit/.pre-commit-hooks.yaml').replace(
      /sales-audit@[\d.]+/,
      `sales-audit@${version}`,
    ),
    'schemas/answers.schema.json': read('schemas/answers.schema.json').replace(
      /sales-audit@\d+/,
      `sales-audit@${major}`,
    ),
  };
}

describe('the version', () => {
  it.each(['1.0.0', '12.3.45'])('%s can be released if every file names it', (version) => {
    expect(findVersionProblems(makeFiles(version))).toEqual([]);
  });

  it.each<readonly [keyof VersionedFiles, string | RegExp, string, string]>([
    ['package.json', '1.2.3', '1.2', 'package.json: 1.2 is not a version such as 1.2.3.'],
    ['package-lock.json', '"1.2.3"', '"1.2.2"', 'package-lock.json: names 1.2.2, not 1.2.3.'],
    ['CHANGELOG.md', '[1.2.3]', '[1.2.2]', 'CHANGELOG.md: names 1.2.2, not 1.2.3.'],
    ['CHANGELOG.md', /## \[1[\s\S]*/, '', 'CHANGELOG.md: names no version, not 1.2.3.'],
    [
      'CHANGELOG.md',
      '## [Unreleased]\n',
      '## [Unreleased]\n\n### Fixed\n\n- A.\n',
      'CHANGELOG.md: move what is unreleased to 1.2.3.',
    ],
    ['docs/ci/github.yml', '@v1.2.3', '@v1', 'docs/ci/github.yml: names v1, not v1.2.3.'],
    ['docs/ci/gitlab.yml', ': 1.2.3', ': latest', 'docs/ci/gitlab.yml: names latest, not 1.2.3.'],
    [
      '.ci/pre-commit/.pre-commit-hooks.yaml',
      '@1.2.3',
      '@1.2.2',
      '.ci/pre-commit/.pre-commit-hooks.yaml: names 1.2.2, not 1.2.3.',
    ],
    ['schemas/answers.schema.json', '@1/', '@2/', 'schemas/answers.schema.json: names 2, not 1.'],
  ])('is missed in %s: %s becomes %j', (file, part, by, problem) => {
    const files = makeFiles('1.2.3');
    const text = files[file].replace(part, by);
    expect(text).not.toBe(files[file]);
    expect(findVersionProblems({ ...files, [file]: text })).toEqual([problem]);
  });
});
