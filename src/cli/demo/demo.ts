import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { startEmulator, type GitHubEmulator } from '../../emulator/emulator.js'
import { twoYearsOfHistory, type History } from '../../emulator/history.js'
import type { EpochMs } from '../../model/time.js'
import { runAction, type ActionResult } from './action-run.js'
import { type DemoFolders, makeDemoFolders, POLICY_PATH, STEP_FOLDERS } from './demo-folders.js'
import { DEMO_POLICY } from './demo-policy.js'
import { checkPulls, type PullSnapshot, snapshotOf } from './pull-check.js'
import { logView } from './shown-log.js'
import { shownSummary } from './shown-summary.js'

/** What the demo is given. */
export interface DemoOptions {
  /** The action's bundle, `dist/index.js`. */
  readonly entry: string
  /** Folder for the reports; `null`: a new one among the system's temporary ones. */
  readonly keep: string | null
  /** The end of the two years of history. */
  readonly now: EpochMs
  /** How a person calls the tool. */
  readonly program: string
  /** Writes a line, or several. */
  readonly tell: (text: string) => void
  /** Ends the demo at once; nothing is left behind. */
  readonly signal: AbortSignal
}

/** Thrown where there is no bundle to run. */
export class NoActionError extends Error {
  override readonly name = 'NoActionError'
}

/**
 * Shows the action at work on an emulated GitHub: a preview, the clean-up, and its undoing,
 * with a check after each that what stays can be pulled. No request leaves the machine.
 * `true` where everything went as it should.
 *
 * @throws NoActionError where the bundle is not there
 * @throws Error `AbortError` where `signal` ended it
 */
export async function runDemo(options: DemoOptions): Promise<boolean> {
  await findEntry(options.entry)
  options.signal.throwIfAborted()
  const history = twoYearsOfHistory(options.now)
  const folders = await makeDemoFolders(options.keep, DEMO_POLICY)
  const emulator = await startEmulator(history.world)
  try {
    const isFine = await new Demo(options, history, folders, emulator).play()
    await folders.leave()
    return isFine
  } catch (error) {
    await folders.removeAll()
    throw error
  } finally {
    await emulator.close()
  }
}

async function findEntry(entry: string): Promise<void> {
  try {
    await access(entry)
  } catch {
    throw new NoActionError(
      `the demo runs the action's bundle, but ${entry} is not there; build it with: npm run build`
    )
  }
}

class Demo {
  readonly #options: DemoOptions
  readonly #history: History
  readonly #folders: DemoFolders
  readonly #emulator: GitHubEmulator
  #isFine = true

  constructor(
    options: DemoOptions,
    history: History,
    folders: DemoFolders,
    emulator: GitHubEmulator
  ) {
    this.#options = options
    this.#history = history
    this.#folders = folders
    this.#emulator = emulator
  }

  async play(): Promise<boolean> {
    const { program } = this.#options
    const { image, charts, ui } = this.#history
    const [preview, cleanup, restore] = STEP_FOLDERS
    this.#introduce()
    const before = snapshotOf([image, charts])
    const npmBefore = livingOf(ui)
    const policy = { 'policy-file': POLICY_PATH }

    this.#title('1. The preview: dry-run: true. Nothing is changed.')
    await this.#step(preview, { ...policy, 'dry-run': 'true' }, logView(false))
    this.#check(before, npmBefore, 'unchanged')

    this.#title('2. The same without dry-run: exactly that plan is carried out.')
    await this.#step(cleanup, policy, logView(true))
    this.#check(before, npmBefore, 'kept')

    this.#title('3. And back again: mode: restore, with the report of that run.')
    const report = join(this.#folders.reports, cleanup, 'report.json')
    await this.#step(restore, { mode: 'restore', report }, logView(true))
    this.#check(before, npmBefore, 'unchanged')

    this.#say(`\nThe reports of the three runs (open a report.html): ${this.#folders.reports}`)
    this.#say(
      `To begin with your own packages: ${program} init\n` +
        `To play with these: ${program} demo --serve`
    )
    return this.#isFine
  }

  #introduce(): void {
    const { image, charts, ui, repository } = this.#history
    this.#say(
      `On ${this.#emulator.url} there is now a small GitHub with the packages of ${repository}:\n` +
        `two years of releases, nightly builds, pull requests, signatures and attestations.\n` +
        `  ghcr.io/acme/shop         ${livingOf(image)} versions\n` +
        `  ghcr.io/acme/charts/shop  ${livingOf(charts)} versions\n` +
        `  @acme/shop-ui (npm)       ${livingOf(ui)} versions\n` +
        'The action in dist/ runs on it as in a workflow. Nothing else is asked, no token is\n' +
        `needed. Its policy, ${POLICY_PATH}:\n\n` +
        DEMO_POLICY.trimEnd().replace(/^(?=.)/gm, '  ')
    )
  }

  async #step(
    name: string,
    inputs: Readonly<Record<string, string>>,
    view: (line: string) => string | null
  ): Promise<void> {
    const { entry, signal } = this.#options
    const { token, repository } = this.#history
    const { url, apiUrl, registryUrl, npmRegistryUrl } = this.#emulator
    this.#say(`The log of the step:\n`)
    const result = await runAction({
      entry,
      folder: this.#folders.runnerTemp(name),
      workspace: this.#folders.workspace,
      repository,
      serverUrl: url,
      apiUrl,
      signal,
      onLine: (line) => this.#tellLine(view(line)),
      inputs: {
        ...inputs,
        token: token.secret,
        owner: this.#history.owner,
        'registry-url': registryUrl,
        'npm-registry-url': npmRegistryUrl,
        'report-directory': join(this.#folders.reports, name)
      }
    })
    this.#tellResult(result)
  }

  #tellLine(shown: string | null): void {
    if (shown !== null) this.#say(shown.replace(/^/gm, '  '))
  }

  #tellResult({ exitCode, summary }: ActionResult): void {
    const shown = shownSummary(summary)
    if (shown !== '') this.#say(`\nThe step summary:\n\n${shown.replace(/^(?=.)/gm, '  ')}`)
    if (exitCode === 0) return
    this.#isFine = false
    this.#say(`\nThe step failed with exit code ${exitCode ?? 'none'}.`)
  }

  /** What is left of the tags, and whether each of them is whole; `unchanged`: all of them. */
  #check(before: PullSnapshot, npmBefore: number, expected: 'unchanged' | 'kept'): void {
    const { ui } = this.#history
    const check = checkPulls(before)
    const npmNow = livingOf(ui)
    const isWhole = check.broken.length === 0
    const isAsBefore = check.now === check.before && npmNow === npmBefore
    const isRight = isWhole && (expected === 'kept' || isAsBefore)
    this.#isFine &&= isRight
    const found = isWhole
      ? `every one of them can be pulled whole (${check.manifests} manifests: platforms, attestations and signatures included)`
      : `${check.broken.length} of them can't be pulled any more: ${check.broken.join(', ')}`
    this.#say(
      `\nChecked by pulling: ${check.now} of ${check.before} tags are there, and ${found}.\n` +
        `npm has ${npmNow} of ${npmBefore} versions.` +
        (isRight ? '' : '\nThat is not as it should be.')
    )
  }

  #title(text: string): void {
    this.#say(`\n${'='.repeat(text.length)}\n${text}\n${'='.repeat(text.length)}\n`)
  }

  #say(text: string): void {
    this.#options.tell(text)
  }
}

function livingOf({ versions }: History['image']): number {
  return versions.filter(({ deletedAt }) => deletedAt === null).length
}
