/** ASCII in UTF-16, whichever byte comes first: a zero byte behind every sign. */
const WIDE_SIGNS = /(?:[\t\n\r -~]\0){2,}/g

/**
 * The text of a file in UTF-8, with or without a byte order mark, and all that is ASCII of one in
 * UTF-16, which Windows PowerShell's `>` writes; its `>>` adds that to files in UTF-8, and other
 * shells the other way round. In bytes that are neither, what is ASCII is as it stands there.
 * Never throws: a picture in a folder is a text too.
 */
export function textOfBytes(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes)
  if (!text.includes('\0')) return text
  return text.replaceAll(WIDE_SIGNS, (signs) => signs.replaceAll('\0', ''))
}
