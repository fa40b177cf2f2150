import type { PackageRef } from '../model/package.js'
import { globsWithoutFile } from '../policy/file-globs.js'
import type { Answer, Facts, ListedFacts, PullRequestFacts } from '../policy/facts.js'
import { NO_FACTS } from '../policy/facts.js'
import { questionsNeeded, type ListedPackage } from '../plan/questions-needed.js'
import { scanFiles } from '../policy/listed-files.js'
import { listedKey } from '../policy/questions.js'
import type { Question } from '../policy/questions.js'
import type { PullRequestList } from '../github/repository-facts.js'
import type { World, WorkspaceFile } from './world.js'
import { messageOf } from '../model/message-of.js'

/** What questions are asked of. */
export interface FactWorld {
  readonly github: Pick<World['github'], 'getPackage' | 'pullRequests' | 'branches' | 'releaseTags'>
  readonly npm: Pick<World['npm'], 'readDistTags'>
  readonly workspace: World['workspace']
}

/**
 * Asks what the rules of packages ask besides the packages: only what a rule in use needs, each
 * repository's lists and each set of files once a run. What can't be answered is an answer too:
 * it says why (ruling 5). Never throws.
 */
export class FactAsker {
  readonly #world: FactWorld
  readonly #asked = new Map<string, Promise<Answer<unknown>>>()

  constructor(world: FactWorld) {
    this.#world = world
  }

  /** The facts that a package as it is listed needs. */
  async factsFor(observed: ListedPackage): Promise<Facts> {
    const ref = observed.inventory.package
    const { questions, pullRequests: numbers } = questionsNeeded(observed)
    const kinds = new Set(questions.map(({ kind }) => kind))
    const [pullRequests, branches, releaseTags, distTags, listed] = await Promise.all([
      kinds.has('pull-requests')
        ? this.#pullRequests(ref, numbers)
        : kinds.has('open-pull-requests')
          ? this.#ofRepository(ref, 'open pull requests', READ_OPEN_PULLS)
          : NOT_NEEDED,
      kinds.has('branches') ? this.#ofRepository(ref, 'branches', READ_BRANCHES) : NOT_NEEDED,
      kinds.has('releases')
        ? this.#ofRepository(ref, 'releases and tags', READ_RELEASES)
        : NOT_NEEDED,
      kinds.has('dist-tags') ? this.#distTags(ref) : null,
      this.#listed(ref, questions)
    ])
    return { ...NO_FACTS, pullRequests, branches, releaseTags, distTags, listed }
  }

  /** All of them, or enough to settle the numbers that tags name. */
  async #pullRequests(
    ref: PackageRef,
    numbers: ReadonlySet<number> | null
  ): Promise<Answer<PullRequestFacts>> {
    const repository = await this.#repositoryOf(ref)
    const isRead = repository.known && this.#asked.has(`${ALL_PULLS} of ${repository.value}`)
    if (numbers === null || isRead) return this.#ofRepository(ref, ALL_PULLS, READ_PULLS)
    const read: Read<PullRequestList> = (github, name) => github.pullRequests(name, { numbers })
    // What was read for another package of the repository may do.
    const found = await this.#ofRepository(ref, 'pull requests', read)
    if (!found.known || found.value.isWhole || settles(found.value, numbers)) return found
    return this.#ofRepository(ref, ALL_PULLS, READ_PULLS)
  }

  async #ofRepository<T>(ref: PackageRef, what: string, read: Read<T>): Promise<Answer<T>> {
    const repository = await this.#repositoryOf(ref)
    if (!repository.known) return repository
    const name = repository.value
    return this.#once(`${what} of ${name}`, async () => {
      try {
        return { known: true, value: await read(this.#world.github, name) }
      } catch (error) {
        return {
          known: false,
          why: `the ${what} of ${name} could not be read: ${messageOf(error)}`
        }
      }
    })
  }

  /** The repository that a package is linked to: the questions are about this one alone. */
  #repositoryOf(ref: PackageRef): Promise<Answer<string>> {
    return this.#once(`repository of ${ref.type} ${ref.name}`, async () => {
      try {
        const { repository } = await this.#world.github.getPackage(ref)
        if (repository !== null) return { known: true, value: repository }
        return { known: false, why: 'the package is not linked to a repository' }
      } catch (error) {
        return { known: false, why: `its repository could not be read: ${messageOf(error)}` }
      }
    })
  }

  async #distTags({ owner, name }: PackageRef): Promise<Answer<Readonly<Record<string, string>>>> {
    try {
      return { known: true, value: await this.#world.npm.readDistTags(owner.login, name) }
    } catch (error) {
      return { known: false, why: `npm's dist-tags could not be read: ${messageOf(error)}` }
    }
  }

  async #listed(
    ref: PackageRef,
    questions: readonly Question[]
  ): Promise<Record<string, Answer<ListedFacts>>> {
    const listed: Record<string, Answer<ListedFacts>> = {}
    const wanted = { owner: ref.owner.login, name: ref.name, type: ref.type }
    for (const question of questions) {
      if (question.kind !== 'files') continue
      const key = listedKey(question.globs)
      const files = await this.#once(`files ${key}`, () => this.#read(question.globs))
      listed[key] = files.known ? { known: true, value: scanFiles(files.value, wanted) } : files
    }
    return listed
  }

  async #read(globs: readonly string[]): Promise<Answer<readonly WorkspaceFile[]>> {
    const { workspace } = this.#world
    const patterns = globs.join(', ')
    if (workspace === null) {
      return { known: false, why: `there is no workspace to look for ${patterns} in` }
    }
    try {
      const files = await workspace.read(globs)
      const paths = files.map(({ path }) => path)
      const idle = globsWithoutFile(globs, paths)
      if (files.length > 0 && idle.length === 0) {
        return { known: true, value: files }
      }
      return { known: false, why: noFileFor(files.length > 0 ? idle : globs) }
    } catch (error) {
      return { known: false, why: `a file could not be read: ${messageOf(error)}` }
    }
  }

  #once<T>(key: string, ask: () => Promise<Answer<T>>): Promise<Answer<T>> {
    const known = this.#asked.get(key)
    // A key stands for one kind of answer only.
    if (known !== undefined) return known as Promise<Answer<T>>
    const asked = ask()
    this.#asked.set(key, asked)
    return asked
  }
}

const ALL_PULLS = 'list of all pull requests'

/** Where a folder was renamed, what is deployed is named in files that nobody looked at. */
function noFileFor(globs: readonly string[]): string {
  return `no file of the workspace matches ${globs.join(', ')}: is actions/checkout missing?`
}

function settles({ open, closed }: PullRequestFacts, numbers: ReadonlySet<number>): boolean {
  const seen = new Set([...open, ...closed.map(({ number }) => number)])
  return [...numbers].every((number) => seen.has(number))
}

const NOT_NEEDED = 'not-needed' as const

type Read<T> = (github: FactWorld['github'], repository: string) => Promise<T>

const READ_PULLS: Read<PullRequestFacts> = (github, repository) => github.pullRequests(repository)
const READ_OPEN_PULLS: Read<PullRequestFacts> = (github, repository) =>
  github.pullRequests(repository, { state: 'open' })
const READ_BRANCHES: Read<string[]> = (github, repository) => github.branches(repository)
const READ_RELEASES: Read<string[]> = (github, repository) => github.releaseTags(repository)
