import { declaresOwnKind, isForeign, isOutput, resemblesOwnKind } from '#document/schema/kind-sniffer.ts';
import type { KindTests, LeftOut, Reason } from '#io/discover.ts';

/** Tests what a file says about itself, to find documents of every kind. */
export const kindTests: KindTests = { declaresOwnKind, resemblesOwnKind, isForeign, isOutput };

/** Maximum number of files that a note names. */
const mostNames = 3;

/** Formats a list of names, of which only the first are given. */
export function listNames(files: readonly string[]): string {
  const more = files.length - mostNames;
  return `${files.slice(0, mostNames).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** What a note says of one file, and of several. */
const reasons: Readonly<Record<Reason, readonly [one: string, several: string]>> = {
  foreign: [
    'does not say that it is answers or a report (`kind`)',
    'do not say that they are answers or a report (`kind`)',
  ],
  misspelled: ['has a `kind` that looks misspelled', 'have a `kind` that looks misspelled'],
  output: ['is an output of an earlier run', 'are outputs of earlier runs'],
  repository: [
    'is a repository of its own, such as a submodule. Name it to check it',
    'are repositories of their own, such as submodules. Name them to check them',
  ],
  sparse: ['is left out by the sparse checkout', 'are left out by the sparse checkout'],
};

/** Describes what was left out, a sentence for each reason. */
export function describeLeftOut(
  leftOut: readonly LeftOut[],
  opening: 'Not checked' | 'Not combined',
): string[] {
  return (Object.keys(reasons) as Reason[]).flatMap((reason) => {
    const files = leftOut.filter((each) => each.reason === reason).map(({ path }) => path);
    const paths = [...new Set(files)];
    const [one, several] = reasons[reason];
    return paths.length === 0
      ? []
      : [`${opening}: ${listNames(paths)} ${paths.length === 1 ? one : several}.`];
  });
}
