import { isPlainSafe, quoteYaml } from '#document/edit/quoting.ts';

/** A CI system that a workflow can be written for. */
export type CiSystem = 'github' | 'gitlab';

/** Paths of the workflow, from the root of the repository. */
export const workflowPaths = {
  github: '.github/workflows/sales-audit.yml',
  gitlab: '.gitlab/sales-audit.gitlab-ci.yml',
} as const satisfies Record<CiSystem, string>;

/** A pipeline of GitLab that only includes the job. */
export const gitlabPipeline = `include:
  - local: ${workflowPaths.gitlab}
`;

/** What a workflow runs. */
export interface WorkflowInput {
  /** Version of the package to run. Pinned, so that only a commit changes the result. */
  readonly version: string;
}

const formatScalar = (text: string): string => (isPlainSafe(text) ? text : quoteYaml(text));

/**
 * The line above the version. Renovate reads it with its presets `customManagers:githubActionsVersions` and
 * `customManagers:gitlabPipelineVersions`, in files of these names only. No bot reads the version of an `npx` command.
 */
const renovate = '# renovate: datasource=npm depName=sales-audit';

/**
 * Renders the command of the gate, which runs in the root and checks every system of the repository. The variable with
 * the version is a pin that bots update.
 */
function renderGateCommand(options: readonly string[]): string {
  return ['npx', '--yes', '"sales-audit@$SALES_AUDIT_VERSION"', 'check', ...options].join(' ');
}

function renderGithub(input: WorkflowInput): string {
  return `# Gate for the sales system: reports what is missing, contradictory or out of date.
name: Sales audit

on:
  push:
  pull_request:
  schedule:
    # Evidence ages without a push. Runs every Monday morning.
    - cron: '17 5 * * 1'
  workflow_dispatch:

permissions:
  contents: read

jobs:
  sales-audit:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    env:
      ${renovate}
      SALES_AUDIT_VERSION: ${input.version}
    steps:
      - uses: actions/checkout@v4
        with:
          # Some checks read the whole history of the file.
          fetch-depth: 0
          persist-credentials: false
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - name: Check the sales system
        run: ${formatScalar(renderGateCommand(['--format', 'github']))}
`;
}

/** The `rules` are those of GitLab's page "Switch between branch pipelines and merge request pipelines". */
function renderGitlab(input: WorkflowInput): string {
  const outputs = [
    '--output',
    'gitlab=gl-code-quality-report.json',
    '--output',
    'junit=sales-audit-junit.xml',
  ];
  return `# Gate for the sales system: reports what is missing, contradictory or out of date.
# For .gitlab-ci.yml:
#   include:
#     - local: ${workflowPaths.gitlab}
sales-audit:
  # An image with git, because some checks read the history of the file.
  image: node:22
  needs: []
  # In pipelines of merge requests, and of branches without one: never twice for one push.
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH && $CI_OPEN_MERGE_REQUESTS
      when: never
    - if: $CI_COMMIT_BRANCH
  variables:
    ${renovate}
    SALES_AUDIT_VERSION: ${input.version}
    # Fetch the whole history.
    GIT_DEPTH: '0'
  script:
    - ${formatScalar(renderGateCommand(outputs))}
  artifacts:
    when: always
    expire_in: 30 days
    reports:
      codequality: gl-code-quality-report.json
      junit: sales-audit-junit.xml
`;
}

/** The workflow of a CI system. */
export const workflows = {
  github: renderGithub,
  gitlab: renderGitlab,
} as const satisfies Record<CiSystem, (input: WorkflowInput) => string>;
