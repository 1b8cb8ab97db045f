import { isPlainSafe, quoteYaml } from '#document/edit/quoting.ts';

/** A CI system that a workflow can be written for. */
export type CiSystem = 'github' | 'gitlab';

/** What a workflow runs. */
export interface WorkflowInput {
  /** Version of the package that is run: pinned, so that nothing but a commit changes the result. */
  readonly version: string;
  /** Folder of the declared system below the root of the repository, with `/`; empty for the root. */
  readonly folder: string;
}

const shellWord = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;

const scalar = (text: string): string => (isPlainSafe(text) ? text : quoteYaml(text));

/** The command of the gate, run from the root so that the files in its findings are those of the repository. */
function command({ version, folder }: WorkflowInput, options: readonly string[]): string {
  // A folder that begins with a hyphen would be an option.
  const where = folder.startsWith('-') ? `./${folder}` : folder;
  const own = folder === '' ? [] : [shellWord(where), '--config', shellWord(`${where}/.sales-audit.yaml`)];
  return ['npx', '--yes', `sales-audit@${version}`, 'check', ...own, ...options].join(' ');
}

function renderGithub(input: WorkflowInput): string {
  return `# The sales system as a gate: what is missing, what contradicts what, what went stale.
name: Sales audit

on:
  push:
  pull_request:
  schedule:
    # Evidence ages without a push: every Monday morning.
    - cron: '17 5 * * 1'
  workflow_dispatch:

permissions:
  contents: read

jobs:
  sales-audit:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    steps:
      - uses: actions/checkout@v4
        with:
          # Some checks read the history of the file: the whole of it, or they say what they could not see.
          fetch-depth: 0
          persist-credentials: false
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - name: Check the sales system
        run: ${scalar(command(input, ['--format', 'github']))}
`;
}

function renderGitlab(input: WorkflowInput): string {
  const outputs = [
    '--output',
    'gitlab=gl-code-quality-report.json',
    '--output',
    'junit=sales-audit-junit.xml',
  ];
  return `# The sales system as a gate: what is missing, what contradicts what, what went stale.
# For .gitlab-ci.yml:
#   include:
#     - local: .gitlab/sales-audit.yml
sales-audit:
  # With git: some checks read the history of the file.
  image: node:22
  needs: []
  variables:
    # The whole history, or those checks say what they could not see.
    GIT_DEPTH: '0'
  script:
    - ${scalar(command(input, outputs))}
  artifacts:
    when: always
    expire_in: 30 days
    reports:
      codequality: gl-code-quality-report.json
      junit: sales-audit-junit.xml
`;
}

/** A pipeline that does nothing but include the job. */
export const gitlabPipeline = `include:
  - local: .gitlab/sales-audit.yml
`;

/** The workflow of a CI system. */
export const workflows = {
  github: renderGithub,
  gitlab: renderGitlab,
} as const satisfies Record<CiSystem, (input: WorkflowInput) => string>;

/** Where the workflow goes, from the root of the repository. */
export const workflowPaths = {
  github: '.github/workflows/sales-audit.yml',
  gitlab: '.gitlab/sales-audit.yml',
} as const satisfies Record<CiSystem, string>;
