/** A part of a tag that is put together: a fixed one, or a variable with what it may stand for. */
type TagPart =
  | { readonly fixed: string }
  | { readonly names: readonly string[]; readonly defaults: readonly string[] }

/** A tag behind a name, as a text puts it together. */
export interface WrittenTag {
  /** As it is written, without quotes around it. */
  readonly written: string
  /** Place in the text behind it. */
  readonly end: number
  readonly parts: readonly TagPart[]
  /** How many of the parts stand in one piece, before what is joined to it by an operator. */
  readonly unjoined: number
}

/** What something may stand for. */
export interface Told {
  /** None: that is not known. */
  readonly tags: readonly string[]
  /** Whether those are all, and not only as many as were looked at. */
  readonly isWhole: boolean
}

/** The values that a name is given. */
export type Assigned = (name: string) => Told

const FIXED = /[\w.-]+(?:\+[\w.-]+)*/y

/**
 * A variable, as shells, Compose, Helm, Actions, Terraform, f-strings and formats write it. Every
 * part is bounded and begins with a sign of its own, so that long texts take their share of time.
 */
const VARIABLE =
  /\$?\{\{[^}\n]{0,200}\}\}|\$\{(?:[^{}\n]|\{(?:[^{}\n]|\{[^{}\n]{0,100}\}){0,100}\}){0,200}\}|\$\([^()\n]{0,200}\)|\$[A-Za-z_]\w*|%[A-Za-z_]\w*%|%[sdv]|#?\{[\w.]{1,100}\}/y

/** What joins two texts, and the quote or the name behind it. */
const JOIN =
  /(?:["'`]\s{0,4}[+.&~]{1,2}\s{0,4}(?:["'`]|([A-Za-z_$][\w.$]*))|\s{0,4}\+\s{0,4}["'`])/y

/** So far behind a place is looked. */
const LONGEST = 300
/** In so many ways the values of a tag's parts are put together. */
const MOST_VALUES = 100
const TAG = /^\w[\w.+-]{0,127}$/

/**
 * Reads what stands at a place as a tag: `v1`, `${TAG}-alpine`, `' + tag`. `null` where that is
 * none, such as a port with a path behind it.
 */
export function readTag(text: string, start: number): WrittenTag | null {
  const near = text.slice(start, start + LONGEST)
  const parts: TagPart[] = []
  let [at, unjoined] = [0, -1]
  for (;;) {
    const fixed = matchAt(FIXED, near, at)
    const variable = fixed === null ? matchAt(VARIABLE, near, at) : null
    const joined = fixed === null && variable === null ? matchAt(JOIN, near, at) : null
    const found = fixed ?? variable ?? joined
    if (found === null) break
    if (fixed !== null) parts.push({ fixed: fixed[0] })
    if (variable !== null) parts.push(variableOf(variable[0]))
    if (joined !== null && unjoined < 0) unjoined = parts.length
    if (joined?.[1] !== undefined) parts.push(variableOf(joined[1]))
    at += found[0].length
  }
  const next = near[at]
  if (parts.length === 0 || next === '/' || at === LONGEST) return null
  if (next !== undefined && '${%'.includes(next)) parts.push({ names: [], defaults: [] })
  const written = near.slice(0, at).replaceAll(/^["'`\s]+|["'`\s]+$/g, '')
  return { written, end: start + at, parts, unjoined: unjoined < 0 ? parts.length : unjoined }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** Names count with and without what stands before their last full stop: `.Values.tag`. */
function variableOf(expression: string): TagPart {
  const quoted = expression.matchAll(/["'`]([^"'`\n]{1,128})["'`]/g)
  const unquoted = expression.matchAll(/:?[-=]["'\\]{0,2}(\w[\w.+-]{0,127})/g)
  const defaults = [...quoted, ...unquoted].flatMap(([, value = '']) =>
    TAG.test(value) ? value : []
  )
  const names = expression.match(/[A-Za-z_][\w.-]*/g) ?? []
  const last = names.map((name) => name.replace(/^.*\./, ''))
  return { names: [...new Set([...names, ...last])].filter((name) => name !== ''), defaults }
}

/** The tags that one may stand for, by what its variables are given. */
export function tagsOf(tag: WrittenTag, assigned: Assigned): Told {
  const whole = combined(tag.parts, assigned)
  const front = tag.unjoined < tag.parts.length ? tag.parts.slice(0, tag.unjoined) : []
  const joined = front.length > 0 ? combined(front, assigned) : null
  return {
    tags: [...whole.tags, ...(joined?.tags ?? [])]
      .filter((one) => TAG.test(one))
      .flatMap(withoutFullStop),
    isWhole: whole.isWhole && joined?.isWhole !== false
  }
}

function combined(parts: readonly TagPart[], assigned: Assigned): Told {
  const most = parts.length === 1 ? Infinity : MOST_VALUES
  let tags: readonly string[] = ['']
  let isWhole = true
  for (const part of parts) {
    const values: Told =
      'fixed' in part ? { tags: [part.fixed], isWhole: true } : valuesOf(part, assigned)
    isWhole &&= values.isWhole && tags.length * values.tags.length <= most
    const own = values.tags.slice(0, most)
    tags = tags
      .slice(0, Math.ceil(most / Math.max(1, own.length)))
      .flatMap((front) => own.map((value) => front + value))
  }
  return { tags, isWhole }
}

function valuesOf(
  { names, defaults }: Exclude<TagPart, { fixed: string }>,
  assigned: Assigned
): Told {
  const told = names.map(assigned)
  return {
    tags: [...new Set([...defaults, ...told.flatMap(({ tags }) => tags)])],
    isWhole: told.every((one) => one.isWhole)
  }
}

/** Whether it has no variable in it. */
export function isFixed({ parts }: WrittenTag): boolean {
  return parts.every((part) => 'fixed' in part)
}

/** A full stop at the end may be that of a sentence. */
export function withoutFullStop(tag: string): readonly string[] {
  return tag.endsWith('.') ? [tag, tag.replace(/\.+$/, '')] : [tag]
}
