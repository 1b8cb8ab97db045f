import type { Severity } from './check-report.ts';
import { type Floors, isAboutReading } from './gate.ts';
import type { ConfigDocument } from '#domain/types/config.ts';

/** What the command line says of a check run; it wins over the file, key by key, and floors of elements one by one. */
export interface Overrides extends Partial<Floors> {
  readonly preset?: Settings['preset'];
  /** ISO 8601 duration. */
  readonly maxEvidenceAge?: string;
  /** A file or a git revision, whose scores are compared with. */
  readonly against?: string;
  /** Path of the baseline. */
  readonly baseline?: string;
  /** Folder of a model, or the name of a shipped one. */
  readonly model?: string;
}

/** What a check run goes by. */
export interface Settings {
  readonly preset: NonNullable<ConfigDocument['preset']>;
  /** Severities that a team chose, by check id. */
  readonly checks: ReadonlyMap<string, Severity | 'off'>;
  readonly floors: Floors;
  /** The oldest that evidence may be, as an ISO 8601 duration. */
  readonly maxEvidenceAge: string | undefined;
  /** A file or a git revision, whose scores are compared with. */
  readonly against: string | undefined;
  /** Path of the baseline. */
  readonly baseline: string | undefined;
  /** Patterns of the files to leave out. */
  readonly ignore: readonly string[];
  /** Folder of a model, or the name of a shipped one. */
  readonly model: string | undefined;
}

/** Settings from the file of a team, if there is one, and the command line. */
export function makeSettings(config: ConfigDocument | undefined, overrides: Overrides): Settings {
  const preset = overrides.preset ?? config?.preset ?? 'recommended';
  const floors = config?.floors;
  const optional = <K extends string, T>(key: K, value: T | undefined): { [key in K]?: T } =>
    value === undefined ? {} : ({ [key]: value } as { [key in K]?: T });
  return {
    preset,
    checks: new Map(Object.entries(config?.checks ?? {})),
    floors: {
      failSeverity:
        overrides.failSeverity ?? config?.failSeverity ?? (preset === 'strict' ? 'warning' : 'error'),
      minElement: new Map([...Object.entries(floors?.elements ?? {}), ...(overrides.minElement ?? [])]),
      ...optional('maxWarnings', overrides.maxWarnings ?? config?.maxWarnings),
      ...optional('minScore', overrides.minScore ?? floors?.score),
      ...optional('minInPlace', overrides.minInPlace ?? floors?.inPlace),
      ...optional('minCoverage', overrides.minCoverage ?? floors?.coverage),
      ...optional('maxDrop', overrides.maxDrop ?? config?.maxDrop),
    },
    maxEvidenceAge: overrides.maxEvidenceAge ?? config?.maxEvidenceAge,
    against: overrides.against ?? config?.against,
    baseline: overrides.baseline ?? config?.baseline,
    ignore: config?.ignore ?? [],
    model: overrides.model ?? config?.model,
  };
}

const presets: Readonly<Record<Settings['preset'], Readonly<Record<Severity, Severity | 'off'>>>> = {
  relaxed: { error: 'error', warning: 'info', info: 'off' },
  recommended: { error: 'error', warning: 'warning', info: 'info' },
  strict: { error: 'error', warning: 'warning', info: 'warning' },
};

/**
 * The severity to show for a finding: what the team chose for the check, else what the preset makes of the
 * severity that it has by nature. Scores never change with it. A document that cannot be read stays an error.
 */
export function getSeverity(settings: Settings, check: string, natural: Severity): Severity | 'off' {
  if (isAboutReading(check)) return natural;
  return settings.checks.get(check) ?? presets[settings.preset][natural];
}
