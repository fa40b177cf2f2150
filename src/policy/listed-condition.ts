import type { EvaluationContext } from './evaluation-context.js'
import { isUserTag } from '../model/digest.js'
import { hasTags } from '../model/package.js'
import type { ListedFacts } from './facts.js'
import { listedKey } from './questions.js'
import type { Side } from './root-conditions.js'
import { namedDigest } from './root-conditions.js'
import type { Root } from './root.js'

/** `listed-in`: about the root where a file names a digest, about tags where it names `name:tag` (rulings 1, 17). */
export interface ListedCondition {
  /** What names the root as a whole, or in `keep` a version of its image; `null` where nothing does. */
  namesImage(root: Root): string | null
  namesTag(tag: string): boolean
}

/** Makes the condition. Where the files could not be read it holds for nothing. */
export function listedIn(
  globs: readonly string[],
  context: EvaluationContext,
  side: Side
): ListedCondition {
  const answer = context.facts.listed[listedKey(globs)]
  const digests = new Set(answer?.known === true ? answer.value.digests : [])
  const tags = new Set(answer?.known === true ? tagsFor(side, answer.value) : [])
  const partNamed = (root: Root): string | undefined =>
    hasTags(context.type) && side === 'keep'
      ? root.image
          .filter(({ id }) => id !== root.version.id)
          .flatMap((version) => version.tags)
          .find((tag) => isUserTag(tag) && tags.has(tag))
      : undefined
  return {
    namesImage: (root) => namedDigest(root, digests, side) ?? partNamed(root) ?? null,
    namesTag: (tag) => tags.has(tag)
  }
}

/** What may be meant is reason enough to keep a tag, and none to delete it. */
function tagsFor(side: Side, { tags, near = [] }: ListedFacts): readonly string[] {
  return side === 'keep' ? [...tags, ...near] : tags
}
