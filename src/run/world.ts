import type { GitHubClient } from '../github/client.js'
import type { Clock, EpochMs } from '../model/time.js'
import type { NpmClient } from '../registry/npm-dist-tags.js'
import type { RegistryClient } from '../registry/manifest-client.js'
import type { JournalEntry } from '../report/journal-entry.js'
import type { PackageReport, Report } from '../report/report.js'

/** What a run tells while it goes on. The shells turn it into log lines or progress bars. */
export interface RunTelling {
  /** Something worth a line, as it happens. */
  note(text: string): void
  /** How far reading or changing has come; told often, shown at most every few seconds. */
  progress(progress: RunProgress): void
  /** A package was planned: its entry of the report so far. */
  planned(entry: PackageReport, dryRun: boolean): void
  /** A package was changed: its entry with outcomes. */
  changed(entry: PackageReport, dryRun: boolean): void
}

export interface RunProgress {
  readonly phase: 'reading' | 'changing'
  readonly done: number
  readonly total: number
}

/** Where the report and its journal go. All writes are flushed before they return. */
export interface ReportFiles {
  /**
   * The reports of earlier runs since then that lie there, with what their journals know, the
   * newest first and not too many. To be asked, and gone through, before anything is written.
   */
  earlier(since: EpochMs): Iterable<Report>
  /** Replaces report.json in one step. */
  writeReport(report: Report): Promise<void>
  /** Appends to report.journal.ndjson; called synchronously so that nothing overtakes it. */
  appendJournal(entry: JournalEntry): void
  /** Writes report.html and report.csv and drops the journal, now that report.json is complete. */
  finish(report: Report, now: EpochMs): Promise<void>
}

/** What is kept between runs, as bytes; `null` where there is nothing or no place for it. */
export interface KeptBytes {
  load(): Promise<Uint8Array | null>
  save(bytes: Uint8Array): Promise<void>
}

/** Files of the workspace that globs match. */
export interface WorkspaceFiles {
  /** @throws Error where a file can't be read; an empty list where none matches */
  read(globs: readonly string[]): Promise<readonly WorkspaceFile[]>
}

export interface WorkspaceFile {
  /** Relative to the workspace. */
  readonly path: string
  readonly text: string
}

/** All that a run touches outside itself. */
export interface World {
  readonly github: GitHubClient
  readonly registry: RegistryClient
  readonly npm: NpmClient
  readonly clock: Clock
  readonly telling: RunTelling
  readonly files: ReportFiles
  /** `null` where nothing is kept between runs. */
  readonly kept: KeptBytes | null
  /** `null` where there is no workspace. */
  readonly workspace: WorkspaceFiles | null
  /** Random hex digits, for bytes that must be new in the world. */
  readonly nonce: () => string
  /** Why the run has to end at once, or `null`: a signal. */
  readonly interrupted: () => string | null
  readonly toolVersion: string
}
