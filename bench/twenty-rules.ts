import type { Facts } from '../src/policy/facts.js'
import type { PackagePolicy } from '../src/policy/policy.js'
import { parsePolicyFile } from '../src/policy/policy-file.js'
import { NO_SETTINGS, resolvePolicy } from '../src/policy/settings.js'
import { NOW } from './sample-packages.js'

/** Twenty rules that ask all there is to ask of a container package. */
const CONTAINER = `
version: 1
packages:
  - names: "*"
    keep:
      - tags: ["v*", latest, "!*-rc*"]
      - { newest: 10, tags: "main-*" }
      - { tags: "{channel}-{build}", per: channel, newest: 5 }
      - { semver: ">=1", per: minor, newest: 1, by: semver }
      - { daily: 7, weekly: 4, monthly: 12, yearly: 3 }
      - { newer-than: 14d }
      - { open-pull-request: "pr-{number}" }
      - { live-branch: "{branch}-*", per: branch, newest: 2 }
      - { release: true }
      - { untagged: true, newest: 5 }
      - { tags: "/^v\\\\d+\\\\.\\\\d+\\\\.\\\\d+$/" }
    delete:
      - { closed-pull-request: "pr-{number}", older-than: 1d }
      - { tags: "main-*", older-than: 30d }
      - { untagged: true, older-than: 7d }
      - { gone-branch: "{branch}-*" }
      - { prerelease: true, older-than: 90d }
      - { superseded: true }
      - { tags: ["sha-*", "build-*"] }
      - { release: false, older-than: 1y }
      - { broken: [ghost, orphaned] }
`

const NPM = `
version: 1
packages:
  - names: "*"
    type: npm
    keep:
      - { prerelease: false, newest: 20 }
      - { newest: 3 }
      - { per: minor, newest: 1, by: semver }
      - { per: channel, newest: 10 }
      - { semver: "^20" }
      - { daily: 7, weekly: 4, monthly: 12 }
      - { newer-than: 14d }
      - { tags: ["2?.*", "!*-*"] }
      - { release: true }
      - { tags: "{number}.0.0" }
    delete:
      - { prerelease: true, older-than: 90d }
      - { superseded: true }
      - { semver: "<5" }
      - { tags: "*-beta.*", older-than: 30d }
      - { tags: "/-beta\\\\.0$/" }
      - { older-than: 2y }
      - { release: false, older-than: 1y }
      - { tags: ["1.*", "!1.9*"] }
      - { semver: "6 || 7 || 8" }
      - { prerelease: true, semver: ">=9", older-than: 60d }
`

export function twentyRules(type: 'container' | 'npm'): PackagePolicy {
  const result = parsePolicyFile(type === 'npm' ? NPM : CONTAINER, 'policy.yml')
  if (!result.ok) throw new Error(result.errors.map(({ message }) => message).join('\n'))
  const [entry] = result.file.entries
  if (entry === undefined) throw new Error('the policy has no entry')
  return resolvePolicy(entry, result.file.defaults, NO_SETTINGS)
}

/** Facts of a repository with 3,000 pull requests, 200 branches and 500 tags. */
export function sampleFacts(): Facts {
  const numbers = Array.from({ length: 3000 }, (_, at) => at * 5 + 2)
  return {
    pullRequests: {
      known: true,
      value: {
        open: numbers.slice(-100),
        closed: numbers.slice(0, -100).map((number) => ({ number, closedAt: NOW })),
        heads: Array.from({ length: 3000 }, (_, at) => (at === 0 ? 'feature-x' : `fix/${at}`))
      }
    },
    branches: {
      known: true,
      value: ['main', ...Array.from({ length: 200 }, (_, at) => `dev/${at}`)]
    },
    releaseTags: { known: true, value: Array.from({ length: 500 }, (_, at) => `v1.${at}.0`) },
    listed: {},
    distTags: { known: true, value: { latest: '24.0.0' } }
  }
}
