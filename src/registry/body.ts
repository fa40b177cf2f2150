/** The bytes of a response as far as they were read. */
export interface BodyBytes {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** There was more than the limit, and the rest was not read. */
  readonly isCut: boolean
}

/**
 * Reads a body until `maxBytes` are exceeded, and hangs up then: whatever length the server
 * claims, and however far it unpacks, no more than a piece beyond that is ever held.
 */
export async function readBody(response: Response, maxBytes: number): Promise<BodyBytes> {
  if (response.body === null) return { bytes: new Uint8Array(), isCut: false }
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader()
  const pieces: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return { bytes: join(pieces, size), isCut: false }
    pieces.push(value)
    size += value.byteLength
    if (size > maxBytes) {
      // What the connection says to being cut off is no news.
      await reader.cancel().catch(() => undefined)
      return { bytes: join(pieces, size).slice(0, maxBytes), isCut: true }
    }
  }
}

function join(pieces: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size)
  let offset = 0
  for (const piece of pieces) {
    bytes.set(piece, offset)
    offset += piece.byteLength
  }
  return bytes
}
