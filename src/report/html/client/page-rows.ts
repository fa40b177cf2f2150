import type { PageHead, RowChunk } from '../page-data.js'
import { readRows, type Rows } from '../view/rows.js'
import { inSlices } from './slices.js'

/** Reads the data blocks of the page, and drops each one's text once it is read. */
export async function pageRows(): Promise<Rows | null> {
  const [head] = blocks<PageHead>('head')
  return head === undefined ? null : await inSlices(readRows(head, blocks<RowChunk>('rows')))
}

// The page's own data: `htmlReport` wrote it beside this very script.
function* blocks<Block>(kind: string): Generator<Block> {
  for (const block of document.querySelectorAll(`script[data-block=${kind}]`)) {
    const value = JSON.parse(block.textContent) as Block
    block.remove()
    yield value
  }
}
