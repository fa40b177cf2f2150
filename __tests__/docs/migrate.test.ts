import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { ownSteps } from './own-steps.js'
import { isRecord, recordAt } from './records.js'
import { blocksOf } from './yaml-blocks.js'

// What each tool's action.yml declares (snok's and dataaxiom's: what their READMEs list).
const TOOLS: Readonly<Record<string, string>> = {
  'actions/delete-package-versions': `owner package-name package-type token min-versions-to-keep
    num-old-versions-to-delete ignore-versions ignore-versions-include-tags package-version-ids
    delete-only-pre-release-versions delete-only-untagged-versions`,
  'dataaxiom/ghcr-cleanup-action': `token owner repository package packages expand-packages
    delete-tags tags exclude-tags delete-untagged keep-n-untagged keep-n-tagged older-than
    delete-ghost-images delete-partial-images delete-orphaned-images use-regex dry-run validate
    registry-url github-api-url log-level`,
  'snok/container-retention-policy': `account token image-names image-tags cut-off tag-selection
    keep-n-most-recent skip-shas timestamp-to-use dry-run rust-log`,
  'ghcr-manager/ghcr-cleanup-manager': `command token owner package db-path upload-artifacts
    scan-after-cleanup db-artifact-retention-days delete-tags exclude-tags keep-n-tagged
    keep-n-untagged delete-untagged delete-ghost-images delete-partial-images older-than
    delete-orphaned-images use-regex dry-run log-level`,
  'vlaurin/action-ghcr-prune': `token organization user container dry-run older-than keep-last
    keep-tags keep-tags-regexes keep-younger-than prune-tags-regexes prune-untagged untagged
    tag-regex`,
  'Chizkiyahu/delete-untagged-ghcr-action': `token repository_owner repository package_name
    untagged_only except_untagged_multiplatform with_sigs owner_type`,
  'SmartsquareGmbH/delete-old-packages': `owner user organization names semver-pattern
    version-pattern keep type token dry-run rate-limit`
}
const tools = Object.entries(TOOLS).map(([tool, inputs]): [string, readonly string[]] => [
  tool,
  inputs.trim().split(/\s+/)
])

const page = readFileSync('docs/migrate.md', 'utf8')
const blocks = blocksOf('docs/migrate.md')
const own = Object.keys(recordAt(parse(readFileSync('action.yml', 'utf8')), 'inputs'))

test('every tool of README.md has its section, and no other', () => {
  const compared = readFileSync('README.md', 'utf8').matchAll(/^\| \[([\w/-]+)\]\(https:/gm)
  const sections = page.matchAll(/^## (\S+\/\S+)$/gm)

  expect(Array.from(compared, ([, tool]) => tool)).toEqual(Object.keys(TOOLS))
  expect(Array.from(sections, ([, tool]) => tool)).toEqual(Object.keys(TOOLS))
})

describe.each(tools)('%s', (tool, inputs) => {
  const rows = rowsOf(tool)

  test('each of its inputs is in the table once, and nothing else', () => {
    const named = rows.flatMap(({ theirs }) => backquoted(theirs))

    expect(named.toSorted()).toEqual([...inputs].toSorted())
  })

  test('each of them has an input here, or the page says that it has none', () => {
    const lost = rows.filter(({ here }) => {
      const words = backquoted(here).map((text) => text.split(':')[0] ?? '')
      const isOurs = words.some((word) => own.includes(word))
      return !isOurs && !/^nothing: |policy|upload-artifact|dry-run/.test(here)
    })

    expect(lost).toEqual([])
  })

  test('its examples have its inputs alone, and one of ours behind each', () => {
    const here = blocks.filter(({ heading }) => heading === tool)
    const theirs = here.filter(({ kind }) => kind === 'other tool')
    const ours = here.filter(({ kind }) => kind === 'steps')
    const given = theirs.flatMap(({ content }) => stepsWith(content))

    expect(here.map(({ kind }) => kind)).toEqual(theirs.flatMap(() => ['other tool', 'steps']))
    expect(given.length).toBeGreaterThan(0)
    for (const { uses, names } of given) {
      expect(uses.split('@')[0]).toBe(tool)
      expect(names.filter((name) => !inputs.includes(name))).toEqual([])
    }
    for (const { content } of ours) {
      expect(ownSteps(content).map((step) => step.inputs['dry-run'])).toEqual(['true'])
    }
  })
})

function rowsOf(tool: string): readonly { readonly theirs: string; readonly here: string }[] {
  const section = page.split(/^## /m).find((part) => part.startsWith(`${tool}\n`)) ?? ''
  const rows = [...section.matchAll(/^\| (`.*?) +\| (.*?) +\|$/gm)]
  return rows.map(([, theirs = '', here = '']) => ({ theirs, here }))
}

function backquoted(text: string): readonly string[] {
  return Array.from(text.matchAll(/`([^`]+)`/g), ([, word = '']) => word)
}

function stepsWith(
  content: unknown
): readonly { readonly uses: string; readonly names: readonly string[] }[] {
  if (!Array.isArray(content)) return []
  return content.filter(isRecord).map((step) => ({
    uses: String(step['uses']),
    names: Object.keys(recordAt(step, 'with'))
  }))
}
