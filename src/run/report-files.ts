import { closeSync, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { EpochMs } from '../model/time.js'
import { csvReport } from '../report/csv.js'
import { formatJournalLine, type JournalEntry } from '../report/journal-entry.js'
import type { Report } from '../report/report.js'
import { writeDurably, writeUnderBoth } from './durable-write.js'
import { moveEarlierAside } from './earlier-report.js'
import { earlierReports } from './earlier-reports.js'
import { ownReportPath, reportPaths, type ReportPaths } from './report-paths.js'
import type { ReportFiles } from './world.js'
import { messageOf } from '../model/message-of.js'

export interface ReportFilesOptions {
  /** Absolute. Made where it is not there. */
  readonly directory: string
  /** The report's other name, where it is not that of its run. */
  readonly fileName?: string
  /** Makes report.html. */
  readonly html: (report: Report, now: EpochMs) => string
  /** Told in a sentence where report.html or report.csv can't be made: the run goes on. */
  readonly onTrouble: (text: string) => void
}

/**
 * The files of a run's report in one folder. report.json is replaced in one step, the journal is
 * flushed line by line. From its plan on each report.json also has its run's own name, so that
 * what names it still means this run after the next. What an earlier run left in the folder is
 * moved aside first.
 *
 * @throws Error from `writeReport` and `appendJournal` where the folder can't be written
 */
export function createReportFiles(options: ReportFilesOptions): ReportFiles {
  const paths = reportPaths(options.directory)
  const journal = new Journal(paths)
  let startedAt: string | null = null
  return {
    earlier: (since) => earlierReports(options.directory, since),
    writeReport: async (report) => {
      if (report.startedAt !== startedAt) {
        journal.close()
        await moveEarlierAside(paths)
      }
      startedAt = report.startedAt
      const own = ownReportPath(options.directory, report, options.fileName)
      await writeUnderBoth(own, paths.json, jsonOf(report))
    },
    appendJournal: (entry) => journal.append(entry),
    finish: async (report, now) => {
      journal.close()
      await rm(paths.journal, { force: true })
      await attempt('report.csv', options, () => writeDurably(paths.csv, csvReport(report)))
      await attempt('report.html', options, () =>
        writeDurably(paths.html, options.html(report, now))
      )
    }
  }
}

/** Indented, since a person may read and change it. */
function jsonOf(report: Report): string {
  return `${JSON.stringify(report, null, 1)}\n`
}

async function attempt(
  name: string,
  { onTrouble }: ReportFilesOptions,
  write: () => Promise<void>
): Promise<void> {
  try {
    await write()
  } catch (error) {
    onTrouble(`${name} could not be written: ${messageOf(error)}`)
  }
}

class Journal {
  readonly #paths: ReportPaths
  #handle: number | null = null

  constructor(paths: ReportPaths) {
    this.#paths = paths
  }

  append(entry: JournalEntry): void {
    const handle = this.#open()
    const line = Buffer.from(formatJournalLine(entry))
    for (let written = 0; written < line.length;) {
      written += writeSync(handle, line, written)
    }
    fsyncSync(handle)
  }

  close(): void {
    if (this.#handle !== null) closeSync(this.#handle)
    this.#handle = null
  }

  #open(): number {
    if (this.#handle !== null) return this.#handle
    mkdirSync(dirname(this.#paths.journal), { recursive: true })
    this.#handle = openSync(this.#paths.journal, 'a')
    return this.#handle
  }
}
