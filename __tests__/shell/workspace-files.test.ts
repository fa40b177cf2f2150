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

const IMAGE = 'image: ghcr.io/acme/app:v1\r\n'
const wide = (text: string): Buffer => Buffer.from(text, 'utf16le')

describe('a text is read however it is written', () => {
  test.each<[string, Buffer, string]>([
    ['UTF-8', Buffer.from(`# für\n${IMAGE}`), `# für\n${IMAGE}`],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${IMAGE}`), IMAGE],
    [
      "UTF-16, as Windows PowerShell's > writes it",
      wide(`\ufeff# für\n${IMAGE}`),
      `\ufffd\ufffd# f\ufffd\0r\n${IMAGE}`
    ],
    [
      'UTF-16 with a mark, and UTF-8 behind it',
      Buffer.concat([wide(`\ufeff# one\n`), Buffer.from(IMAGE)]),
      `\ufffd\ufffd# one\n${IMAGE}`
    ],
    [
      'UTF-8 with a mark, and UTF-16 behind it',
      Buffer.concat([Buffer.from('\ufeff'), wide(IMAGE)]),
      IMAGE
    ],
    ['UTF-16 in the other order', wide(`\ufeff${IMAGE}`).swap16(), `\ufffd\ufffd\0${IMAGE}`],
    ['UTF-16 without a mark', wide(IMAGE), IMAGE],
    ['UTF-16 in the other order without a mark', wide(IMAGE).swap16(), `\0${IMAGE}`],
    [
      "UTF-16 behind UTF-8, as Windows PowerShell's >> writes it",
      Buffer.concat([Buffer.from('# one\n'), wide(IMAGE)]),
      `# one\n${IMAGE}`
    ],
    [
      'Latin-1',
      Buffer.concat([Buffer.from('# f\xfcr\n', 'latin1'), Buffer.from(IMAGE)]),
      `# f\ufffdr\n${IMAGE}`
    ],
    [
      'a picture with a text in it',
      Buffer.concat([Buffer.from([0x89, 0x50, 0, 0, 0, 0xff, 0xd8]), Buffer.from(IMAGE)]),
      `\ufffdP\0\0\0\ufffd\ufffd${IMAGE}`
    ],
    ['nothing', Buffer.alloc(0), '']
  ])('%s', async (_name, bytes, text) => {
    const folder = workspace([])
    writeFileSync(join(folder, 'a.yaml'), bytes)

    await expect(createWorkspaceFiles(folder).read(['*.yaml'])).resolves.toEqual([
      { path: 'a.yaml', text }
    ])
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
