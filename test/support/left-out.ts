import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { type Program, programs } from './programs.ts';

/**
 * Why a test was left out: the programs that are not installed, or what the test says itself; undefined where a filter
 * of the command line left it out.
 */
function reasonOf(test: TestCase): string | undefined {
  const missing = (programs as readonly Program[]).filter(
    ({ tag, path }) => path === undefined && test.tags.includes(tag),
  );
  if (missing.length > 0) return missing.map(({ tag, use }) => `no ${tag} (${use})`).join(', ');
  const result = test.result();
  return result.state === 'skipped' ? result.note : undefined;
}

/** Says at the end of a run which tests were left out, and why: one line for each reason. */
export class LeftOut implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const reasons = new Map<string, string[]>();
    for (const module of modules) {
      for (const test of module.children.allTests('skipped')) {
        const reason = reasonOf(test);
        if (reason === undefined) continue;
        reasons.set(reason, [...(reasons.get(reason) ?? []), module.relativeModuleId]);
      }
    }
    if (reasons.size === 0) return;
    const lines = [...reasons].map(([reason, files]) => {
      const count = files.length === 1 ? '1 test' : `${files.length} tests`;
      return `  ${reason}: ${count} in ${[...new Set(files)].join(', ')}`;
    });
    process.stdout.write(`\nLeft out on this machine; in CI each would fail:\n${lines.join('\n')}\n`);
  }
}
