interface Frame {
  /** Its own name; `null` where it has none. */
  readonly name: string | null
  /** Certain names inside of it. */
  inner: string[]
  hasAlternatives: boolean
}

/**
 * The named groups of a regular expression that take part in every match, in order: those
 * that neither they nor a group around them may be left out, and that stand in no
 * alternative. The expression has to be valid.
 */
export function certainGroups(body: string): readonly string[] {
  const stack: Frame[] = [{ name: null, inner: [], hasAlternatives: false }]
  for (let at = 0; at < body.length; at++) {
    const sign = body[at]
    const top = stack.at(-1)
    if (sign === '\\') at++
    else if (sign === '[') at = endOfSet(body, at)
    else if (sign === '(') stack.push({ name: nameAt(body, at), inner: [], hasAlternatives: false })
    else if (sign === '|' && top !== undefined) top.hasAlternatives = true
    else if (sign === ')') leave(stack, mayBeLeftOut(body, at + 1))
  }
  const whole = stack[0]
  return whole === undefined || whole.hasAlternatives ? [] : whole.inner
}

function leave(stack: Frame[], optional: boolean): void {
  const frame = stack.pop()
  const around = stack.at(-1)
  if (frame === undefined || around === undefined || optional) return
  if (frame.name !== null) around.inner.push(frame.name)
  if (!frame.hasAlternatives) around.inner.push(...frame.inner)
}

function nameAt(body: string, at: number): string | null {
  return /^\(\?<([^>=!]+)>/.exec(body.slice(at))?.[1] ?? null
}

function mayBeLeftOut(body: string, at: number): boolean {
  return /^(?:[*?]|\{0*[,}])/.test(body.slice(at))
}

/** The place of the bracket that closes a set, as JavaScript reads it. */
function endOfSet(body: string, start: number): number {
  let at = start + 1
  while (at < body.length && body[at] !== ']') at += body[at] === '\\' ? 2 : 1
  return at
}
