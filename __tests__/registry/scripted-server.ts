import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface SeenRequest {
  readonly method: string
  /** As it was sent, query included. */
  readonly path: string
  readonly authorization: string | null
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

export interface ScriptedAnswer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  /** Objects go out as JSON. */
  readonly body?: string | Uint8Array | object
  /** The connection is reset instead, after so much of the answer as is given. */
  readonly breaksOff?: boolean
}

export interface ScriptedServer {
  readonly url: string
  readonly seen: SeenRequest[]
  /** `GET /v2/…`, without queries. */
  lines(): string[]
  close(): Promise<void>
}

/** A loopback server that answers as it is told and remembers what it was asked. */
export async function script(
  respond: (request: SeenRequest, url: string) => ScriptedAnswer | Promise<ScriptedAnswer>
): Promise<ScriptedServer> {
  const seen: SeenRequest[] = []
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      const request = {
        method: incoming.method ?? '',
        path: incoming.url ?? '',
        authorization: incoming.headers.authorization ?? null,
        headers: incoming.headers,
        body: Buffer.concat(chunks)
      }
      seen.push(request)
      void Promise.resolve(respond(request, url())).then((answer) => {
        const { body = '' } = answer
        const bytes =
          typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body)
        if (answer.breaksOff === true) {
          if (bytes.length === 0) return incoming.socket.resetAndDestroy()
          outgoing.writeHead(answer.status, { 'content-length': bytes.length + 10 })
          outgoing.write(bytes, () => incoming.socket.destroy())
          return undefined
        }
        outgoing.writeHead(answer.status, { ...answer.headers })
        return outgoing.end(request.method === 'HEAD' ? undefined : bytes)
      })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: url(),
    seen,
    lines: () => seen.map(({ method, path }) => `${method} ${path.split('?')[0]}`),
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
      })
    }
  }
}

/** A refusal in the registry's form. */
export function refuse(status: number, code: string, message = 'no'): ScriptedAnswer {
  return { status, body: { errors: [{ code, message }] } }
}
