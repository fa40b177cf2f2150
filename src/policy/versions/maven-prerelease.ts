/** Tokens are cut at `.`, `-`, `_` and between a digit and a letter. */
const WORD = /(?<=^|[.\d_-])(?:alpha|beta|milestone|rc)(?=$|[.\d_-])|(?<=-)snapshot$/i

/**
 * What makes a Maven version a prerelease, in lower case: one of its tokens is `alpha`,
 * `beta`, `milestone` or `rc`, or it ends in `-SNAPSHOT`; no other word does, not even those
 * that `ComparableVersion` orders before a release (ruling 42). `null` for a release.
 */
export function mavenPrereleaseWord(text: string): string | null {
  return WORD.exec(text)?.[0].toLowerCase() ?? null
}

/**
 * What stands before the first such word, without the sign that separates it: the release
 * that `1.0-SNAPSHOT` and `1.0.RC1` lead to is `1.0` (ruling 43). A release as it is.
 */
export function mavenBeforePrerelease(text: string): string {
  const at = text.search(WORD)
  return at < 0 ? text : text.slice(0, at).replace(/[._-]+$/, '')
}
