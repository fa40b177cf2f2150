const DETAILS = /<details>\s*<summary>(.*?)<\/summary>.*?<\/details>/gs
const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&amp;': '&'
}

/**
 * A step summary as text: details are folded, as they are on the page, and of the HTML only
 * the words are left.
 */
export function shownSummary(markdown: string): string {
  const folded = markdown.replace(DETAILS, (_details, title: string) => `▸ ${title}`)
  const plain = folded
    .replace(/<br>/g, ' ')
    .replace(/<[^>\n]+>/g, '')
    .replace(/&#(\d+);/g, (_entity, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/^#+ (.*)$/gm, '$1')
    .replace(/^> \[!(\w+)\]$/gm, '')
    .replace(/\*\*/g, '')
    .replace(/^```\w*$/gm, '')
  return alignTables(plain)
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Pads the cells of Markdown tables so that they stand below each other. */
function alignTables(text: string): string {
  return text.replace(/(?:^\|.*\|\n?)+/gm, (table) => {
    const rows = table.trimEnd().split('\n').map(cellsOf)
    const isNumeric = (rows[1] ?? []).map((cell) => cell.endsWith(':'))
    const shown = rows.filter((_row, place) => place !== 1)
    const widths = (shown[0] ?? []).map((_cell, column) =>
      Math.max(...shown.map((row) => row[column]?.length ?? 0))
    )
    const lines = shown.map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0
          return isNumeric[column] === true ? cell.padStart(width) : cell.padEnd(width)
        })
        .join('  ')
        .trimEnd()
    )
    return `${lines.join('\n')}\n`
  })
}

function cellsOf(row: string): string[] {
  return row
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim())
}
