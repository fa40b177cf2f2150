import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { livingTags, openSmallSite, type SmallSite } from '../shell/small-site.js'
import { resultOf, runStep, startStep, unmasked } from './step-run.js'

const OLD = { 'older-than': '30d', 'keep-tags': 'v*' }
const COUNTS = [
  'packages',
  'versions',
  'selected',
  'deleted',
  'untagged',
  'restored',
  'kept',
  'gone',
  'retained',
  'blocked',
  'skipped',
  'failed',
  'remaining',
  'reclaimed-bytes'
]
const OUTPUTS = [...COUNTS, 'report', 'report-html', 'report-csv'].toSorted()

describe('a run', () => {
  test('that is live deletes, and says so in outputs, summary and log', async () => {
    const site = await openSmallSite()
    const step = await runStep(site, OLD)

    expect(step).toMatchObject({ exitCode: 0, stderr: '' })
    expect(livingTags(site.app)).toEqual(['v1'])
    expect(Object.keys(step.outputs).toSorted()).toEqual(OUTPUTS)
    expect(step.outputs).toMatchObject({
      packages: '1',
      versions: '3',
      selected: '2',
      deleted: '2',
      kept: '1',
      failed: '0',
      report: join(site.folder, 'package-retention', 'report.json')
    })
    for (const name of ['report', 'report-html', 'report-csv']) {
      expect(existsSync(step.outputs[name] ?? '')).toBe(true)
    }
    expect(step.summary).toMatch(/Undo this run[\s\S]*run-id: "4711"/)
    expect(step.stdout).toMatch(/^::group::.*app.*\n[\s\S]*^::endgroup::/m)
    expect(existsSync(join(site.folder, 'package-retention', 'report.journal.ndjson'))).toBe(false)
  })

  test('that is dry changes nothing and says how many would go', async () => {
    const site = await openSmallSite()
    const step = await runStep(site, { ...OLD, 'dry-run': 'true' })

    expect(step.exitCode).toBe(0)
    expect(step.outputs).toMatchObject({ selected: '2', deleted: '0' })
    expect(step.stdout).toContain(`report: ${step.outputs['report'] ?? 'none'}\n`)
    expect(livingTags(site.app)).toEqual(['old-1', 'old-2', 'v1'])
    expect(site.emulator.requests.filter(({ method }) => method === 'DELETE')).toEqual([])
  })

  test('writes the token nowhere but where it tells the runner to mask it', async () => {
    const site = await openSmallSite()
    const step = await runStep(site, OLD)
    const { secret } = site.token

    expect(step.stdout.startsWith('::add-mask::')).toBe(true)
    expect(step.stdout).toContain(`::add-mask::${Buffer.from(secret).toString('base64')}`)
    expect(unmasked(step)).not.toContain(secret)
    expect(readFileSync(step.outputs['report'] ?? '', 'utf8')).not.toContain(secret)
  })

  test('moves the report of an earlier run aside: it is the way back from it', async () => {
    const site = await openSmallSite()
    const first = await runStep(site, { ...OLD, 'dry-run': 'true' })
    const { startedAt } = JSON.parse(readFileSync(first.outputs['report'] ?? '', 'utf8')) as {
      readonly startedAt: string
    }
    await runStep(site, OLD)

    const name = `report-${startedAt.replaceAll(':', '-')}-cleanup-dry-run.json`
    expect(existsSync(join(site.folder, 'package-retention', name))).toBe(true)
  })

  test('goes without a summary, outputs and a workspace where the runner gives no place', async () => {
    const site = await openSmallSite()
    const none = { GITHUB_STEP_SUMMARY: '', GITHUB_OUTPUT: '', GITHUB_WORKSPACE: '' }
    const step = await runStep(site, OLD, none)

    expect(step.exitCode).toBe(0)
    expect(livingTags(site.app)).toEqual(['v1'])
  })
})

describe('the runner gives a place for outputs that is not there', () => {
  const nowhere = (site: SmallSite) => ({ GITHUB_OUTPUT: join(site.folder, 'none', 'output') })

  test('a run that deleted tells all the same what it did and the way back, then fails', async () => {
    const site = await openSmallSite()
    const step = await runStep(site, OLD, nowhere(site))

    expect(step.exitCode).toBe(1)
    expect(livingTags(site.app)).toEqual(['v1'])
    expect(step.stdout).toMatch(/^report: .*report\.json$[\s\S]*^To undo this run/m)
    expect(step.stdout.trimEnd().split('\n').at(-1)).toMatch(
      /^::error::the outputs of this step could not be set \(GITHUB_OUTPUT\): Missing file/
    )
    expect(step.stdout).not.toContain('broke off')
    expect(step.summary).toMatch(/^## [\s\S]*Undo this run[\s\S]* 2 deleted/)
  })

  test('wrong inputs are told all the same', async () => {
    const site = await openSmallSite()
    const step = await runStep(site, { 'older-than': '30' }, nowhere(site))

    expect(step.exitCode).toBe(1)
    expect(step.stdout).toMatch(/::error::older-than: "30"[\s\S]*::error::the outputs/)
  })
})

describe('the way back and forth', () => {
  test('a run is undone by its own report, twice', async () => {
    const site = await openSmallSite()
    const { outputs } = await runStep(site, OLD)
    const undo = { mode: 'restore', report: outputs['report'] ?? '' }
    const first = await runStep(site, undo)

    expect(first).toMatchObject({ exitCode: 0, outputs: { restored: '2' } })
    expect(livingTags(site.app)).toEqual(['old-1', 'old-2', 'v1'])
    expect(await runStep(site, undo)).toMatchObject({ exitCode: 0, outputs: { restored: '0' } })
  })
})

describe('a step fails, with all outputs set', () => {
  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['no rule', {}, 'no rule is given'],
    ['a wrong value', { 'older-than': '30' }, 'older-than: "30": the unit is missing'],
    ['a misspelt input', { 'older-than': '1d', 'keep-newset': '5' }, 'did you mean keep-newest?'],
    ['no token', { ...OLD, token: ' ' }, 'token: none is given']
  ])('before any request where the inputs are wrong: %s', async (_what, inputs, message) => {
    const site = await openSmallSite()
    const step = await runStep(site, inputs)

    expect(step.exitCode).toBe(1)
    expect(step.stdout).toMatch(/^::error/m)
    expect(step.stdout).toContain(message)
    expect(step.summary).toContain('could not begin')
    expect(Object.keys(step.outputs).toSorted()).toEqual(OUTPUTS)
    expect(COUNTS.map((name) => step.outputs[name])).toEqual(COUNTS.map(() => '0'))
    expect(site.emulator.requests).toEqual([])
  })

  test('several wrong inputs are all told', async () => {
    const step = await runStep(await openSmallSite(), { 'older-than': '30', 'dry-run': 'yes' })

    expect(step.stdout).toMatch(/::error::older-than: /)
    expect(step.stdout).toMatch(/::error::dry-run: /)
    expect(step.stdout).toMatch(
      /::error::there are 2 errors in the inputs or the policy; see above/
    )
  })

  test('where the token is refused', async () => {
    const step = await runStep(await openSmallSite(), { ...OLD, token: `ghp_${'w'.repeat(36)}` })

    expect(step.exitCode).toBe(1)
    expect(Object.keys(step.outputs).toSorted()).toEqual(OUTPUTS)
    expect(unmasked(step)).not.toContain('wwww')
  })

  test('where a package is not there', async () => {
    const step = await runStep(await openSmallSite(), { ...OLD, packages: 'ap' })

    expect(step.exitCode).toBe(1)
    expect(step.stdout).toMatch(/^::error.*ap/m)
  })

  test('where the report can’t be written, before anything is asked', async () => {
    const site = await openSmallSite()
    const step = await runStep(site, { ...OLD, 'report-directory': '/dev/null/reports' })

    expect(step.exitCode).toBe(1)
    expect(step.summary).toMatch(/could not begin[^]*report-directory/)
    expect(Object.keys(step.outputs).toSorted()).toEqual(OUTPUTS)
    expect(site.emulator.requests).toEqual([])
  })
})

describe('a signal', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    '%s ends a run with its report, also while GitHub does not answer',
    async (signal) => {
      const site = await openSmallSite(30)
      site.emulator.addFault({ method: 'DELETE', trouble: { kind: 'delay', ms: 60_000 } })
      const { child, ended } = startStep(site, OLD)
      await deletions(site.emulator, 1)
      child.kill(signal)
      const step = resultOf(site, await ended)

      expect(step.exitCode).toBe(1)
      const path = join(site.folder, 'package-retention', 'report.json')
      const report: unknown = JSON.parse(readFileSync(path, 'utf8'))
      expect(report).toMatchObject({ complete: true, packages: [{ name: 'app' }] })
      expect(step.stdout).toContain(signal)
      expect(step.outputs['report']).toBe(path)
    }
  )
})

describe('a fault of ours', () => {
  test('that nobody caught ends the step with what was done until then', async () => {
    const site = await openSmallSite(5)
    site.emulator.addFault({ method: 'DELETE', skip: 2, trouble: { kind: 'delay', ms: 60_000 } })
    const crash = 'process.on("SIGUSR2",()=>void Promise.reject(new Error("boom")))'
    const { child, ended } = startStep(
      site,
      { ...OLD, concurrency: '1' },
      { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(crash)}` }
    )
    await deletions(site.emulator, 3)
    child.kill('SIGUSR2')
    const step = resultOf(site, await ended)

    expect(step.exitCode).toBe(1)
    expect(step.stdout).toMatch(
      /::error title=The run failed::the run broke off: boom%0AWhat was done .*report/
    )
    expect(step.outputs).toMatchObject({ selected: '5', deleted: '2' })
    expect(step.summary).not.toBe('')
  })
})

async function deletions(
  emulator: { onRequest(hook: (request: { readonly method: string }) => void): () => void },
  count: number
): Promise<void> {
  let seen = 0
  await new Promise<void>((resolve) => {
    emulator.onRequest(({ method }) => {
      if (method === 'DELETE') seen += 1
      if (seen === count) resolve()
    })
  })
}
