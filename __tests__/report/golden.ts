import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), 'golden')

/** The text of a golden file; with `UPDATE_GOLDEN=1` it is written first. */
export function golden(name: string, actual: string): string {
  const path = join(FOLDER, name)
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(FOLDER, { recursive: true })
    writeFileSync(path, actual)
  }
  return readFileSync(path, 'utf8')
}
