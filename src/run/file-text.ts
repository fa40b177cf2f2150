/** Windows PowerShell's `>` writes the second of these, its `>>` the same without a mark. */
const MARKS: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]]
]

/** ASCII in UTF-16, whichever byte comes first: a zero byte behind every sign. */
const WIDE_SIGNS = /(?:[\t\n\r -~]\0){4,}/g

/**
 * The text of a file in UTF-8 or UTF-16, with or without a byte order mark, without the mark.
 * In bytes that are neither, or without a mark in a part of a file, what is ASCII is as it
 * stands there. Never throws: a picture in a folder is a text too.
 */
export function textOfBytes(bytes: Uint8Array): string {
  const marked = MARKS.find(([, mark]) => mark.every((byte, place) => bytes[place] === byte))
  if (marked !== undefined) return new TextDecoder(marked[0]).decode(bytes)
  const text = new TextDecoder().decode(bytes)
  if (!text.includes('\0')) return text
  return text.replaceAll(WIDE_SIGNS, (signs) => signs.replaceAll('\0', ''))
}
