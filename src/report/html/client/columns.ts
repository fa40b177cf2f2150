import type { SortKey } from '../view/sort-keys.js'
import type { Rows } from '../view/rows.js'
import {
  dayText,
  decisionBadge,
  labelText,
  outcomeBadge,
  packageText,
  sizeText,
  wordText
} from './row-text.js'

/** One column of the table of decisions. */
export interface Column {
  readonly key: SortKey
  readonly title: string
  readonly isMono: boolean
  /** As a track of a CSS grid. */
  readonly width: string
  readonly cell: (rows: Rows, row: number) => Node | string
}

/** The columns of this run: outcomes only where it was live. */
export function columnsOf(rows: Rows): readonly Column[] {
  return ALL.filter(({ key }) => {
    if (key === 'outcome') return !rows.head.dryRun
    return key !== 'package' || rows.head.packages.length > 1
  })
}

const ALL: readonly Column[] = [
  column('decision', 'Decision', '84px', decisionBadge),
  column('outcome', 'Outcome', '92px', outcomeBadge),
  column('version', 'Version', 'minmax(130px, 1.3fr)', labelText, true),
  column('package', 'Package', 'minmax(96px, 1fr)', packageText),
  column('kind', 'Kind', '86px', (rows, row) => wordText(rows, 'kinds', row)),
  column('created', 'Created', '92px', (rows, row) => dayText(rows.created[row])),
  column('size', 'Size', '70px', (rows, row) => sizeText(rows.sizes[row])),
  column('rule', 'Rule', 'minmax(96px, 1fr)', (rows, row) => wordText(rows, 'rules', row)),
  column('reason', 'Reason', 'minmax(190px, 2.4fr)', (rows, row) => wordText(rows, 'reasons', row))
]

function column(
  key: SortKey,
  title: string,
  width: string,
  cell: Column['cell'],
  isMono = false
): Column {
  return { key, title, width, isMono, cell }
}
