import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type VersionedFiles,
  changelogProblems,
  frozenProblems,
  isNewer,
  versionProblems,
} from '../../src/tools/release-rules.ts';

const changelog = (...sections: string[]): string => ['# Changelog\n', ...sections].join('\n');
const unreleased = '## [Unreleased]\n';
const released = (version: string, date = '2026-11-24', group = '### Added\n\n- A thing.\n'): string =>
  `## [${version}] - ${date}\n\n${group}`;

describe('the changelog', () => {
  it('of this project has the form', () => {
    expect(changelogProblems(readFileSync('CHANGELOG.md', 'utf8'))).toEqual([]);
  });

  it.each<readonly [string, string, readonly string[]]>([
    ['is new', changelog(unreleased), []],
    [
      'has releases',
      changelog(unreleased, released('1.10.0'), released('1.9.3'), released('1.0.0', '2026-01-01')),
      [],
    ],
    [
      'begins with a release',
      changelog(released('1.0.0')),
      ['The first section has to be `## [Unreleased]`.'],
    ],
    [
      'has a heading without a date',
      changelog(unreleased, '## [1.0.0]\n\n### Added\n\n- A.\n'),
      ['`1.0.0` has to be `## [1.2.3] - YYYY-MM-DD`.'],
    ],
    [
      'has a heading without brackets',
      changelog(unreleased, '## 1.0.0\n\n### Added\n\n- A.\n'),
      ['`1.0.0` has to be `## [1.2.3] - YYYY-MM-DD`.'],
    ],
    [
      'has a release that says nothing',
      changelog(unreleased, released('1.0.0', '2026-11-24', '')),
      ['1.0.0 says nothing.'],
    ],
    [
      'has an empty group',
      changelog(unreleased, released('1.0.0', '2026-11-24', '### Fixed\n')),
      ['1.0.0: nothing stands under Fixed.'],
    ],
    [
      'has a group of its own',
      changelog(`${unreleased}\n### New\n\n- A.\n`),
      [expect.stringMatching(/^Unreleased: `New` is no kind of change: Added, /)],
    ],
    [
      'is out of order',
      changelog(unreleased, released('1.0.0'), released('1.1.0')),
      ['1.1.0 has to be older than 1.0.0, which stands above it.'],
    ],
    [
      'goes back in time',
      changelog(unreleased, released('1.1.0', '2026-01-01'), released('1.0.0', '2026-02-01')),
      ['1.0.0 has to be older than 1.1.0, which stands above it.'],
    ],
  ])('%s', (_, text, problems) => {
    expect(changelogProblems(text)).toEqual(problems);
  });

  it.each([
    ['1.10.0', '1.9.9', true],
    ['2.0.0', '1.99.99', true],
    ['1.0.0', '1.0.0', false],
    ['1.2.3', '1.3.0', false],
  ])('%s is newer than %s: %s', (version, other, newer) => {
    expect(isNewer(version, other)).toBe(newer);
  });
});

/** The files of this project as they would be at a release. */
function filesFor(version: string): VersionedFiles {
  const [major] = version.split('.');
  const read = (path: string): string => readFileSync(path, 'utf8');
  return {
    'package.json': JSON.stringify({ version }),
    'package-lock.json': read('package-lock.json').replace(/"version": "[^"]+"/, `"version": "${version}"`),
    'CHANGELOG.md': changelog(unreleased, released(version)),
    'docs/ci/github.yml': read('docs/ci/github.yml')
      .replace(/sales-audit@v\d+/, `sales-audit@v${major}`)
      .replace(/ version: .*/, ` version: ${version}`),
    'docs/ci/gitlab.yml': read('docs/ci/gitlab.yml').replace(/sales-audit@\S+/, `sales-audit@${version}`),
    'action.yml': read('action.yml'),
    'schemas/answers.schema.json': read('schemas/answers.schema.json').replace(
      /sales-audit@\d+/,
      `sales-audit@${major}`,
    ),
  };
}

describe('the version', () => {
  it.each(['1.0.0', '12.3.45'])('%s can be released where every file names it', (version) => {
    expect(versionProblems(filesFor(version))).toEqual([]);
  });

  it.each<readonly [keyof VersionedFiles, string | RegExp, string, string]>([
    ['package.json', '1.2.3', '1.2', 'package.json: 1.2 is no version such as 1.2.3.'],
    ['package-lock.json', '"1.2.3"', '"1.2.2"', 'package-lock.json: names 1.2.2, not 1.2.3.'],
    ['CHANGELOG.md', '[1.2.3]', '[1.2.2]', 'CHANGELOG.md: the newest release is 1.2.2, not 1.2.3.'],
    ['CHANGELOG.md', /## \[1[\s\S]*/, '', 'CHANGELOG.md: the newest release is not there, not 1.2.3.'],
    [
      'CHANGELOG.md',
      unreleased,
      `${unreleased}\n### Fixed\n\n- A.\n\n`,
      'CHANGELOG.md: what is unreleased belongs to 1.2.3.',
    ],
    ['docs/ci/github.yml', '@v1', '@v2', 'docs/ci/github.yml: names v2, not v1.'],
    ['docs/ci/github.yml', 'version: 1.2.3', 'version: 1.2.4', 'docs/ci/github.yml: names 1.2.4, not 1.2.3.'],
    ['docs/ci/gitlab.yml', '@1.2.3', '@latest', 'docs/ci/gitlab.yml: names latest, not 1.2.3.'],
    ['action.yml', 'default: latest', 'default: 1.0.0', 'action.yml: installs 1.0.0, not 1.2.3 or latest.'],
    ['schemas/answers.schema.json', '@1/', '@2/', 'schemas/answers.schema.json: names 2, not 1.'],
  ])('is missed in %s: %s becomes %j', (file, part, by, problem) => {
    const files = filesFor('1.2.3');
    const text = files[file].replace(part, by);
    expect(text).not.toBe(files[file]);
    expect(versionProblems({ ...files, [file]: text })).toEqual([problem]);
  });
});

describe('frozen schemas', () => {
  const schema = {
    type: 'object',
    properties: { description: { type: 'string', description: 'What it is.' } },
  };
  const problemsOf = (frozen: unknown): readonly string[] =>
    frozenProblems(
      new Map([['answers', JSON.stringify(schema)]]),
      new Map([['answers', JSON.stringify(frozen)]]),
    );
  const one = [expect.stringMatching(/^schemas\/answers\.schema\.json is not frozen/)];

  it('may say the same in other words', () => {
    const { properties } = schema;
    const reworded = {
      description: { ...properties.description, description: 'Something.', examples: ['x'] },
    };
    expect(problemsOf({ ...schema, $id: 'x', title: 'X', properties: reworded })).toEqual([]);
  });

  it('are missed where a rule differs, a key is gone, or all of it is', () => {
    expect(problemsOf({ ...schema, properties: { description: { type: 'string', maxLength: 3 } } })).toEqual(
      one,
    );
    expect(problemsOf({ ...schema, properties: {} })).toEqual(one);
    expect(frozenProblems(new Map([['answers', '{}']]), new Map())).toEqual(one);
  });
});
