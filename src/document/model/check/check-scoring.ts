import type { Path } from '#document/read/fault.ts';
import type { Finding } from '#domain/types/report.ts';
import { type Draft, type Part, type Spot, makeFaultAt } from '#document/model/draft.ts';

/** Numbers of the scoring rules, as paths, of which none may be larger than the next. */
const ascending: readonly { readonly paths: readonly Path[]; readonly why: string }[] = [
  {
    paths: [['neglectedBelow'], ['inPlaceAt']],
    why: 'an element would be in place and neglected at once',
  },
  {
    paths: [['knownFromCoverage'], ['provisionalBelowCoverage']],
    why: 'a status would be unknown in a report that is not provisional',
  },
  {
    paths: ['none', 'instance', 'declaration', 'affirmation', 'artifact'].map((kind) => [
      'evidenceCaps',
      kind,
    ]),
    why: 'weaker evidence would prove more than stronger evidence',
  },
  {
    paths: ['info', 'warning', 'error'].map((severity) => ['severityWeights', severity]),
    why: 'a check would weigh more than a more severe one',
  },
  {
    paths: [
      ['voices', 'talkFrom'],
      ['voices', 'disputedFrom'],
    ],
    why: 'a gap would be disputed before it is talked about',
  },
  {
    paths: [
      ['voices', 'agreeUpTo'],
      ['voices', 'varyUpTo'],
    ],
    why: 'no answers of a group could vary',
  },
];

/** Returns the value at a path, or undefined. */
function getAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[key] : undefined,
    value,
  );
}

/** Finds where a scoring rule is written in the files of a model: where an overlay changes it, else where it is given. */
function findSpot(parts: readonly Part[], path: Path): Spot | undefined {
  for (const section of [['changes', 'scoring'], ['scoring']]) {
    const full = [...section, ...path];
    const part = parts.find(({ value }) => getAt(value, full) !== undefined);
    if (part !== undefined) return { part, path: full };
  }
  return undefined;
}

/** Finds scoring rules that contradict each other, so that no score would mean anything. */
export function checkScoring({ scoring, home }: Draft, parts: readonly Part[]): readonly Finding[] {
  const findings: Finding[] = [];
  const add = (path: Path, message: string, fix: string): void => {
    findings.push(makeFaultAt(findSpot(parts, path) ?? home, message, fix));
  };
  for (const { paths, why } of ascending) {
    for (const [index, path] of paths.slice(1).entries()) {
      const lower = paths[index] ?? [];
      const [less, more] = [Number(getAt(scoring, lower)), Number(getAt(scoring, path))];
      if (less <= more) continue;
      const spot = findSpot(parts, lower) === undefined ? path : lower;
      const names = [lower, path].map((each) => `\`${each.join('.')}\``);
      add(
        spot,
        `${names[0]} is ${less}, and ${names[1]} is ${more}: ${why}.`,
        `Make ${names[0]} at most ${more}, or ${names[1]} larger.`,
      );
    }
  }
  const { none, artifact } = scoring.evidenceCaps;
  if (none >= artifact && none > 0 && findings.length === 0) {
    const message = `\`evidenceCaps.none\` is ${none}, as much as any evidence: nothing would have to be proved.`;
    add(['evidenceCaps', 'none'], message, 'Make it smaller than `evidenceCaps.artifact`. Usual: 0.');
  }
  return findings;
}
