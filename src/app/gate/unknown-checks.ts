import { type Sourced, findingAt } from '#document/read/sourced.ts';
import { suggest } from '#document/schema/suggest.ts';
import type { ConfigDocument } from '#domain/types/config.ts';
import type { Finding } from '#domain/types/report.ts';
import { rules } from '#app/findings/rules.ts';

/** Finds severities of unknown checks, which would silently change nothing. */
export function findUnknownChecks(document: Sourced<ConfigDocument>): Finding[] {
  const known = rules.map(({ id }) => id);
  return Object.keys(document.value.checks ?? {})
    .filter((id) => !known.includes(id))
    .map((id) => {
      const near = suggest(id, known);
      const finding = {
        check: 'document/invalid',
        severity: 'error',
        message: `There is no check \`${id}\`, so this changes nothing.`,
        fix:
          near === undefined
            ? '`sales-audit explain CHECK` explains each; docs/checks.md lists them.'
            : `Did you mean \`${near}\`?`,
      } as const;
      return findingAt(document, ['checks', id], finding, 'key');
    });
}
