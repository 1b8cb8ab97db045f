import type { Learned } from '#domain/prefill-system.ts';
import type { Role, Unit } from '#domain/types/sales-system.ts';
import type { CiSystem } from './workflow.ts';

/** Everything that `init` knows before it writes. */
export interface Scaffold {
  readonly organization: {
    readonly name: string;
    /** Whether the name is a guess from the folder. */
    readonly isAssumed: boolean;
  };
  readonly roles: readonly Pick<Role, 'id' | 'motion'>[];
  readonly units: readonly Unit[];
  readonly ci: CiSystem | 'none';
  /** What was learned from an interview. */
  readonly learned: Learned | undefined;
  /** Folder of the declared system below the root of the repository, with `/`; empty for the root. */
  readonly folder: string;
  /** Whether the repository has a .gitlab-ci.yml. An existing pipeline is never changed. */
  readonly hasPipeline: boolean;
  readonly version: string;
  readonly schemaUrl: (kind: 'sales-system' | 'config') => string;
}
