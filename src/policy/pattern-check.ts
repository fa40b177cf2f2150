import type { PackageType } from '../model/package.js'
import { compilePattern, impossibleIn } from './compile-pattern.js'
import type { Pattern } from './pattern.js'

/** A pattern that makes sense for the types it is asked of, or a clause that says why not. */
export type PatternCheck =
  { readonly ok: true; readonly pattern: Pattern } | { readonly ok: false; readonly why: string }

/**
 * Compiles one item of a pattern list, a `!` in front allowed, and refuses it where no tag or
 * version name of any of `types` can ever match (ruling 68).
 */
export function checkPattern(source: string, types: readonly PackageType[]): PatternCheck {
  const compiled = compilePattern(source.startsWith('!') ? source.slice(1).trimStart() : source)
  if (!compiled.ok) return compiled
  const impossible = impossibleIn(compiled.pattern, types)
  return impossible === null ? compiled : { ok: false, why: impossible }
}
