import { expect, it } from 'vitest';
import manifest from '../../../package.json' with { type: 'json' };

it('the package runs no script where others install it, from a registry or from git', () => {
  const onInstall = [
    'preinstall',
    'install',
    'postinstall',
    'prepublish',
    'preprepare',
    'prepare',
    'postprepare',
  ];
  const onPack = ['prepack', 'postpack'];
  expect(Object.keys(manifest.scripts).filter((name) => [...onInstall, ...onPack].includes(name))).toEqual(
    [],
  );
});
