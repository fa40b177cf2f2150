import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { FileText } from './inputs/surroundings.js'

/** Why there is no text where there is no file. */
export const NO_FILE = 'there is no such file'

const WHY: Readonly<Record<string, string>> = {
  ENOENT: NO_FILE,
  EISDIR: 'it is a folder, not a file',
  EACCES: 'it may not be read',
  EPERM: 'it may not be read'
}

/** Standard input by its number: by its path it can't be opened where it is a socket. */
const STDIN = 0

/**
 * Reads a file as UTF-8; `path` is relative to `base` where it is not absolute, and `-` is
 * standard input. Never throws.
 */
export function readLocalText(path: string, base: string): FileText {
  try {
    const bytes = readFileSync(path === '-' ? STDIN : resolve(base, path))
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch (error) {
    return { ok: false, why: whyOf(error) }
  }
}

/** The names in a folder; empty where it can't be read. Never throws. */
export function listLocalFolder(path: string, base: string): readonly string[] {
  try {
    return readdirSync(resolve(base, path))
  } catch {
    return []
  }
}

function whyOf(error: unknown): string {
  const code = codeOf(error)
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'it is not text in UTF-8'
  return WHY[code] ?? `it can't be read: ${String(error)}`
}

/** What the system calls an error, such as `ENOENT`; '' where it has no name for it. */
export function codeOf(error: unknown): string {
  const hasCode = typeof error === 'object' && error !== null && 'code' in error
  return hasCode ? String(error.code) : ''
}
