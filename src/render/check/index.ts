/** The formats of `check`: one file and one key per format. */
import type { CheckRenderer } from './context.ts';
import { renderGithub } from './github.ts';
import { renderGitlab } from './gitlab.ts';
import { renderCheckJson } from './json.ts';
import { renderJunit } from './junit.ts';
import { renderCheckMarkdown } from './markdown.ts';
import { renderSarif } from './sarif.ts';
import { renderCheckText } from './text.ts';

export type { CheckRenderer } from './context.ts';
export { renderGithubError, renderGithubFaults } from './github.ts';
export { renderJobSummary } from './markdown.ts';

/** The renderer of each format, in the order of the help. */
export const renderers = {
  text: renderCheckText,
  json: renderCheckJson,
  sarif: renderSarif,
  junit: renderJunit,
  github: renderGithub,
  gitlab: renderGitlab,
  markdown: renderCheckMarkdown,
} satisfies Record<string, CheckRenderer>;

/** A format of `check`. */
export type CheckFormat = keyof typeof renderers;

/** The formats of `check`. */
export const checkFormats = Object.keys(renderers) as readonly CheckFormat[];
