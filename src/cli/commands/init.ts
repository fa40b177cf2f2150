import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { Command } from 'commander'
import { lookAround, type MissingName } from '../../run/first-policy/look-around.js'
import { policyDraft } from '../../run/first-policy/policy-draft.js'
import type { SeenPackage } from '../../run/first-policy/seen-package.js'
import {
  POLICY_FILE,
  RESTORE_FILE,
  restoreDraft,
  SCHEDULE_FILE,
  scheduleDraft
} from '../../run/first-policy/workflow-drafts.js'
import { flagsAgain, shellQuoted } from '../../run/given-again.js'
import { nameWithoutOwner } from '../../run/near-names.js'
import { plural } from '../../report/wording.js'
import { PACKAGE_TYPES } from '../../model/package.js'
import { addTokenFlag, tokenOf } from '../command-token.js'
import { EXIT, UsageError } from '../exit-codes.js'
import { inputFlags, type FlagValues } from '../flags.js'
import { checkoutRoot, remoteRepository } from '../git-remote.js'
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
        'that previews it every night, and one that undoes a run; nothing is overwritten, and in ' +
        'a checkout they go to its root'
    )
  addTokenFlag(added)
  added
    .option('--owner <NAME>', 'organisation or user that has the packages (that of the git remote)')
    .option('--packages <NAMES>', 'names or globs of packages to look at (all)')
    .option('--package-type <TYPES>', 'types of packages to look at (all)')
    .option('--api-url <URL>', 'address of the REST API')
    .option('--registry-url <URL>', 'address of the container registry, for what is printed')
    .option('--npm-registry-url <URL>', 'address of the npm registry, for what is printed')
    .option('--force', 'overwrite files that are there')
    .addHelpText(
      'after',
      '\nExamples:\n  package-retention init --owner acme\n' +
        '  package-retention init --owner acme --packages app,worker'
    )
    .action(() => init(added, shell))
}

async function init(command: Command, shell: Shell): Promise<void> {
  const options: { readonly force?: boolean; readonly tokenFile?: string } = command.opts()
  const root = checkoutRoot(shell.directory) ?? shell.directory
  refuseOverwriting(root, options.force === true)
  const given = inputFlags(command)
  const [owner, repository] = ownerOf(given['owner'], shell)
  const names = given['packages']
  const config = cleanupConfig(shell, {
    'package-type': 'all',
    packages: '*',
    ...registriesOf(given['api-url'], shell),
    ...given,
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
  const account = seen.owner.login
  refuseMissing(account, seen.missing)
  if (!seen.mayList) checkNamed(seen.packages, names === undefined, account, shell)
  const tokenFile = options.tokenFile === undefined ? {} : { 'token-file': options.tokenFile }
  const flags = flagsAgain({ ...given, ...tokenFile, owner: account }, 'plan')
  write({ shell, root, flags }, account, seen.packages)
  shell.exitCode = EXIT.done
}

/** No registry is asked: what is known of the API's address stands in for theirs. */
function registriesOf(apiUrl: string | undefined, { environment }: Shell): FlagValues {
  const { GITHUB_API_URL, GITHUB_SERVER_URL } = environment
  const standIn =
    apiUrl ?? [GITHUB_API_URL, GITHUB_SERVER_URL].find((url) => URL.canParse(url ?? ''))
  return standIn === undefined ? {} : { 'registry-url': standIn, 'npm-registry-url': standIn }
}

/** A name that no package has would make a policy that does nothing, in silence. */
function refuseMissing(owner: string, missing: readonly MissingName[]): void {
  if (missing.length === 0) return
  const lines = missing.map(({ name, near }) => {
    const own = nameWithoutOwner(name, owner)
    const hint =
      own !== null
        ? `; the name is without the owner: ${own}`
        : near.length > 0
          ? `; near it: ${near.join(', ')}`
          : ''
    return `--packages: "${name}": ${owner} has no package of this name that the token can see${hint}`
  })
  throw new Error(lines.join('\n'))
}

/** What was looked at by a token that may not list packages. */
function checkNamed(
  packages: readonly SeenPackage[],
  isByDefault: boolean,
  owner: string,
  shell: Shell
): void {
  if (packages.length === 0) {
    throw new UsageError(
      `--packages: the token may not list the packages of ${owner}: name them, such as ` +
        '--packages app,worker, or use a classic token with read:packages, which sees them all'
    )
  }
  const name = packages[0]?.name ?? ''
  const looked = isByDefault
    ? `only ${name}, which is called like the repository, was looked at`
    : 'only those named were looked at'
  new Terminal(shell.stdout, shell.stderr, shell.environment, false).complain(
    `warning: the token may not list packages, so ${looked}; a classic token with read:packages ` +
      'sees them all'
  )
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

function refuseOverwriting(root: string, force: boolean): void {
  const there = [POLICY_FILE, SCHEDULE_FILE, RESTORE_FILE].filter((path) =>
    existsSync(join(root, path))
  )
  if (there.length > 0 && !force) {
    throw new UsageError(`${there.join(' and ')} would be overwritten; give --force to do so`)
  }
}

/** Where the files go. */
interface Desk {
  readonly shell: Shell
  /** The root of the checkout, where there is one. */
  readonly root: string
  /** What a command to paste has to say again. */
  readonly flags: string
}

function write(desk: Desk, owner: string, packages: readonly SeenPackage[]): void {
  const { shell } = desk
  const terminal = new Terminal(shell.stdout, shell.stderr, shell.environment, false)
  const policy = policyDraft(owner, packages, new Date().toISOString().slice(0, 10))
  const wish = {
    asksPullRequests: policy.includes('open-pull-request'),
    listsPackages: policy.includes('names: "*"')
  }
  terminal.line(`${plural(packages.length, 'package')} of ${owner} seen`)
  const docker = packages.filter(({ type }) => type === 'docker').length
  if (docker > 0) {
    terminal.line(
      `${plural(docker, 'package')} of the type docker left out: nothing is known of their images`
    )
  }
  const path = put(desk, POLICY_FILE, policy, terminal)
  put(desk, SCHEDULE_FILE, scheduleDraft(wish), terminal)
  put(desk, RESTORE_FILE, restoreDraft(wish), terminal)
  const plan = `${shell.program} plan${desk.flags} --policy-file ${shellQuoted(path)}`
  for (const line of nextSteps(plan, wish.listsPackages)) terminal.line(line)
}

/** Gives its path from where the tool was started. */
function put(
  { shell, root }: Omit<Desk, 'flags'>,
  path: string,
  text: string,
  terminal: Terminal
): string {
  const file = join(root, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  const shown = relative(shell.directory, file)
  terminal.line(`wrote ${shown}`)
  return shown
}

function nextSteps(plan: string, listsPackages: boolean): readonly string[] {
  const settings = listsPackages
    ? 'Add the secret PACKAGES_TOKEN: a classic token with read, write and delete:packages.'
    : 'In the settings of each package, Manage Actions access: this repository with the role Admin.'
  return [
    '',
    'Next:',
    `  1. See what it would do:  ${plan}`,
    '  2. Change the policy until it does what you want, then commit the three files.',
    `  3. ${settings}`,
    '  4. The workflow previews every night. When you like what you see, set PREVIEW to false in it.',
    '  5. To undo a run within 30 days, start the workflow "Restore packages".'
  ]
}
