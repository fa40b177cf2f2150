import type { Environment } from '../http/proxy.js'

/** The value of a variable; `null` where it is not set or empty. */
export function variable(environment: Environment, name: string): string | null {
  const value = environment[name]?.trim() ?? ''
  return value === '' ? null : value
}
