import { existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { applyJournal } from '../../src/report/journal.js'
import { readReport } from '../../src/report/read-report.js'
import type { Report } from '../../src/report/report.js'
import { writeDurably } from '../../src/run/durable-write.js'
import { createKeptFile } from '../../src/run/kept-file.js'
import { recoveredReport } from '../../src/run/recovered-report.js'
import { readReportFile } from '../../src/run/report-file.js'
import { createReportFiles } from '../../src/run/report-files.js'
import { scratchFolder } from './small-site.js'

const ref = { owner: 'acme', type: 'npm', name: 'ui' }

function report(day: number, complete = false): Report {
  const text = JSON.stringify({
    schema: '',
    version: 1,
    tool: { name: 'package-retention', version: '1.0.0' },
    mode: 'cleanup',
    dryRun: false,
    startedAt: `2026-01-0${day}T00:00:00.000Z`,
    finishedAt: null,
    complete,
    packages: [
      {
        owner: 'acme',
        ownerKind: 'organization',
        type: 'npm',
        name: 'ui',
        versions: [
          { id: 7, name: '1.0.0', tags: [], createdAt: null, updatedAt: null, decision: 'delete' }
        ]
      }
    ]
  })
  const read = readReport(text, 'report')
  if (!read.ok) throw new Error(read.errors.join())
  return read.report
}

/** The name that the run of the first day has of its own. */
const FIRST = 'report-2026-01-01T00-00-00.000Z-cleanup'

function files(directory: string, html: () => string = () => '<html>') {
  const troubles: string[] = []
  const made = createReportFiles({ directory, html, onTrouble: (text) => troubles.push(text) })
  return { made, troubles }
}

function journalTo(made: ReturnType<typeof files>['made'], { startedAt }: Report): void {
  made.appendJournal({ kind: 'run', startedAt })
  made.appendJournal({
    kind: 'version',
    package: ref,
    outcome: { id: 7, outcome: 'deleted', error: null, untagged: [], retagged: [] }
  })
}

describe('the files of a report', () => {
  test('the journal is on the disk before the next change begins', async () => {
    const folder = join(scratchFolder(), 'new', 'folder')
    const { made } = files(folder)
    await made.writeReport(report(1))
    journalTo(made, report(1))

    const lines = readFileSync(join(folder, 'report.journal.ndjson'), 'utf8')
    expect(applyJournal(report(1), lines).totals.deleted).toBe(1)
    expect(recoveredReport(folder, Date.parse('2026-01-01'))?.totals.deleted).toBe(1)
    expect(recoveredReport(folder, Date.parse('2026-01-02'))).toBeNull()
  })

  test('at the end the journal is gone, and no draft lies around', async () => {
    const folder = scratchFolder()
    const { made } = files(folder)
    await made.writeReport(report(1))
    journalTo(made, report(1))
    await made.writeReport(report(1, true))
    await made.finish(report(1, true), 0)

    expect(readdirSync(folder).toSorted()).toEqual([
      `${FIRST}.json`,
      'report.csv',
      'report.html',
      'report.json'
    ])
  })

  test('a run has a name of its own from its plan on, which no later run takes', async () => {
    const folder = scratchFolder()
    const first = files(folder)
    await first.made.writeReport(report(1))
    expect(readReportFile(join(folder, `${FIRST}.json`), folder)).toMatchObject({ ok: true })

    await first.made.writeReport(report(1, true))
    await first.made.finish(report(1, true), 0)
    await files(folder).made.writeReport(report(2))

    const own = JSON.parse(readFileSync(join(folder, `${FIRST}.json`), 'utf8')) as unknown
    expect(own).toMatchObject({ startedAt: report(1).startedAt, complete: true })
    const latest = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as unknown
    expect(latest).toMatchObject({ startedAt: report(2).startedAt })
    expect(readdirSync(folder)).toEqual(
      expect.arrayContaining([`${FIRST}.html`, `${FIRST}.csv`, `${FIRST}.json`])
    )
  })

  test('both names are one file, where the disk can do that', async () => {
    const folder = scratchFolder()
    await files(folder).made.writeReport(report(1))

    const inodeOf = (name: string) => statSync(join(folder, name)).ino
    expect(inodeOf('report.json')).toBe(inodeOf(`${FIRST}.json`))
  })

  test('a killed run is read by its own name with its journal, also after the next run', async () => {
    const folder = scratchFolder()
    const first = files(folder)
    await first.made.writeReport(report(1))
    journalTo(first.made, report(1))
    const deleted = () => {
      const read = readReportFile(join(folder, `${FIRST}.json`), folder)
      return read.ok ? read.report.totals.deleted : read.errors
    }
    expect(deleted()).toBe(1)

    const { made } = files(folder)
    await made.writeReport(report(2))
    journalTo(made, report(2))

    expect(deleted()).toBe(1)
    expect(existsSync(join(folder, `${FIRST}.journal.ndjson`))).toBe(true)
    const lines = readFileSync(join(folder, 'report.journal.ndjson'), 'utf8').trim().split('\n')
    expect(lines).toHaveLength(2)
  })

  test('a report.json without a name of its own gets it when the next run begins', async () => {
    const folder = scratchFolder()
    writeFileSync(join(folder, 'report.json'), JSON.stringify(report(1)))
    await files(folder).made.writeReport(report(2))

    expect(existsSync(join(folder, `${FIRST}.json`))).toBe(true)
  })

  test('a report.json that a person has changed is kept beside the one of the run', async () => {
    const folder = scratchFolder()
    await files(folder).made.writeReport(report(1))
    const reviewed = JSON.stringify(report(1, true))
    await writeDurably(join(folder, 'report.json'), reviewed)
    await files(folder).made.writeReport(report(2))

    expect(readFileSync(join(folder, `${FIRST}-2.json`), 'utf8')).toBe(reviewed)
    expect(readFileSync(join(folder, `${FIRST}.json`), 'utf8')).not.toBe(reviewed)
  })

  test('what an older release had set aside is read with its journal', async () => {
    const folder = scratchFolder()
    const first = files(folder)
    await first.made.writeReport(report(1))
    journalTo(first.made, report(1))
    const old = join(folder, 'report-2026-01-01T00-00-00.000Z')
    renameSync(join(folder, 'report.json'), `${old}.json`)
    renameSync(join(folder, 'report.journal.ndjson'), `${old}.journal.ndjson`)

    const read = readReportFile(`${old}.json`, folder)
    expect(read.ok && read.report.totals.deleted).toBe(1)
  })

  test('a page that can’t be made is told, and the rest is there', async () => {
    const folder = scratchFolder()
    const { made, troubles } = files(folder, () => {
      throw new Error('no page')
    })
    await made.writeReport(report(1, true))
    await made.finish(report(1, true), 0)

    expect(troubles).toEqual([expect.stringContaining('report.html')])
    expect(existsSync(join(folder, 'report.csv'))).toBe(true)
  })

  test('a folder that can’t be made is an error', async () => {
    const file = join(scratchFolder(), 'file')
    writeFileSync(file, '')

    await expect(files(join(file, 'x')).made.writeReport(report(1))).rejects.toThrow()
  })
})

describe('what is kept in a file', () => {
  test('comes back as it was saved, and is nothing at first', async () => {
    const kept = createKeptFile(join(scratchFolder(), 'a', 'kept.bin'))

    expect(await kept.load()).toBeNull()
    await kept.save(new Uint8Array([1, 2, 3]))
    expect([...((await kept.load()) ?? [])]).toEqual([1, 2, 3])
  })
})
