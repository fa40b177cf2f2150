const COMMAND = /^::([a-z-]+)(?: .*?)?::(.*)$/
const LEVELS: Readonly<Record<string, string>> = {
  error: 'Error',
  warning: 'Warning',
  notice: 'Notice'
}

/**
 * Makes of the lines of a log, one after the other, what people see: groups and annotations
 * as on the page, each line of an annotation with its level, `null` for what is meant for the
 * runner. With `foldsGroups` only the title
 * of a group is shown, as it is on the page before one opens it.
 *
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function logView(foldsGroups: boolean): (line: string) => string | null {
  let isInGroup = false
  return (line) => {
    const [, command, text = ''] = COMMAND.exec(line) ?? []
    if (command === undefined) return isInGroup && foldsGroups ? null : line
    if (command === 'group' || command === 'endgroup') isInGroup = command === 'group'
    if (command === 'group') return `${foldsGroups ? '▸' : '▾'} ${unescaped(text)}`
    const level = LEVELS[command]
    return level === undefined ? null : unescaped(text).replace(/^/gm, `${level}: `)
  }
}

function unescaped(text: string): string {
  return text.replaceAll('%0A', '\n').replaceAll('%0D', '').replaceAll('%25', '%')
}
