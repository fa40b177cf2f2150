import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach } from '@jest/globals'
import {
  addOrganization,
  addPackage,
  addToken,
  addUser,
  addVersion
} from '../../src/emulator/builders.js'
import { startEmulator, type GitHubEmulator } from '../../src/emulator/emulator.js'
import { createWorld, type PackageState, type TokenState } from '../../src/emulator/state.js'
import { DAY_MS } from '../../src/model/time.js'

/** The organisation acme with a package `app`, and a folder to work in. */
export interface SmallSite {
  readonly emulator: GitHubEmulator
  readonly token: TokenState
  readonly app: PackageState
  readonly folder: string
}

const running: GitHubEmulator[] = []
const folders: string[] = []

afterEach(async () => {
  await Promise.all(running.splice(0).map((emulator) => emulator.close()))
})
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A new folder that is gone after the tests of the file. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'shell-'))
  folders.push(folder)
  return folder
}

/** `app` has `old-1` … `old-COUNT`, 90 days old, and `v1`, a day old. */
export async function openSmallSite(count = 2): Promise<SmallSite> {
  const world = createWorld()
  addUser(world, 'ada')
  addOrganization(world, 'acme', { admins: ['ada'] })
  const app = addPackage(world, 'acme', 'app')
  const now = Date.now()
  for (let place = 1; place <= count; place += 1) {
    addVersion(world, app, { tags: [`old-${place}`], createdAt: now - 90 * DAY_MS })
  }
  addVersion(world, app, { tags: ['v1'], createdAt: now - DAY_MS })
  const token = addToken(world, { login: 'ada' })
  const emulator = await startEmulator(world)
  running.push(emulator)
  return { emulator, token, app, folder: scratchFolder() }
}

/** The tags of the living versions. */
export function livingTags(app: PackageState): readonly string[] {
  return [...app.tags.keys()].toSorted()
}
