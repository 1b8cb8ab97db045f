import type { Measured } from '../../../src/tools/bench/case.ts';

/** A case of which only the time is known, one sample a round. */
export function measured(id: string, walls: readonly number[], missing?: string): Measured {
  const [block = '', name = ''] = id.split('/');
  const samples = walls.map((wall, round) => ({ round, wall, cpu: wall / 2, memory: wall }));
  return { id, block, name, label: id, samples, missing };
}
