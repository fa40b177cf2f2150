/** Longer lines are not looked at: what stands in a half one could be half a tag. */
const LONGEST = 32_000

/** The lines of a text, by number from 0, and the values that it gives names to. */
export interface Lines {
  readonly text: string
  /** Number of the line that a place of the text is on. */
  at(place: number): number
  /** The line without its line feed; `null` where there is none, or one that is too long. */
  line(number: number): string | null
  /** What YAML's `&name` stands before, wherever that is in the text. */
  anchored(name: string): string | undefined
}

/** Splits a text into lines once, so that each is found at once wherever it is. */
export function linesOf(text: string): Lines {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  let anchors: ReadonlyMap<string, string> | null = null
  const startOf = (number: number) => starts[number] ?? text.length + 1
  return {
    text,
    at: (place) => {
      let [from, to] = [0, starts.length]
      while (to - from > 1) {
        const middle = (from + to) >> 1
        if (startOf(middle) <= place) from = middle
        else to = middle
      }
      return from
    },
    anchored: (name) => (anchors ??= anchorsIn(text)).get(name),
    line: (number) => {
      const start = starts[number]
      if (start === undefined) return null
      const end = startOf(number + 1) - 1
      return end - start > LONGEST ? null : text.slice(start, end)
    }
  }
}

function anchorsIn(text: string): ReadonlyMap<string, string> {
  const found = text.matchAll(/&([\w.-]{1,100})(?:[ \t]|\r?\n[ \t]){1,100}["']?([^"'\s,}]{1,200})/g)
  const anchors = new Map<string, string>()
  for (const [, name = '', value = ''] of found) {
    if (!anchors.has(name)) anchors.set(name, value)
  }
  return anchors
}
