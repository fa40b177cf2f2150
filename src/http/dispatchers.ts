import { Agent, ProxyAgent, type Dispatcher } from 'undici'
import { proxyFor, type Environment } from './proxy.js'
import { SECOND_MS } from '../model/time.js'

// Time-outs of a whole request are kept by Deadline; undici's own are too coarse for it.
const AGENT_OPTIONS = { headersTimeout: 0, bodyTimeout: 0 }
const CONNECT = { timeout: 10 * SECOND_MS }

/**
 * Chooses how to reach an address: directly or through its proxy. Connections are kept alive
 * and shared; their number is not limited here.
 */
export function createDispatchers(
  environment: Environment,
  proxyLoopback: boolean
): (url: URL) => Dispatcher {
  const byProxy = new Map<string | null, Dispatcher>()
  return (url) => {
    const proxy = proxyFor(url, environment, proxyLoopback)
    const dispatcher = byProxy.get(proxy) ?? createDispatcher(proxy)
    byProxy.set(proxy, dispatcher)
    return dispatcher
  }
}

function createDispatcher(proxy: string | null): Dispatcher {
  if (proxy === null) return new Agent({ ...AGENT_OPTIONS, connect: CONNECT })
  return new ProxyAgent({ ...AGENT_OPTIONS, uri: proxy, requestTls: CONNECT, proxyTls: CONNECT })
}
