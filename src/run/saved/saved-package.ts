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
