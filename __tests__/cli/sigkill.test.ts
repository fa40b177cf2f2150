import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { seeded } from '../../src/emulator/faults.js'
import { applyJournal } from '../../src/report/journal.js'
import { readReport } from '../../src/report/read-report.js'
import type { VersionRow } from '../../src/report/report.js'
import { compiledFolder } from '../shell/compiled.js'
import { livingTags, openSmallSite, type SmallSite } from '../shell/small-site.js'
import { startNode, type Started } from '../shell/started.js'

// The process itself is killed, by a signal that no program can catch: what is on the disk is all
// that is left. Seeds of the same on a stage without processes are in scenarios/killed.test.ts.

const VERSIONS = 30
const CONCURRENCY = 3
const SEEDS = [1, 2, 3, 4, 5, 6]

const RULES = ['--delete-tags', 'old-*', '--older-than', '30d']
const REPORT = 'package-retention-report/report.json'
const JOURNAL = 'package-retention-report/report.journal.ndjson'

function start({ emulator, token, folder }: SmallSite, ...args: readonly string[]): Started {
  const { apiUrl, registryUrl } = emulator
  const where = ['--api-url', apiUrl, '--registry-url', registryUrl, '--owner', 'acme']
  return startNode(
    [join(compiledFolder(), 'cli.js'), ...args, ...where, '--packages', 'app'],
    { GITHUB_TOKEN: token.secret, XDG_CACHE_HOME: join(folder, 'cache') },
    folder
  )
}

/** Kills a clean-up when GitHub is asked for the n-th deletion. */
async function killAt(site: SmallSite, nth: number): Promise<void> {
  const run = start(site, 'cleanup', ...RULES, '--concurrency', String(CONCURRENCY))
  let deletions = 0
  const stop = site.emulator.onRequest((request) => {
    if (request.method !== 'DELETE') return
    deletions += 1
    if (deletions === nth) run.child.kill('SIGKILL')
  })
  expect((await run.ended).exitCode).toBeNull()
  stop()
}

/** What the files of the killed run say, its journal put in. */
function rowsLeft({ folder }: SmallSite): readonly VersionRow[] {
  const read = readReport(readFileSync(join(folder, REPORT), 'utf8'), REPORT)
  if (!read.ok) throw new Error(read.errors.join())
  const journal = readFileSync(join(folder, JOURNAL), 'utf8')
  const { complete, packages } = applyJournal(read.report, journal)
  expect(complete).toBe(false)
  return packages.flatMap(({ versions }) => versions)
}

test.each(SEEDS)(
  'killed by SIGKILL at a random deletion, undone, finished: seed %i',
  async (seed) => {
    const site = await openSmallSite(VERSIONS)
    const before = livingTags(site.app)
    await killAt(site, 1 + Math.floor(seeded(seed)() * (VERSIONS - 2)))

    const rows = rowsLeft(site)
    const deleted = rows
      .filter(({ outcome }) => outcome === 'deleted')
      .flatMap(({ tags }) => tags ?? [])
    const silent = rows.filter(({ outcome, decision }) => outcome === null && decision === 'delete')
    const left = new Set(livingTags(site.app))
    expect(deleted.filter((tag) => left.has(tag))).toEqual([])
    const inFlight = silent.flatMap(({ tags }) => tags ?? []).filter((tag) => !left.has(tag))
    expect(inFlight.length).toBeLessThanOrEqual(CONCURRENCY)
    expect(deleted.length + inFlight.length + left.size).toBe(before.length)

    const undone = await start(site, 'restore', '--report', REPORT).ended
    expect([undone.exitCode, livingTags(site.app)]).toEqual([0, before])
    const finished = await start(site, 'cleanup', ...RULES).ended
    expect([finished.exitCode, livingTags(site.app)]).toEqual([0, ['v1']])
  }
)
