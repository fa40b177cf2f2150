export type UnknownRecord = Readonly<Record<string, unknown>>

export function isRecord(value: unknown): value is UnknownRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The record at a path of keys; an empty one where there is none. */
export function recordAt(value: unknown, ...keys: readonly string[]): UnknownRecord {
  const found = keys.reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), value)
  return isRecord(found) ? found : {}
}

/** The list at a path of keys; an empty one where there is none. */
export function listAt(value: unknown, ...keys: readonly string[]): readonly unknown[] {
  const found = recordAt(value, ...keys.slice(0, -1))[keys.at(-1) ?? '']
  return Array.isArray(found) ? found : []
}
