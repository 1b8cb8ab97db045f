import { type Floors, isAboutReading } from './gate.ts';
import type { ConfigDocument } from './types/config.ts';

type Severity = 'error' | 'warning' | 'info';

/** What the command line says of a check run; it wins over the file. */
export interface Overrides {
  readonly preset?: NonNullable<ConfigDocument['preset']>;
  readonly failSeverity?: Floors['failSeverity'];
  readonly maxWarnings?: number;
  readonly minScore?: number;
  readonly minElement?: ReadonlyMap<string, number>;
  readonly minInPlace?: number;
  readonly minCoverage?: number;
  readonly maxEvidenceAge?: string;
  readonly maxDrop?: number;
  readonly against?: string;
  readonly baseline?: string;
  readonly model?: string;
}

/** What a check run goes by. */
export interface Settings {
  readonly preset: NonNullable<ConfigDocument['preset']>;
  /** Severities that a team chose, by check id. */
  readonly checks: ReadonlyMap<string, Severity | 'off'>;
  readonly floors: Floors;
  /** ISO 8601 duration. */
  readonly maxEvidenceAge: string | undefined;
  readonly against: string | undefined;
  readonly baseline: string | undefined;
  readonly ignore: readonly string[];
  readonly model: string | undefined;
}

/** Settings from the file of a team, if there is one, and the command line. */
export function settingsFrom(config: ConfigDocument | undefined, overrides: Overrides): Settings {
  const preset = overrides.preset ?? config?.preset ?? 'recommended';
  const floors = config?.floors;
  const pick = <T>(first: T | undefined, second: T | undefined): T | undefined => first ?? second;
  const optional = <K extends string, T>(key: K, value: T | undefined): { [key in K]?: T } =>
    value === undefined ? {} : ({ [key]: value } as { [key in K]?: T });
  return {
    preset,
    checks: new Map(Object.entries(config?.checks ?? {})),
    floors: {
      failSeverity:
        overrides.failSeverity ?? config?.failSeverity ?? (preset === 'strict' ? 'warning' : 'error'),
      minElement: new Map([...Object.entries(floors?.elements ?? {}), ...(overrides.minElement ?? [])]),
      ...optional('maxWarnings', pick(overrides.maxWarnings, config?.maxWarnings)),
      ...optional('minScore', pick(overrides.minScore, floors?.score)),
      ...optional('minInPlace', pick(overrides.minInPlace, floors?.inPlace)),
      ...optional('minCoverage', pick(overrides.minCoverage, floors?.coverage)),
      ...optional('maxDrop', pick(overrides.maxDrop, config?.maxDrop)),
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
export function severityOf(settings: Settings, check: string, natural: Severity): Severity | 'off' {
  if (isAboutReading(check)) return natural;
  return settings.checks.get(check) ?? presets[settings.preset][natural];
}
