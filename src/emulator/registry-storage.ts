import { createServer } from 'node:http'
import type { Registry } from './registry-state.js'

/** The host that blobs are sent for, on a loopback port of its own. */
export interface BlobStorage {
  readonly url: string
  /** Digests that were fetched, in order. */
  readonly fetched: readonly string[]
  close(): Promise<void>
}

/**
 * Starts a storage host and has the registry send clients there. A request with
 * `Authorization` is a breach and refused, as by the real one: the signature in the URL is
 * what opens it.
 *
 * @see https://learn.microsoft.com/rest/api/storageservices/authorize-requests-to-azure-storage
 */
export async function serveStorage(registry: Registry): Promise<BlobStorage> {
  const fetched: string[] = []
  const server = createServer((request, response) => {
    const digest = /^\/blob\/([^?]+)/.exec(request.url ?? '')?.[1] ?? ''
    if (request.headers.authorization !== undefined) {
      registry.breaches.push(`showed a token to the storage host: ${request.method} ${digest}`)
      response.writeHead(400).end('<Error><Code>InvalidAuthenticationInfo</Code></Error>')
      return
    }
    fetched.push(digest)
    const bytes = registry.world.packages.map(({ blobs }) => blobs.get(digest)).find(Boolean)
    response.writeHead(bytes === undefined ? 404 : 200).end(bytes)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port to listen on')
  const url = `http://127.0.0.1:${address.port}`
  registry.behaviour.storageUrl = url
  return {
    url,
    fetched,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}
