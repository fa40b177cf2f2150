const RELEASE = /^v?\d+\.\d+\.\d+(?:\+[\w.-]+)?$/
const VERSION = /^v?\d+\.\d+\.\d+[-+]/
const SHORT_VERSION = /^(?:v?\d+\.\d+|v\d+)$/

/** Lower for what says more of an image: `2.25.1`, `2.25.1-rc.1`, `2.25`, `latest`, any other. */
function rankOf(tag: string): number {
  if (RELEASE.test(tag)) return 0
  if (VERSION.test(tag)) return 1
  if (SHORT_VERSION.test(tag)) return 2
  return tag === 'latest' ? 3 : 4
}

/**
 * The user's tags of an image, the one by which it is known first: its most exact version, else
 * `latest`, else the first one. The others follow by the same measure, ties in their order.
 */
export function tellingFirst(userTags: readonly string[]): readonly string[] {
  if (userTags.length < 2) return userTags
  return userTags.toSorted((a, b) => rankOf(a) - rankOf(b))
}

/** The one tag that an image is called by; `undefined` where it has none. */
export function labelTag(userTags: readonly string[]): string | undefined {
  let [telling] = userTags
  if (telling === undefined || userTags.length === 1) return telling
  for (const tag of userTags) if (rankOf(tag) < rankOf(telling)) telling = tag
  return telling
}
