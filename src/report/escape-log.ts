import { codePointName, visibleText } from './visible-text.js'

// `::name::` is a command where a line starts with it, spaces apart, `##[name]` anywhere.
const COMMAND = /:(?=:)|(?<=##)\[/g

/**
 * One line for the log or the terminal, whatever is in it: no line break, no escape sequence,
 * and nothing that the runner would obey as a workflow command. Give it the whole line, since
 * two harmless pieces can make a command together.
 *
 * @see https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
export function logLine(text: string): string {
  return visibleText(text).replace(COMMAND, codePointName)
}
