import { describe, expect, it } from 'vitest';
import { type Overrides, type Settings, makeSettings, getSeverity } from '#domain/gate/settings.ts';
import type { ConfigDocument } from '#domain/types/config.ts';

const head = { kind: 'config', schemaVersion: 1 } as const;

const getSettings = (config: Partial<ConfigDocument>, overrides: Overrides = {}): Settings =>
  makeSettings({ ...head, ...config }, overrides);

describe('presets', () => {
  it.each([
    ['relaxed', 'error', ['error', 'info', 'off']],
    ['recommended', 'error', ['error', 'warning', 'info']],
    ['strict', 'warning', ['error', 'warning', 'warning']],
  ] as const)('%s fails at %s', (preset, failSeverity, severities) => {
    const settings = getSettings({ preset });
    expect(settings.floors.failSeverity).toBe(failSeverity);
    const natural = ['error', 'warning', 'info'] as const;
    expect(natural.map((severity) => getSeverity(settings, 'some/check', severity))).toEqual(severities);
  });

  it('default to recommended', () => {
    expect(makeSettings(undefined, {})).toEqual(getSettings({ preset: 'recommended' }));
  });
});

describe('severities of a team', () => {
  const checks = { 'some/check': 'info', 'other/check': 'off', 'third/check': 'error' } as const;

  it.each(['relaxed', 'recommended', 'strict'] as const)('override the preset %s', (preset) => {
    const settings = getSettings({ preset, checks });
    expect(Object.keys(checks).map((id) => getSeverity(settings, id, 'warning'))).toEqual([
      'info',
      'off',
      'error',
    ]);
  });

  it('never apply to an unreadable document, because no check ran on it', () => {
    const settings = getSettings({ checks: { 'document/invalid': 'off', 'document/unsafe': 'info' } });
    expect(getSeverity(settings, 'document/invalid', 'error')).toBe('error');
    expect(getSeverity(settings, 'document/unsafe', 'error')).toBe('error');
  });
});

describe('options of the command line', () => {
  const config: Partial<ConfigDocument> = {
    preset: 'strict',
    failSeverity: 'info',
    maxWarnings: 9,
    floors: { score: 10, elements: { philosophy: 20, process: 30 }, inPlace: 1, coverage: 0.5 },
    maxEvidenceAge: 'P24M',
    maxDrop: 5,
    against: 'main',
    baseline: 'old.json',
    model: ['de'],
    ignore: ['examples/**'],
  };
  const given: Overrides = {
    preset: 'relaxed',
    failSeverity: 'never',
    maxWarnings: 0,
    minScore: 0,
    minElement: new Map([['philosophy', 0]]),
    minInPlace: 0,
    minCoverage: 0,
    maxEvidenceAge: 'P1M',
    maxDrop: 0,
    against: 'HEAD~1',
    baseline: 'new.json',
    model: ['own'],
  };

  it('override the file, even with 0', () => {
    expect(getSettings(config, given)).toEqual({
      preset: 'relaxed',
      checks: new Map(),
      floors: {
        failSeverity: 'never',
        maxWarnings: 0,
        minScore: 0,
        minElement: new Map([
          ['philosophy', 0],
          ['process', 30],
        ]),
        minInPlace: 0,
        minCoverage: 0,
        maxDrop: 0,
      },
      maxEvidenceAge: 'P1M',
      against: 'HEAD~1',
      baseline: 'new.json',
      ignore: ['examples/**'],
      model: ['own'],
    });
  });

  it('leave the rest of the file unchanged', () => {
    expect(getSettings(config, { maxDrop: 1 })).toEqual({
      ...getSettings(config),
      floors: { ...getSettings(config).floors, maxDrop: 1 },
    });
  });
});
