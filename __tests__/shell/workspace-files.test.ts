import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { createWorkspaceFiles } from '../../src/run/workspace-files.js'
import { scratchFolder } from './small-site.js'

function workspace(paths: readonly string[]): string {
  const folder = scratchFolder()
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), `text of ${path}`)
  }
  return folder
}

const PATHS = [
  'app.yaml',
  'deploy/app.yaml',
  'deploy/eu/app.yaml',
  'deploy/eu/notes.txt',
  '.github/deploy.yaml',
  '.git/config.yaml',
  'other/deploy/app.yaml'
]

describe('globs of files (ruling 6)', () => {
  test.each<[string[], string[]]>([
    [['*.yaml'], ['app.yaml']],
    [['deploy/*.yaml'], ['deploy/app.yaml']],
    [['deploy/**/*.yaml'], ['deploy/app.yaml', 'deploy/eu/app.yaml']],
    [['./deploy/app.yaml'], ['deploy/app.yaml']],
    [['/deploy/{eu,us}/*'], ['deploy/eu/app.yaml', 'deploy/eu/notes.txt']],
    [['deploy/**', '!deploy/eu/**'], ['deploy/app.yaml']],
    [['.github/*.yaml'], ['.github/deploy.yaml']],
    [
      ['**/*.yaml'],
      [
        '.github/deploy.yaml',
        'app.yaml',
        'deploy/app.yaml',
        'deploy/eu/app.yaml',
        'other/deploy/app.yaml'
      ]
    ],
    [['Deploy/*.yaml'], []],
    [['gone/**'], []]
  ])('%j', async (globs, expected) => {
    const files = await createWorkspaceFiles(workspace(PATHS)).read(globs)

    expect(files.map(({ path }) => path)).toEqual(expected)
    expect(files.every(({ path, text }) => text === `text of ${path}`)).toBe(true)
  })
})

describe('links', () => {
  test('are followed, and never in circles', async () => {
    const folder = workspace(['real/app.yaml'])
    symlinkSync(join(folder, 'real'), join(folder, 'deploy'))
    symlinkSync(folder, join(folder, 'real', 'loop'))

    const files = await createWorkspaceFiles(folder).read(['deploy/*.yaml'])

    expect(files.map(({ path }) => path)).toEqual(['deploy/app.yaml'])
    await expect(createWorkspaceFiles(folder).read(['**/*.yaml'])).resolves.toHaveLength(2)
  })

  test('a link that leads nowhere is an error where the globs mean it, and else nothing', async () => {
    const folder = workspace(['app.yaml'])
    symlinkSync(join(folder, 'nowhere'), join(folder, 'gone.yaml'))

    await expect(createWorkspaceFiles(folder).read(['*.yaml'])).rejects.toThrow('gone.yaml')
    await expect(createWorkspaceFiles(folder).read(['app.yaml'])).resolves.toHaveLength(1)
  })
})

test('a workspace that is not there is an error', async () => {
  await expect(createWorkspaceFiles('/nowhere').read(['*'])).rejects.toThrow()
})
