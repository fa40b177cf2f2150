import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Command } from 'commander'
import { lookAround } from '../../run/first-policy/look-around.js'
import { policyDraft } from '../../run/first-policy/policy-draft.js'
import type { SeenPackage } from '../../run/first-policy/seen-package.js'
import {
  POLICY_FILE,
  RESTORE_FILE,
  restoreDraft,
  SCHEDULE_FILE,
  scheduleDraft
} from '../../run/first-policy/workflow-drafts.js'
import { plural } from '../../report/wording.js'
import { PACKAGE_TYPES } from '../../model/package.js'
import { addTokenFlag, tokenOf } from '../command-token.js'
import { EXIT, UsageError } from '../exit-codes.js'
import { inputFlags, type FlagValues } from '../flags.js'
import { remoteRepository } from '../git-remote.js'
import { withLiveWorld } from '../live-world.js'
import { cleanupConfig } from '../plan-matrix.js'
import type { Shell } from '../shell.js'
import { Terminal } from '../terminal.js'

/** `init`: a first policy and two workflows, made for the packages that are there. */
export function addInit(program: Command, shell: Shell): void {
  const added = program
    .command('init')
    .summary('write a first policy and the workflows, after a look at the packages')
    .description(
      'look at the packages of an owner and write a first policy with comments, a workflow ' +
        'that previews it every night, and one that undoes a run; nothing is overwritten'
    )
  addTokenFlag(added)
  added
    .option('--owner <NAME>', 'organisation or user that has the packages (that of the git remote)')
    .option('--package-type <TYPES>', 'types of packages to look at (all)')
    .option('--packages <NAMES>', 'names or globs of packages to look at (all)')
    .option('--api-url <URL>', 'address of the REST API')
    .option('--force', 'overwrite files that are there')
    .addHelpText(
      'after',
      '\nExamples:\n  package-retention init --owner acme\n' +
        '  package-retention init --owner acme --packages app,worker'
    )
    .action(() => init(added, shell))
}

async function init(command: Command, shell: Shell): Promise<void> {
  const options: { readonly force?: boolean } = command.opts()
  refuseOverwriting(shell, options.force === true)
  const given = inputFlags(command)
  const [owner, repository] = ownerOf(given['owner'], shell)
  const names = given['packages']
  const config = cleanupConfig(shell, {
    'package-type': 'all',
    packages: '*',
    ...given,
    ...registriesOf(given['api-url']),
    owner,
    // No run takes place: any rule will do.
    'older-than': '1d',
    'dry-run': 'true',
    token: await tokenOf(command, given, shell)
  })
  const seen = await withLiveWorld(shell, config, (world) =>
    lookAround(
      {
        owner,
        types: config.packageTypes ?? PACKAGE_TYPES,
        names: names === undefined ? null : config.packages,
        fallbackName: repository
      },
      world
    )
  )
  write(shell, seen.owner.login, seen.packages, seen.mayList)
  shell.exitCode = EXIT.done
}

/** No registry is asked: where the address of the API tells none, it may stand in. */
function registriesOf(apiUrl: string | undefined): FlagValues {
  return apiUrl === undefined ? {} : { 'registry-url': apiUrl, 'npm-registry-url': apiUrl }
}

function ownerOf(
  given: string | undefined,
  { environment, directory }: Shell
): [owner: string, repository: string | null] {
  const workflow = environment['GITHUB_REPOSITORY']?.split('/') ?? null
  const [owner, repository] = workflow ?? remoteRepository(directory) ?? []
  const chosen = given ?? owner
  if (chosen === undefined) {
    throw new UsageError('--owner: expected an organisation or user: no git remote says which')
  }
  return [chosen, chosen === owner ? (repository?.toLowerCase() ?? null) : null]
}

function refuseOverwriting({ directory }: Shell, force: boolean): void {
  const there = [POLICY_FILE, SCHEDULE_FILE, RESTORE_FILE].filter((path) =>
    existsSync(join(directory, path))
  )
  if (there.length > 0 && !force) {
    throw new UsageError(`${there.join(' and ')} would be overwritten; give --force to do so`)
  }
}

function write(
  shell: Shell,
  owner: string,
  packages: readonly SeenPackage[],
  mayList: boolean
): void {
  const terminal = new Terminal(shell.stdout, shell.stderr, shell.environment, false)
  const policy = policyDraft(owner, packages, new Date().toISOString().slice(0, 10))
  const wish = {
    asksPullRequests: policy.includes('open-pull-request'),
    listsPackages: policy.includes('names: "*"')
  }
  terminal.line(`${plural(packages.length, 'package')} of ${owner} seen`)
  if (!mayList) {
    terminal.complain(
      'warning: the token may not list packages, so only those named were looked at; a classic ' +
        'token with read:packages sees them all'
    )
  }
  const docker = packages.filter(({ type }) => type === 'docker').length
  if (docker > 0) {
    terminal.line(
      `${plural(docker, 'package')} of the type docker left out: nothing is known of their images`
    )
  }
  put(shell, POLICY_FILE, policy, terminal)
  put(shell, SCHEDULE_FILE, scheduleDraft(wish), terminal)
  put(shell, RESTORE_FILE, restoreDraft(wish), terminal)
  for (const line of nextSteps(owner, wish.listsPackages)) terminal.line(line)
}

function put({ directory }: Shell, path: string, text: string, terminal: Terminal): void {
  const file = join(directory, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  terminal.line(`wrote ${path}`)
}

function nextSteps(owner: string, listsPackages: boolean): readonly string[] {
  const settings = listsPackages
    ? 'Add the secret PACKAGES_TOKEN: a classic token with read, write and delete:packages.'
    : 'In the settings of each package, Manage Actions access: this repository with the role Admin.'
  return [
    '',
    'Next:',
    `  1. See what it would do:  package-retention plan --owner ${owner} --policy-file ${POLICY_FILE}`,
    '  2. Change the policy until it does what you want, then commit the three files.',
    `  3. ${settings}`,
    '  4. The workflow previews every night. When you like what you see, set PREVIEW to false in it.',
    '  5. To undo a run within 30 days, start the workflow "Restore packages".'
  ]
}
