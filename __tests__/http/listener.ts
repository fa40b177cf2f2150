import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Listener {
  readonly url: string
  readonly seen: {
    method: string
    path: string
    headers: IncomingMessage['headers']
    body: string
  }[]
  readonly server: Server
  close(): Promise<void>
}

/** A loopback server that records what it is asked and answers by `respond`. */
export async function listen(
  respond: (request: IncomingMessage, response: ServerResponse) => void
): Promise<Listener> {
  const seen: Listener['seen'] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request
      seen.push({ method, path, headers, body: Buffer.concat(chunks).toString() })
      respond(request, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, seen, server, close: () => close(server) }
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
}
