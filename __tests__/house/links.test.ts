import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'

const documents = [
  ...readdirSync('.'),
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' }).map((name) => join('docs', name))
].filter((name) => name.endsWith('.md'))

test.each(documents)('every link of %s to a file or a heading leads somewhere', (file) => {
  const text = readFileSync(file, 'utf8').replaceAll(/^```[\s\S]*?^```/gm, '')
  const links = Array.from(text.matchAll(/\]\(([^)\s]+)\)/g), ([, target = '']) => target)
  const own = links.filter((target) => !/^[a-z]+:/.test(target))

  expect(own.filter((target) => !leadsSomewhere(file, target))).toEqual([])
})

function leadsSomewhere(file: string, target: string): boolean {
  const [path = '', anchor] = target.split('#')
  const named = path === '' ? file : join(dirname(file), path)
  if (!existsSync(named)) return false
  return anchor === undefined || headings(readFileSync(named, 'utf8')).includes(anchor)
}

/** The anchors that GitHub makes of headings. */
function headings(text: string): string[] {
  return Array.from(text.matchAll(/^#+ (.+)$/gm), ([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-')
  )
}
