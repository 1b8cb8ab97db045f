import { renderConfig } from './config.ts';
import type { Scaffold } from './scaffold.ts';
import { renderSystem } from './system.ts';
import { gitlabPipeline, workflowPaths, workflows } from './workflow.ts';

/** Lists the files to write, by path from the folder of the declared system, with `/`. */
export function listFilesToWrite(scaffold: Scaffold): ReadonlyMap<string, string> {
  const { ci, folder, hasPipeline } = scaffold;
  const up = folder
    .split('/')
    .map((part) => (part === '' ? '' : '../'))
    .join('');
  return new Map([
    ['sales-system.yaml', renderSystem(scaffold)],
    ['.sales-audit.yaml', renderConfig(scaffold)],
    ...(ci === 'none' ? [] : [[`${up}${workflowPaths[ci]}`, workflows[ci](scaffold)] as const]),
    ...(ci === 'gitlab' && !hasPipeline ? [[`${up}.gitlab-ci.yml`, gitlabPipeline] as const] : []),
  ]);
}
