import type { PackageRef } from '../model/package.js'
import type { Answer, Facts, ListedFacts, PullRequestFacts } from '../policy/facts.js'
import { NO_FACTS } from '../policy/facts.js'
import { scanListed } from '../policy/listed-text.js'
import type { PackagePolicy } from '../policy/policy.js'
import { listedKey, questionsOf } from '../policy/questions.js'
import type { Question } from '../policy/questions.js'
import type { World } from './world.js'

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

  /** The facts that a policy needs of a package. */
  async factsFor(ref: PackageRef, policy: PackagePolicy): Promise<Facts> {
    const questions = questionsIn(policy, ref)
    const kinds = new Set(questions.map(({ kind }) => kind))
    const [pullRequests, branches, releaseTags, distTags, listed] = await Promise.all([
      kinds.has('pull-requests')
        ? this.#ofRepository(ref, 'pull requests', READ_PULLS)
        : kinds.has('open-pull-requests')
          ? this.#ofRepository(ref, 'open pull requests', READ_OPEN_PULLS)
          : null,
      kinds.has('branches') ? this.#ofRepository(ref, 'branches', READ_BRANCHES) : null,
      kinds.has('releases') ? this.#ofRepository(ref, 'releases and tags', READ_RELEASES) : null,
      kinds.has('dist-tags') ? this.#distTags(ref) : null,
      this.#listed(ref, questions)
    ])
    return { ...NO_FACTS, pullRequests, branches, releaseTags, distTags, listed }
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
    for (const question of questions) {
      if (question.kind !== 'files') continue
      const key = listedKey(question.globs)
      const texts = await this.#once(`files ${key}`, () => this.#read(question.globs))
      listed[key] = texts.known ? { known: true, value: scanAll(texts.value, ref) } : texts
    }
    return listed
  }

  async #read(globs: readonly string[]): Promise<Answer<readonly string[]>> {
    const { workspace } = this.#world
    const patterns = globs.join(', ')
    if (workspace === null) {
      return { known: false, why: `there is no workspace to look for ${patterns} in` }
    }
    try {
      const files = await workspace.read(globs)
      if (files.length > 0) return { known: true, value: files.map(({ text }) => text) }
      return {
        known: false,
        why: `no file of the workspace matches ${patterns}: is actions/checkout missing?`
      }
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

type Read<T> = (github: FactWorld['github'], repository: string) => Promise<T>

const READ_PULLS: Read<PullRequestFacts> = (github, repository) => github.pullRequests(repository)
const READ_OPEN_PULLS: Read<PullRequestFacts> = (github, repository) =>
  github.pullRequests(repository, 'open')
const READ_BRANCHES: Read<string[]> = (github, repository) => github.branches(repository)
const READ_RELEASES: Read<string[]> = (github, repository) => github.releaseTags(repository)

/** Every question that a rule of the policy asks; those of delete rules only where any deletes. */
function questionsIn(policy: PackagePolicy, { type }: PackageRef): readonly Question[] {
  if (policy.delete.length === 0) return []
  return [
    ...policy.delete.flatMap(({ conditions }) =>
      conditions.flatMap((condition) => questionsOf(condition, 'delete', type))
    ),
    ...policy.keep.flatMap(({ conditions }) =>
      conditions.flatMap((condition) => questionsOf(condition, 'keep', type))
    )
  ]
}

function scanAll(texts: readonly string[], ref: PackageRef): ListedFacts {
  const found = texts.map((text) =>
    scanListed(text, { owner: ref.owner.login, name: ref.name, type: ref.type })
  )
  return {
    digests: found.flatMap(({ digests }) => digests),
    tags: found.flatMap(({ tags }) => tags)
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
