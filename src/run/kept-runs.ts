import type { CommonConfig } from './config.js'
import { KeptRecord } from './kept-record.js'
import type { World } from './world.js'
import { messageOf } from '../model/message-of.js'

type Wish = Pick<CommonConfig, 'manifestCache'>

/**
 * What earlier runs have kept; empty where none is to be used, or it can't be loaded: then
 * everything is read anew.
 */
export async function loadKept(config: Wish, { kept }: World): Promise<KeptRecord> {
  if (!config.manifestCache || kept === null) return KeptRecord.parse(null)
  try {
    return KeptRecord.parse(await kept.load())
  } catch {
    return KeptRecord.parse(null)
  }
}

/** Keeps it for the next run. What can't be kept is read again; this run has done its work. */
export async function saveKept(
  config: Wish,
  { kept, telling }: World,
  record: KeptRecord
): Promise<void> {
  if (!config.manifestCache || kept === null) return
  try {
    await kept.save(record.format())
  } catch (error) {
    const why = messageOf(error)
    telling.note(`what was read could not be kept for the next run: ${why}`)
  }
}
