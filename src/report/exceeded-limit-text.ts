import type { ExceededLimit } from '../plan/deletion-limits.js'
import { formatCount } from './bytes.js'

/** How a plan goes beyond `max-deletions`, as a clause. */
export function exceededLimitText({
  limit,
  package: ref,
  deletions,
  versions
}: ExceededLimit): string {
  const going = `${formatCount(deletions)} of ${formatCount(versions)} versions would be deleted`
  switch (limit.kind) {
    case 'count':
      return `${going}, and max-deletions allows ${formatCount(limit.count)} in a run`
    case 'share':
      return `${going} in ${ref?.type ?? ''} package ${ref?.name ?? ''}, and max-deletions allows ${limit.percent}%`
  }
}
