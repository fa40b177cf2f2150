import { readFile } from 'node:fs/promises'
import { writeDurably } from './durable-write.js'
import type { KeptBytes } from './world.js'

/** What is kept between runs, in a file of this machine. */
export function createKeptFile(path: string): KeptBytes {
  return {
    load: async () => {
      try {
        return await readFile(path)
      } catch (error) {
        if (isMissing(error)) return null
        throw error
      }
    },
    save: (bytes) => writeDurably(path, bytes)
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
