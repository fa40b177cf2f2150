// Writes the tables of inputs and outputs in README.md from action.yml, between their markers:
//   node scripts/generate-readme.mjs
// With --check FILE it writes nothing, and exits 1 where the file's tables are others.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { isMap, parseDocument } from 'yaml'

const README = fileURLToPath(new URL('../README.md', import.meta.url))
const action = parseDocument(readFileSync(new URL('../action.yml', import.meta.url), 'utf8'))
const [flag, given] = process.argv.slice(2)
const file = given ?? README
const text = readFileSync(file, 'utf8')
const options = { ...(await resolveConfig(README)), parser: 'markdown' }
const written = await format(
  replaced(replaced(text, 'inputs', inputTables()), 'outputs', outputTable()),
  options
)

if (flag !== '--check') writeFileSync(file, written)
else if (written !== text) {
  console.log(`${file}: the tables are not those of action.yml; node scripts/generate-readme.mjs`)
  process.exit(1)
}

/** A table for each group: a comment in action.yml of one line is the heading of what follows. */
function inputTables() {
  const lines = []
  for (const { key, value } of itemsOf('inputs')) {
    const heading = headingBefore(key, lines.length === 0)
    if (heading !== null) {
      lines.push('', `### ${heading}`, '', '| input | default | meaning |', '| --- | --- | --- |')
    }
    const [, meaning, fallback] = /^(.*?)\s*Default: (.*)\.$/s.exec(value.get('description'))
    lines.push(`| \`${key.value}\` | ${cell(fallback)} | ${cell(meaning)} |`)
  }
  return lines.join('\n').trim()
}

function outputTable() {
  const rows = itemsOf('outputs').map(
    ({ key, value }) => `| \`${key.value}\` | ${cell(value.get('description'))} |`
  )
  return ['| output | meaning |', '| --- | --- |', ...rows].join('\n')
}

function itemsOf(section) {
  const map = action.get(section)
  if (!isMap(map)) throw new Error(`action.yml has no ${section}`)
  return map.items
}

/** The first comment of a map stands before the map, not before its first key. */
function headingBefore(key, isFirst) {
  const comment = key.commentBefore ?? (isFirst ? action.get('inputs').commentBefore : null)
  const last = comment?.split('\n').at(-1).trim()
  return last === undefined || last === '' ? null : last
}

function cell(markdown) {
  return markdown.trim().replaceAll(/\s+/g, ' ').replaceAll('|', '\\|')
}

function replaced(page, name, content) {
  const [open, close] = [`<!-- ${name}: from action.yml -->`, `<!-- /${name} -->`]
  const [from, to] = [page.indexOf(open), page.indexOf(close)]
  if (from < 0 || to < from) throw new Error(`${file} has no ${open} … ${close}`)
  return `${page.slice(0, from)}${open}\n\n${content}\n\n${page.slice(to)}`
}
