import type { PackageType } from '../../model/package.js'
import { QUICK_INPUTS, type QuickInput, type QuickInputs } from '../../policy/quick-inputs.js'
import type { InputReader } from './input-reader.js'

/** What was given for the quick rules; what is wrong is noted and counts as not given. */
export function readQuickInputs(inputs: InputReader, types: readonly PackageType[]): QuickInputs {
  return {
    types,
    deleteTags: inputs.list('delete-tags'),
    deleteUntagged: inputs.boolean('delete-untagged'),
    olderThan: inputs.duration('older-than'),
    deletePrereleases: inputs.boolean('delete-prereleases'),
    deleteBroken: inputs.list('delete-broken'),
    keepTags: inputs.list('keep-tags'),
    keepNewest: inputs.whole('keep-newest'),
    keepNewestUntagged: inputs.whole('keep-newest-untagged'),
    keepNewerThan: inputs.duration('keep-newer-than')
  }
}

/**
 * The quick inputs that were given, be they wrong. `delete-prereleases: false` is as good as
 * absent (ruling 15), and so is a list without an entry.
 */
export function quickInputsGiven(inputs: InputReader): readonly QuickInput[] {
  return QUICK_INPUTS.filter((name) => {
    const text = inputs.text(name)
    if (text === null || /^[\s,]*$/.test(text)) return false
    return name !== 'delete-prereleases' || !/^(false|False|FALSE)$/.test(text)
  })
}
