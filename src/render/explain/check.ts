import { escapeLine } from '#render/escape.ts';
import type { ExplainContext } from './index.ts';
import { wrap } from '#render/terminal/layout.ts';

/** A check as it is explained. */
export interface ExplainedCheck {
  readonly id: string;
  readonly severity: string;
  readonly over: string;
  readonly title: string;
  readonly why: string;
  /** Name of the practice whose declared score it counts for; undefined for none. */
  readonly practice: string | undefined;
  /** undefined for rules of every document. */
  readonly example: { readonly fails: string; readonly passes: string } | undefined;
}

/** Renders the reason for a check, an example that fails and one that passes. */
export function renderCheckExplanation(check: ExplainedCheck, { width, theme }: ExplainContext): string {
  const renderExample = (text: string): string[] =>
    text
      .trim()
      .split('\n')
      .map((line) => `    ${escapeLine(line)}`);
  const counts =
    check.practice === undefined
      ? 'counts for no score'
      : `counts for the declared score of ${check.practice}`;
  return [
    theme.strong(escapeLine(`${check.id}: ${check.title}`)),
    ...wrap(theme.faint(escapeLine(`${check.severity}, over ${check.over}, ${counts}`)), width),
    '',
    ...wrap(escapeLine(check.why), width),
    '',
    ...(check.example === undefined
      ? []
      : [
          theme.strong('Fails'),
          ...renderExample(check.example.fails),
          '',
          theme.strong('Passes'),
          ...renderExample(check.example.passes),
          '',
        ]),
  ].join('\n');
}
