import type { CiSystem } from './templates/workflow.ts';
import type { CommonOptions } from '#app/context.ts';

/** Options of `init`. */
export interface InitOptions extends CommonOptions {
  readonly organization?: string;
  readonly ci?: CiSystem | 'none';
  readonly from?: string;
  readonly dir: string;
  readonly yes?: true;
  readonly plain?: true;
  readonly force?: true;
}
