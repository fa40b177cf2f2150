import type { EpochMs } from '../model/time.js'
import { addOrganization, addPackage, addRepository, addToken, addUser } from './builders.js'
import {
  buildMain,
  buildNightly,
  buildPullRequests,
  moveEdge,
  offerCandidates,
  type PullRequestHistory,
  releaseWeekly
} from './history-image.js'
import { packageCharts, publishNpm } from './history-packages.js'
import { commitOf, Timeline } from './history-timeline.js'
import { createWorld, type PackageState, type TokenState, type World } from './state.js'

/** A world in which a team has published for two years, and its workflow's token. */
export interface History {
  readonly world: World
  /** `GITHUB_TOKEN` of a workflow of the repository, with `packages: write`. */
  readonly token: TokenState
  readonly owner: string
  /** `owner/name`. */
  readonly repository: string
  /** Container packages: the image, and a Helm chart. */
  readonly image: PackageState
  readonly charts: PackageState
  /** npm. */
  readonly ui: PackageState
}

const OWNER = 'acme'
const REPOSITORY = 'acme/shop'
/** One a week, of which a few are still open. */
const PULL_REQUESTS = 8

/**
 * Two years of an image, its Helm chart and an npm package of acme/shop, up to `now`. Whenever
 * it is made it has the same versions, but for dates and what names a date.
 */
export function twoYearsOfHistory(now: EpochMs): History {
  const world = createWorld()
  addOrganization(world, OWNER, { admins: ['ada'] })
  addUser(world, 'ada')
  const timeline = new Timeline(now)
  const pullRequests = pullRequestsOf()
  addShopRepository(world, timeline, pullRequests)
  const add = (name: string, type: 'container' | 'npm', daysAgo: number) =>
    addPackage(world, OWNER, name, {
      type,
      visibility: 'public',
      repository: REPOSITORY,
      roles: { [REPOSITORY]: 'admin' },
      createdAt: timeline.dateOf(daysAgo)
    })
  const [image, charts, ui] = [
    add('shop', 'container', 724),
    add('charts/shop', 'container', 687),
    add('shop-ui', 'npm', 680)
  ]
  const history = { world, image, timeline }
  releaseWeekly(history)
  offerCandidates(history)
  buildNightly(history)
  buildMain(history)
  buildPullRequests(history, pullRequests)
  moveEdge(history)
  packageCharts(world, charts, timeline)
  publishNpm(world, ui, timeline)
  timeline.replay()
  const token = addToken(world, { kind: 'actions', repository: REPOSITORY })
  return { world, token, owner: OWNER, repository: REPOSITORY, image, charts, ui }
}

/** The newest first; some live for long, most are merged within days. */
function pullRequestsOf(): PullRequestHistory[] {
  return Array.from({ length: PULL_REQUESTS }, (_, place) => {
    const openedDaysAgo = 2 + place * 7
    const isOpen = place % 5 === 0 || place === 1
    return {
      number: 412 - place * 9,
      openedDaysAgo,
      closedDaysAgo: isOpen ? null : openedDaysAgo - 4
    }
  })
}

function addShopRepository(
  world: World,
  timeline: Timeline,
  pullRequests: readonly PullRequestHistory[]
): void {
  addRepository(world, REPOSITORY, {
    visibility: 'public',
    branches: ['main', ...branchesOf(pullRequests)],
    pullRequests: pullRequests.map(({ number, closedDaysAgo }) => {
      const closedAt = closedDaysAgo === null ? null : timeline.dateOf(closedDaysAgo)
      return {
        number,
        state: closedAt === null ? 'open' : 'closed',
        closedAt,
        mergedAt: closedAt,
        headBranch: `topic-${number}`,
        headSha: commitOf(`pull request ${number}`)
      }
    })
  })
}

function branchesOf(pullRequests: readonly PullRequestHistory[]): string[] {
  return pullRequests
    .filter(({ closedDaysAgo }) => closedDaysAgo === null)
    .map(({ number }) => `topic-${number}`)
}
