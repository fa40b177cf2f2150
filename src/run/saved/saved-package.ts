import type { OwnerKind, PackageType } from '../../model/package.js'
import type { ListedVersion } from '../../model/version.js'
import type { VersionRow } from '../../report/report.js'

/** A version list that somebody saved. What it does not say of itself is `null`. */
export interface SavedPackage {
  readonly owner: string | null
  readonly ownerKind: OwnerKind | null
  readonly type: PackageType | null
  /** Without the owner; for npm without the scope. */
  readonly name: string | null
  readonly versions: readonly ListedVersion[]
  /** The rows of a report by id, which know the images; `null` where it is a plain list. */
  readonly rows: ReadonlyMap<number, VersionRow> | null
  /** Why nothing may go in it, as a report has it; `null` where nothing says so. */
  readonly frozen: string | null
  /** What the report says itself; `null` where it is a plain list. */
  readonly report: SavedReport | null
}

/** What a report says of a package that it holds. */
export interface SavedReport {
  /** ISO 8601. */
  readonly madeAt: string
  readonly dryRun: boolean
  /** `null` where it does not say by which rules. */
  readonly policyDigest: string | null
  /** All of its versions, those that the run deleted too. */
  readonly rows: readonly VersionRow[]
}

/** What a file of saved lists holds, or all that is wrong with it. */
export type SavedLists =
  | {
      readonly ok: true
      readonly packages: readonly SavedPackage[]
      /** When a report was begun; ISO 8601. `null` where lists don't say. */
      readonly madeAt: string | null
    }
  | { readonly ok: false; readonly errors: readonly string[] }
