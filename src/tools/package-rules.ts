/** What the npm package holds and how large it may be: pure, for the release and for a test. */

/** Bytes that the package may have: what is loaded down, and what lies on a disk then. */
export const sizeBudget = { packed: 1_200_000, unpacked: 5_000_000 } as const;

/** Everything that belongs in the package: each has to be there, and nothing else. */
const belongs: readonly RegExp[] = [
  /^package\.json$/,
  /^README\.md$/,
  /^CHANGELOG\.md$/,
  /^LICENSE$/,
  /^bin\/sales-audit\.js$/,
  /^bin\/package\.json$/,
  /^dist\/main\.cjs$/,
  /^dist\/index\.js$/,
  /^dist\/[\w-]+\.c?js$/,
  /^dist\/model(?:-[a-z]{2})?\.json$/,
  /^dist\/types\/index\.d\.ts$/,
  /^dist\/types\/[\w/-]+\.d\.ts$/,
  /^dist\/THIRD-PARTY-LICENSES\.txt$/,
  /^schemas\/[a-z-]+\.schema\.json$/,
  /^docs\/[\w/-]+\.md$/,
  /^docs\/ci\/[a-z]+\.yml$/,
  /^docs\/sales-audit\.1$/,
  /^docs\/architecture\.svg$/,
  /^examples\/[a-z-]+\/(?:[a-z-]+\.)?(?:answers|report|sales-system)\.yaml$/,
  /^examples\/[a-z-]+\/[\w-]+\.(?:md|txt)$/,
  /^examples\/library\/[a-z-]+\.mjs$/,
];

/** What `npm pack --json` says of a package. */
export interface Packed {
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

/** What is in a package and does not belong there, what is missing from it, and what it has too much of. */
export function packageProblems({ size, unpackedSize, files }: Packed): readonly string[] {
  const paths = files.map(({ path }) => path);
  const strange = paths.filter((path) => !belongs.some((form) => form.test(path)));
  const missing = belongs.filter((form) => !paths.some((path) => form.test(path)));
  return [
    ...strange.map((path) => `${path} does not belong in the package.`),
    ...missing.map((form) => `Nothing in the package is ${form.source.replaceAll('\\', '')}.`),
    ...(size > sizeBudget.packed ? [`${size} bytes packed; the budget is ${sizeBudget.packed}.`] : []),
    ...(unpackedSize > sizeBudget.unpacked
      ? [`${unpackedSize} bytes unpacked; the budget is ${sizeBudget.unpacked}.`]
      : []),
  ];
}
