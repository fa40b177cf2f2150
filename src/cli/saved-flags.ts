import { type Command, Option } from 'commander'
import { HEADINGS } from './flag-groups.js'

/** The flags of commands that can do without asking anybody. */
export interface SavedFlags {
  readonly from?: readonly string[]
  readonly now?: string
}

/** Adds `--from` and `--now`. */
export function addSavedFlags(command: Command): void {
  const from = 'decide offline on version lists or a report.json; - is stdin'
  command.addOption(
    new Option('--from <FILE>', from)
      .argParser((path: string, before?: readonly string[]) => [...(before ?? []), path])
      .helpGroup(HEADINGS.how)
  )
  const now = 'with --from: decide as of this time'
  command.addOption(new Option('--now <TIME>', now).helpGroup(HEADINGS.how))
}
