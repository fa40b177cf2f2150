import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { reportDirectoryProblem } from '../../src/run/report-directory.js'
import { scratchFolder } from './small-site.js'

test.each<[string, string]>([
  ['one that is there', '.'],
  ['one that has to be made', 'a/b']
])('%s can be used, and nothing is left in it', (_name, path) => {
  const directory = join(scratchFolder(), path)

  expect(reportDirectoryProblem(directory)).toBeNull()
  expect(readdirSync(directory)).toEqual([])
})

test.each<[string, (folder: string) => string, string]>([
  ['a file', (folder) => join(folder, 'file'), 'a file is in its place'],
  ['below a file', (folder) => join(folder, 'file', 'a'), 'a part of this path is a file'],
  ['where none can be made', () => '/proc/none', "it is not there and can't be made"],
  ['one with a folder for report.json', (folder) => folder, 'report.json in it is a folder']
])('%s can not: it says what is wrong with which input', (_name, place, found) => {
  const folder = scratchFolder()
  writeFileSync(join(folder, 'file'), '')
  mkdirSync(join(folder, 'report.json'))
  const directory = place(folder)

  expect(reportDirectoryProblem(directory)).toBe(
    `report-directory: "${directory}": ${found}; expected a folder that can be written`
  )
})
