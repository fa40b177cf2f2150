import type { FactWorld } from '../../src/run/ask-facts.js'

const refuse = () => Promise.reject(new Error('nobody is asked'))

/** Where nobody answers but a workspace. */
export function silentWorld(workspace: FactWorld['workspace']): FactWorld {
  return {
    github: { getPackage: refuse, pullRequests: refuse, branches: refuse, releaseTags: refuse },
    npm: { readDistTags: refuse },
    workspace
  }
}
