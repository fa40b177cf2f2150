/** Input name to its text, as the runner or the command line gave it; '' is as good as absent. */
export type RawInputs = Readonly<Record<string, string | undefined>>

/** The text of a file, or in one clause why there is none. */
export type FileText =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: string }

/** What the inputs are read in: where their defaults come from, and the files that they name. */
export interface Surroundings {
  /** `GITHUB_SERVER_URL`; `null` where nothing is said. */
  readonly serverUrl: string | null
  /** `GITHUB_API_URL`; `null` where nothing is said. */
  readonly apiUrl: string | null
  /** `owner/name`; `null` outside a workflow. */
  readonly repository: string | null
  /** `null` where there is no default. */
  readonly repositoryOwner: string | null
  /** Where reports go by default: an absolute path. */
  readonly reportDirectory: string
  /** An absolute path; `null` where there is none. */
  readonly workspace: string | null
  /** Whether a person at a terminal gave the inputs, and no workflow. */
  readonly isTerminal?: boolean
  /** Reads a file as UTF-8. Paths are relative to the workspace where they are not absolute. */
  readFile(path: string): FileText
  /** The names in a folder, in any order; empty where it can't be read. */
  listFolder(path: string): readonly string[]
}
