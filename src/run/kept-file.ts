import { readFile } from 'node:fs/promises'
import { writeDurably } from './durable-write.js'
import { codeOf } from './local-text.js'
import type { KeptBytes } from './world.js'

/** What is kept between runs, in a file of this machine. */
export function createKeptFile(path: string): KeptBytes {
  return {
    load: async () => {
      try {
        return await readFile(path)
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return null
        throw error
      }
    },
    save: (bytes) => writeDurably(path, bytes)
  }
}
