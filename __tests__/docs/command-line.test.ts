import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { describe, expect, test } from '@jest/globals'
import { createProgram } from '../../src/cli/program.js'
import { PAGES } from './yaml-blocks.js'

const sink = { write: () => true }
const program = createProgram({
  environment: {},
  directory: '/',
  program: 'package-retention',
  stdout: sink,
  stderr: sink,
  exitCode: 0
})
const commands = new Map(program.commands.map((command) => [command.name(), command]))
const readme = readFileSync('README.md', 'utf8')

describe('the table of commands in README.md', () => {
  const table = Array.from(
    /## The command line\n(.*?)\n## /s.exec(readme)?.[1]?.matchAll(/^\| `(\w+)[^`]*` /gm) ?? [],
    ([, name = '']) => name
  )

  test('has all that there are, and no other', () => {
    expect(table.toSorted()).toEqual([...commands.keys()].toSorted())
  })
})

describe('the two commands of README.md', () => {
  test.each(['node dist/cli.js demo', 'npm ci && npm test'])('%s stands on a line', (command) => {
    expect(readme.split('\n')).toContain(command)
  })

  test('are there, for the versions of Node that README.md names', () => {
    const { bin, engines, scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      readonly bin: Readonly<Record<string, string>>
      readonly engines: Readonly<Record<string, string>>
      readonly scripts: Readonly<Record<string, string>>
    }

    expect(Object.values(bin)).toEqual(['dist/cli.js'])
    expect(scripts['test']).toBeDefined()
    expect(commands.has('demo')).toBe(true)
    expect(readme).toContain(`Node ${/\d+/.exec(engines['node'] ?? '')?.[0]} or newer`)
  })
})

describe('the command lines of all pages', () => {
  const lines = PAGES.flatMap(commandLinesOf)

  test('there are some', () => {
    expect(lines.length).toBeGreaterThan(4)
  })

  test.each(lines)('%s: %s', (_file, line) => {
    const [name = '', ...words] = line.split(/\s+/)
    const command = commands.get(name)
    const flags = words.filter((word) => word.startsWith('--'))

    expect([...commands.keys()]).toContain(name)
    expect(flags.filter((flag) => !flagsOf(command).includes(flag))).toEqual([])
  })
})

/** What stands behind the tool's name, in blocks for a shell and between single backquotes. */
function commandLinesOf(file: string): [string, string][] {
  const page = readFileSync(file, 'utf8')
  const blocks = [...page.matchAll(/^ *```(?:ba)?sh\n([^]*?)^ *```$/gm)].map(
    ([, text = '']) => text
  )
  const inline = [...page.replaceAll(/^ *```[^]*?^ *```$/gm, '').matchAll(/`([^`\n]+)`/g)]
  const texts = [...blocks.join('\n').split('\n'), ...inline.map(([, text = '']) => text)]
  return texts.flatMap((text): [string, string][] => {
    const line = /(?:node dist\/cli\.js|^(?:npx )?package-retention) ([a-z].*)/.exec(text)?.[1]
    return line === undefined || line.includes('|') ? [] : [[file, line]]
  })
}

function flagsOf(command: Command | undefined): readonly string[] {
  return ['--help', ...(command?.options ?? []).flatMap(({ long }) => long ?? [])]
}
