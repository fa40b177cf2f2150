/** A JSON object whose fields nobody has checked. */
export type JsonObject = Readonly<Record<string, unknown>>

/** Whether `value` is a JSON object, neither `null` nor a list. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The object's own field, so that a key such as `__proto__` or `constructor` is just a key. */
export function field(value: unknown, key: string): unknown {
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

/** The field where it is text, else `null`. */
export function textField(value: unknown, key: string): string | null {
  const found = field(value, key)
  return typeof found === 'string' ? found : null
}

/** The field where it is a list, else an empty one. */
export function listField(value: unknown, key: string): readonly unknown[] {
  const found = field(value, key)
  return Array.isArray(found) ? (found as readonly unknown[]) : []
}

/** Reads JSON, or gives `undefined` (which no JSON is) where the text is none. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown
  } catch {
    return undefined
  }
}
