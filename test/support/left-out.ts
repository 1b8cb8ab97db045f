import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { type Program, programs } from './programs.ts';

/**
 * Returns why a test was left out: missing programs, or the note of the test itself. Returns undefined if a filter on the
 * command line left it out.
 */
function getReason(test: TestCase): string | undefined {
  const missing = (programs as readonly Program[]).filter(
    ({ tag, path }) => path === undefined && test.tags.includes(tag),
  );
  if (missing.length > 0) return missing.map(({ tag, use }) => `no ${tag} (${use})`).join(', ');
  const result = test.result();
  return result.state === 'skipped' ? result.note : undefined;
}

/** Prints at the end of a run which tests were left out, one line per reason. */
export class LeftOut implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const reasons = new Map<string, string[]>();
    for (const module of modules) {
      for (const test of module.children.allTests('skipped')) {
        const reason = getReason(test);
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
