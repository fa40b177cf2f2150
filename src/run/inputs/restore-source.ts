import type { PackageType } from '../../model/package.js'
import { checkPattern } from '../../policy/pattern-check.js'
import { compilePatternList } from '../../policy/pattern-list.js'
import { isPlainName, type PackageNames } from '../../policy/package-names.js'
import type { PatternList } from '../../policy/pattern.js'
import type { Report } from '../../report/report.js'
import type { RestoreSource } from '../config.js'
import type { InputReader } from './input-reader.js'
import type { InputName } from './input-table.js'
import { hasChanged, laterReportsBeside, liveReportsBeside } from './live-reports.js'
import { readReportInput } from './report-source.js'
import { parseWhole } from './scalar-texts.js'
import type { Surroundings } from './surroundings.js'

const EXPECTED = 'expected exactly one of report, version-ids, and deleted-tags or deleted-within'

/** What `restore` brings back: exactly one source. `null` where something is wrong with it. */
export function readRestoreSource(
  inputs: InputReader,
  surroundings: Surroundings,
  types: readonly PackageType[],
  names: PackageNames | null
): RestoreSource | null {
  const given = sourcesGiven(inputs)
  const [first, second] = given
  if (first === undefined)
    inputs.refuse('report', null, `mode: restore needs a source; ${EXPECTED}`)
  if (first !== undefined && second !== undefined) {
    inputs.refuse(first, inputs.text(first), `${second} is given too; ${EXPECTED}`)
  }
  const report = reportToUndo(inputs, surroundings)
  const ids = given.includes('version-ids') ? readIds(inputs, types, names) : null
  const tags = readTags(inputs, types)
  const within = inputs.duration('deleted-within')
  if (first === 'report') return report && fromReport(report, inputs, surroundings)
  if (first === 'version-ids') return ids && { kind: 'ids', ids }
  return tags === null && within === null ? null : { kind: 'deleted', tags, within }
}

function fromReport(
  report: Report,
  inputs: InputReader,
  surroundings: Surroundings
): RestoreSource {
  const path = inputs.text('report')
  const later = path === null ? [] : laterReportsBeside(path, report, surroundings)
  const beside = path === null || hasChanged(report) ? [] : liveReportsBeside(path, surroundings)
  return { kind: 'report', report, later, beside }
}

/** One name for each source that is given. */
function sourcesGiven(inputs: InputReader): readonly InputName[] {
  const deleted: InputName = inputs.isGiven('deleted-tags') ? 'deleted-tags' : 'deleted-within'
  const sources: readonly InputName[] = ['report', 'version-ids', deleted]
  return sources.filter((name) => inputs.isGiven(name))
}

function reportToUndo(inputs: InputReader, surroundings: Surroundings): Report | null {
  const report = readReportInput(inputs, 'report', surroundings)
  const path = inputs.text('report')
  if (report === null || path === null || !report.dryRun) return report
  const others = liveReportsBeside(path, surroundings)
  const beside = others.length === 0 ? '' : `; runs beside it that did: ${others.join('; ')}`
  const what = 'it is the report of a dry run, which changed nothing; expected the run to undo'
  inputs.refuse('report', path, `${what}${beside}`)
  return null
}

function readIds(
  inputs: InputReader,
  types: readonly PackageType[],
  names: PackageNames | null
): readonly number[] | null {
  const ids = inputs.list('version-ids').map((text) => {
    const parsed = parseWhole(text, 1, Number.MAX_SAFE_INTEGER)
    if (!parsed.ok) inputs.refuse('version-ids', text, 'expected ids of versions, such as 123456')
    return parsed.ok ? parsed.value : 0
  })
  if (ids.length === 0) inputs.refuse('version-ids', inputs.text('version-ids'), 'it names none')
  refuseSeveral(inputs, types, names)
  return ids.length > 0 && !ids.includes(0) ? [...new Set(ids)] : null
}

/** An id belongs to one package, and asking another one about it would only say that it is gone. */
function refuseSeveral(
  inputs: InputReader,
  types: readonly PackageType[],
  names: PackageNames | null
): void {
  const isOne = names === null || (names.sources.length === 1 && names.sources.every(isPlainName))
  if (!isOne) {
    inputs.refuse('packages', inputs.text('packages'), 'version-ids needs exactly one plain name')
  }
  if (types.length > 1) {
    inputs.refuse('package-type', inputs.text('package-type'), 'version-ids needs exactly one type')
  }
}

function readTags(inputs: InputReader, types: readonly PackageType[]): PatternList | null {
  const sources = inputs.list('deleted-tags')
  if (inputs.isGiven('deleted-tags') && /^[\s,]+$/.test(inputs.text('deleted-tags') ?? '')) {
    inputs.refuse('deleted-tags', null, 'the list has no entry')
  }
  let isWrong = false
  for (const source of sources) {
    const check = checkPattern(source, types)
    if (check.ok) continue
    isWrong = true
    inputs.refuse('deleted-tags', source, check.why)
  }
  const compiled = sources.length === 0 || isWrong ? null : compilePatternList(sources)
  return compiled?.ok ? compiled.list : null
}
