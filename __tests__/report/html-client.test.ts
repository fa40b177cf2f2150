import { expect, test } from '@jest/globals'
import { spawnSync } from 'node:child_process'

test('the script of the page was made from its sources as they are (npm run build:page)', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['scripts/build-report-page.mjs', '--check'],
    { encoding: 'utf8' }
  )

  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
})
