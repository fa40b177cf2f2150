import { versionLabel, exampleList } from '../report/labels.js'
import { DELETE_REASON_TITLES } from '../report/reason-titles.js'
import type { PackageReport, PlannedChanges, Report, VersionRow } from '../report/report.js'
import { plural } from '../report/wording.js'

/** Why a row of a reviewed plan can't be carried out whatever the package says, or `null`. */
export type Refuse = (row: VersionRow) => string | null

const TURNED = 'the plan did not decide so: by hand changes can only be taken out of a plan'
const UNTAG_CODES = { 'tags-selected': true, planned: true }

/**
 * A person may take changes out of a plan, never add one (4-running): what it lists as planned
 * tells that, and where it lists nothing, the code of what decided.
 */
export function refusalIn({ type, planned }: PackageReport): Refuse {
  const ask = planned === undefined ? refusedByCode : refusedByList(planned)
  return (row) => {
    if (row.decision === 'keep' || row.decision === 'restore') return null
    const isPossible = row.decision === 'delete' || (type === 'container' && row.untag.length > 0)
    return isPossible ? ask(row) : TURNED
  }
}

function refusedByList(planned: PlannedChanges): Refuse {
  const deletes = new Set(planned.delete)
  const untags = new Map(planned.untag.map(({ id, tags }) => [id, tags]))
  return ({ id, decision, untag }) => {
    if (decision === 'delete') return deletes.has(id) ? null : TURNED
    const tags = untags.get(id)
    if (tags === undefined) return TURNED
    const added = untag.filter((tag) => !tags.includes(tag))
    return added.length === 0 ? null : `${added.join(', ')}: ${TURNED}`
  }
}

function refusedByCode({ decision, reasonCode }: VersionRow): string | null {
  const codes = decision === 'delete' ? DELETE_REASON_TITLES : UNTAG_CODES
  return reasonCode === null || Object.hasOwn(codes, reasonCode) ? null : TURNED
}

const NOTHING_PLANNED: PlannedChanges = { package: null, delete: [], untag: [] }

const SHOWN_ADDED = 5

/** In a sentence which rows of a package were made changes by hand; `null` where none were. */
export function addedWarning(entry: PackageReport): string | null {
  const refusalOf = refusalIn(entry)
  const added = entry.versions.filter((row) => refusalOf(row) !== null)
  if (added.length === 0) return null
  const labels = added.slice(0, SHOWN_ADDED).map((row) => `${versionLabel(row)} (${row.id})`)
  const rows = plural(added.length, 'row')
  const [are, they] = added.length === 1 ? ['is', 'it is'] : ['are', 'they are']
  return (
    `${rows} ${are} not in the plan's own list of changes, so ${they} not carried out: ` +
    `by hand changes can only be taken out of a plan: ${exampleList(labels, added.length - labels.length)}`
  )
}

/** The plan in which nothing is planned in packages that were added to it by hand. */
export function withoutAdded(plan: Report): Report {
  if (plan.packages.every(({ planned }) => planned === undefined)) return plan
  const packages = plan.packages.map((entry) => ({ planned: NOTHING_PLANNED, ...entry }))
  return { ...plan, packages }
}

/** Whether a plan deletes a package as a whole, and decided so itself. */
export function goesWhole({ packageDecision, planned }: PackageReport): boolean {
  return packageDecision === 'delete' && planned?.package !== null
}
