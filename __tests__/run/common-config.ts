import type { GitHubEmulator } from '../../src/emulator/emulator.js'
import type { CommonConfig } from '../../src/run/config.js'

/** What runs of every mode are given against an emulator: acme's packages, live, without limits. */
export function commonConfig(emulator: GitHubEmulator, token: string): CommonConfig {
  return {
    token,
    owner: 'acme',
    apiUrl: emulator.apiUrl,
    registryUrl: emulator.registryUrl,
    npmRegistryUrl: emulator.npmRegistryUrl,
    dryRun: false,
    concurrency: 10,
    timeLimit: null,
    reserveRequests: 0,
    manifestCache: true,
    reportDirectory: '/nowhere',
    failOn: 'error',
    packages: null,
    packageTypes: null,
    share: null
  }
}
