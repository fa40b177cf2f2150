import type { Command } from 'commander'
import { INPUT_NAMES, type InputName } from '../run/inputs/input-table.js'

/** Headings of `--help`, in their order. */
export const HEADINGS = { where: 'Where:', what: 'What:', how: 'How:' } as const

const ALSO = 'Also, as in the README under Inputs:'

/** The flags that have a line of their own, the most used first. */
const SHOWN: Readonly<Record<keyof typeof HEADINGS, readonly InputName[]>> = {
  where: ['owner', 'packages', 'package-type'],
  what: [
    'older-than',
    'delete-tags',
    'delete-untagged',
    'delete-broken',
    'keep-newest',
    'keep-tags',
    'keep-newer-than',
    'policy-file',
    'plan',
    'plan-max-age',
    'report',
    'version-ids',
    'deleted-tags',
    'deleted-within'
  ],
  how: ['dry-run', 'untag', 'max-deletions', 'report-directory']
}

/** One input and the heading that it stands under; the rare ones are only mentioned. */
export interface GroupedInput {
  readonly name: InputName
  readonly heading: string
}

/** All inputs in the order of `--help`. */
export const GROUPED_INPUTS: readonly GroupedInput[] = [
  ...(['where', 'what', 'how'] as const).flatMap((group) =>
    SHOWN[group].map((name) => ({ name, heading: HEADINGS[group] }))
  ),
  ...INPUT_NAMES.filter((name) => !Object.values(SHOWN).some((names) => names.includes(name))).map(
    (name) => ({ name, heading: ALSO })
  )
]

/**
 * Lets `--help` of a command mention the rare flags in one paragraph, for all of them have to
 * fit a screen. They stay visible to commander, which suggests them for what is misspelt.
 */
export function mentionRareFlags(command: Command): Command {
  return command.configureHelp({
    formatItemList: (heading, items, helper) => {
      if (items.length === 0) return []
      if (heading !== ALSO) return [helper.styleTitle(heading), ...items, '']
      const flags = helper
        .visibleOptions(command)
        .filter(({ helpGroupHeading }) => helpGroupHeading === ALSO)
        .map((option) => helper.optionTerm(option).replace(' [true|false]', ''))
      return [
        helper.styleTitle(ALSO),
        ...wrapped(flags, (helper.helpWidth ?? 80) - 4).map((line) => `  ${line}`),
        ''
      ]
    }
  })
}

/** Flags and their values stay on one line. */
function wrapped(words: readonly string[], width: number): readonly string[] {
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last !== undefined && `${last}, ${word}`.length < width)
      lines.splice(-1, 1, `${last}, ${word}`)
    else lines.push(word)
  }
  return lines.map((line, place) => (place < lines.length - 1 ? `${line},` : line))
}
