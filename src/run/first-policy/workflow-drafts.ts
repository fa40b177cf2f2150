import { USED_ACTIONS } from '../used-actions.js'

/** Where the three files go, from the root of the repository. */
export const POLICY_FILE = '.github/package-retention.yml'
export const SCHEDULE_FILE = '.github/workflows/package-retention.yml'
export const RESTORE_FILE = '.github/workflows/package-retention-restore.yml'

const ACTION = 'package-retention/package-retention@v1'
const RUNNER = 'runs-on: ubuntu-latest'

/** What the workflows have to know. */
export interface WorkflowWish {
  /** Whether a rule asks about pull requests. */
  readonly asksPullRequests: boolean
  /** Whether the names of the policy hold a pattern, so that packages have to be listed. */
  readonly listsPackages: boolean
}

/** Runs the policy every night: a preview until somebody turns that off. */
export function scheduleDraft({ asksPullRequests, listsPackages }: WorkflowWish): string {
  return `# Cleans up packages by ${POLICY_FILE}. Written by package-retention init.
name: Clean up packages

on:
  schedule:
    - cron: '37 3 * * *'
  workflow_dispatch:
    inputs:
      dry-run:
        description: Only show what would be deleted
        type: boolean
        default: true

permissions:
  contents: read
  packages: write${asksPullRequests ? '\n  pull-requests: read' : ''}

env:
  # Every night you get a preview in the summary of the run. When it is what you want, write false.
  PREVIEW: 'true'

# A second run waits: two at once would only share the same requests.
concurrency:
  group: package-retention
  cancel-in-progress: false

jobs:
  clean-up:
    ${RUNNER}
    timeout-minutes: 60
    steps:
      - uses: ${USED_ACTIONS.checkout}
        with:
          persist-credentials: false
      - uses: ${ACTION}
        with:
${tokenLines(listsPackages)}          policy-file: ${POLICY_FILE}
          dry-run: \${{ github.event_name == 'schedule' && env.PREVIEW || inputs.dry-run }}
          time-limit: 50m

      # What a later run needs to undo this one, for the 30 days in which GitHub can restore.
${UPLOAD}`
}

const UPLOAD = `      - name: Keep the report
        if: always()
        uses: ${USED_ACTIONS.upload}
        with:
          name: package-retention
          path: \${{ runner.temp }}/package-retention
          retention-days: 30
          if-no-files-found: ignore
`

const TOKEN_HINT = '          # token: the one of that run, where it was not the default\n'

/** Undoes a run by hand, of the other workflow or of another one; as it is in `examples/`. */
export function restoreDraft({ listsPackages }: Pick<WorkflowWish, 'listsPackages'>): string {
  return `# Undo a clean-up: brings back what one run deleted, and the tags that it took off. The number of
# the run is in its address: github.com/OWNER/REPO/actions/runs/NUMBER.
name: Restore packages

on:
  workflow_dispatch:
    inputs:
      run-id:
        description: Number of the run to undo
        required: true
      report:
        description: Its report, where the job ran this action several times (its log names it)
        default: report.json
      packages:
        description: Only these packages of it (names or patterns, separated by commas)
        required: false
      dry-run:
        description: Only show what would come back
        type: boolean
        default: false

permissions:
  actions: read # to fetch the report of that run
  packages: write

concurrency:
  group: package-retention
  cancel-in-progress: false

jobs:
  restore:
    ${RUNNER}
    timeout-minutes: 60
    steps:
      - name: Fetch the report
        uses: ${USED_ACTIONS.download}
        with:
          name: package-retention
          path: package-retention
          run-id: \${{ inputs.run-id }}
          github-token: \${{ github.token }}

      - uses: ${ACTION}
        with:
${tokenLines(listsPackages) || TOKEN_HINT}          mode: restore
          report: package-retention/\${{ inputs.report }}
          packages: \${{ inputs.packages }}
          time-limit: 50m
          dry-run: \${{ inputs.dry-run }}

${UPLOAD}`
}

function tokenLines(listsPackages: boolean): string {
  if (!listsPackages) return ''
  return `          # A classic token with read:packages, write:packages and delete:packages: a workflow's own
          # may not list packages.
          token: \${{ secrets.PACKAGES_TOKEN }}
`
}
