import type { Severity } from './check-report.ts';
import { type Floors, isAboutReading, isReminder } from './gate.ts';
import type { ConfigDocument, Override } from '#domain/types/config.ts';

/**
 * Options of the command line. They override the file of the team key by key, and element floors one by one.
 */
export interface Overrides extends Partial<Floors> {
  readonly preset?: Settings['preset'];
  /** ISO 8601 duration. */
  readonly maxEvidenceAge?: string;
  /** A file or a git revision to compare scores with. */
  readonly against?: string;
  /** Path of the baseline. */
  readonly baseline?: string;
  /** Models, each a directory or the name of a shipped one. Each builds on the ones before it. */
  readonly model?: readonly string[];
}

/** Effective settings of a check run. */
export interface Settings {
  readonly preset: NonNullable<ConfigDocument['preset']>;
  /** Severities configured by the team, by check id. */
  readonly checks: ReadonlyMap<string, Severity | 'off'>;
  readonly floors: Floors;
  /** Maximum age of evidence, as an ISO 8601 duration. */
  readonly maxEvidenceAge: string | undefined;
  /** A file or a git revision to compare scores with. */
  readonly against: string | undefined;
  /** Path of the baseline. */
  readonly baseline: string | undefined;
  /** Whether stale entries of the baseline fail; undefined for the default, which depends on where the run is. */
  readonly staleBaseline: 'fail' | 'pass' | undefined;
  /** Patterns of files to ignore. */
  readonly ignore: readonly string[];
  /** Models, each a directory or the name of a shipped one. Each builds on the ones before it. */
  readonly model: readonly string[] | undefined;
}

/** Returns the models that settings name, as a list. */
export function listModels(named: string | readonly string[] | undefined): readonly string[] | undefined {
  return typeof named === 'string' ? [named] : named;
}

/** Merges the team's configuration file, if there is one, with the options of the command line. */
export function makeSettings(config: ConfigDocument | undefined, overrides: Overrides): Settings {
  const preset = overrides.preset ?? config?.preset ?? 'recommended';
  const floors = config?.floors;
  const pickDefined = <K extends string, T>(key: K, value: T | undefined): { [key in K]?: T } =>
    value === undefined ? {} : ({ [key]: value } as { [key in K]?: T });
  return {
    preset,
    checks: new Map(Object.entries(config?.checks ?? {})),
    floors: {
      failSeverity:
        overrides.failSeverity ?? config?.failSeverity ?? (preset === 'strict' ? 'warning' : 'error'),
      minElement: new Map([...Object.entries(floors?.elements ?? {}), ...(overrides.minElement ?? [])]),
      ...pickDefined('maxWarnings', overrides.maxWarnings ?? config?.maxWarnings),
      ...pickDefined('minScore', overrides.minScore ?? floors?.score),
      ...pickDefined('minInPlace', overrides.minInPlace ?? floors?.inPlace),
      ...pickDefined('minCoverage', overrides.minCoverage ?? floors?.coverage),
      ...pickDefined('maxDrop', overrides.maxDrop ?? config?.maxDrop),
    },
    maxEvidenceAge: overrides.maxEvidenceAge ?? config?.maxEvidenceAge,
    against: overrides.against ?? config?.against,
    baseline: overrides.baseline ?? config?.baseline,
    staleBaseline: config?.staleBaseline,
    ignore: config?.ignore ?? [],
    model: overrides.model ?? listModels(config?.model),
  };
}

/** Applies an override to a configuration file, key by key. */
export function applyOverride(
  config: ConfigDocument,
  { files: _files, checks, floors, ...rest }: Override,
): ConfigDocument {
  return {
    ...config,
    ...rest,
    checks: { ...config.checks, ...checks },
    floors: {
      ...config.floors,
      ...floors,
      elements: { ...config.floors?.elements, ...floors?.elements },
    },
  };
}

const presets: Readonly<Record<Settings['preset'], Readonly<Record<Severity, Severity | 'off'>>>> = {
  relaxed: { error: 'error', warning: 'info', info: 'off' },
  recommended: { error: 'error', warning: 'warning', info: 'info' },
  strict: { error: 'error', warning: 'warning', info: 'warning' },
};

/**
 * Returns the severity to report for a finding: the one that the team configured for the check, or else the
 * preset's mapping of the natural severity. Scores do not depend on it. An unreadable document stays an
 * error, and a reminder an info.
 */
export function getSeverity(settings: Settings, check: string, natural: Severity): Severity | 'off' {
  if (isAboutReading(check)) return natural;
  const configured = settings.checks.get(check);
  if (configured !== undefined) return configured;
  return isReminder(check) && settings.preset === 'strict' ? natural : presets[settings.preset][natural];
}
