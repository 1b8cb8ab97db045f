import { safeLine } from '#render/escape.ts';
import type { ExplainContext } from './index.ts';
import { wrap } from '#render/terminal/layout.ts';

/** What a check is, as far as it is explained. */
export interface ExplainedCheck {
  readonly id: string;
  readonly severity: string;
  readonly over: string;
  readonly title: string;
  readonly why: string;
  /** Name of the practice whose declared score it counts for; undefined where it counts for none. */
  readonly practice: string | undefined;
  /** undefined for what every document is held to. */
  readonly example: { readonly fails: string; readonly passes: string } | undefined;
}

/** Why a check is there, an example that fails and one that passes. */
export function renderCheckExplanation(check: ExplainedCheck, { width, theme }: ExplainContext): string {
  const example = (text: string): string[] =>
    text
      .trim()
      .split('\n')
      .map((line) => `    ${safeLine(line)}`);
  const counts =
    check.practice === undefined
      ? 'counts for no score'
      : `counts for the declared score of ${check.practice}`;
  return [
    theme.strong(safeLine(`${check.id}: ${check.title}`)),
    ...wrap(theme.faint(safeLine(`${check.severity}, over ${check.over}, ${counts}`)), width),
    '',
    ...wrap(safeLine(check.why), width),
    '',
    ...(check.example === undefined
      ? []
      : [
          theme.strong('Fails'),
          ...example(check.example.fails),
          '',
          theme.strong('Passes'),
          ...example(check.example.passes),
          '',
        ]),
  ].join('\n');
}
