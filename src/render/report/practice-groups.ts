import type { PracticeResult, ReportDocument } from '#domain/types/report.ts';

/** Practices that stand under one heading. */
export interface PracticeGroup {
  /** Name of the element, and of the block where they are in one. */
  readonly name: string;
  readonly practices: readonly PracticeResult[];
}

/** The practices of a report by element and block, in sequence; a heading without any is left out. */
export function groupPractices({ elements }: ReportDocument): readonly PracticeGroup[] {
  return elements
    .flatMap(({ name, blocks, practices }) => {
      const known = new Set(blocks.map(({ id }) => id));
      return [
        { name, practices: practices.filter(({ block }) => block === null || !known.has(block)) },
        ...blocks.map((block) => ({
          name: `${name}: ${block.name}`,
          practices: practices.filter((practice) => practice.block === block.id),
        })),
      ];
    })
    .filter(({ practices }) => practices.length > 0);
}
