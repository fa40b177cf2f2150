import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll } from '@jest/globals'

let compiled: string | null = null

afterAll(() => {
  if (compiled !== null) rmSync(compiled, { recursive: true, force: true })
})

/** The folder with the whole of src as JavaScript, made once by each test file that asks. */
export function compiledFolder(): string {
  compiled ??= compile()
  return compiled
}

function compile(): string {
  const folder = resolve('.cache', `shell-${process.pid}`)
  const args = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', folder]
  const result = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (result.error !== undefined) throw result.error
  return folder
}
