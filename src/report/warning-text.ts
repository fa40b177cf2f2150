import type { PlanWarning } from '../plan/plan.js'
import { freezeText } from './freeze-text.js'
import { shortName } from './labels.js'
import { clip, enumerate, plural } from './wording.js'

/** What a person should know of a package, as a sentence. A new code without a line does not compile. */
export function warningText(warning: PlanWarning): string {
  switch (warning.code) {
    case 'question-unanswered':
      return `The question of ${warning.rule} could not be answered, so it ${warning.side === 'keep' ? 'keeps everything' : 'deletes nothing'}: ${warning.why}`
    case 'names-no-root':
      return `${warning.rule} names ${names(warning.names)}: a part of an image is never deleted on its own`
    case 'unknown-manifests':
      return `The registry does not know ${plural(warning.names.length, 'manifest')} that GitHub lists (${names(warning.names)}); broken: [unpullable] would select ${warning.names.length === 1 ? 'it' : 'them'}`
    case 'lacks-parts':
      return `${plural(warning.images.length, 'image')} that ${warning.images.length === 1 ? 'stays lacks' : 'stay lack'} parts: ${enumerate(warning.images, 5)}; repair may bring them back`
    case 'tags-untold':
      return untoldText(warning)
    case 'frozen':
      return `Nothing goes in this package: ${freezeText(warning.freeze)}`
  }
}

function untoldText({ rule, places }: Extract<PlanWarning, { code: 'tags-untold' }>): string {
  const list = enumerate(
    places.map(({ path, line, written }) => `${path}:${line} (${clip(written, 40)})`),
    3
  )
  return places.length === 1
    ? `${rule} can't tell the tag that ${list} names, so it may keep too little: write the tag there, or keep it by tags`
    : `${rule} can't tell the tags that ${list} name, so it may keep too little: write the tags there, or keep them by tags`
}

function names(list: readonly string[]): string {
  return enumerate(
    list.map((name) => shortName(name)),
    3
  )
}
