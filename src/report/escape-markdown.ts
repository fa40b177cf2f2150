import { codePointName, visibleText } from './visible-text.js'

// Split text nodes are no mention, no reference, no mail address and no emoji to GitHub.
const NOTHING = '<!-- -->'

const LOST_SPACE = /^ | $| (?= )/g
const MARKUP = /[&<>"'`*_{}[\]|\\~!$#@^]/g
const SPLIT = /(&#64;|&#35;)(?=\S)|:(?=[\w+-]+:)/g
const LINK = /:(?=\/\/)|(?<=www)\.(?=\S)/gi

/**
 * Text for a table cell or the middle of a line of GitHub Flavored Markdown, and as well for the
 * text of an HTML element: shown as it is, on one line, and never markup, a link, a mention or
 * a reference.
 *
 * @see https://github.github.com/gfm/#entity-and-numeric-character-references
 */
export function markdownText(text: string): string {
  return visibleText(text)
    .replace(LOST_SPACE, codePointName)
    .replace(MARKUP, entity)
    .replace(LINK, entity)
    .replace(SPLIT, (found) => found + NOTHING)
}

function entity(sign: string): string {
  return `&#${sign.codePointAt(0) ?? 0};`
}

/**
 * The same in the type of code. An HTML element and not a span of backticks: in a table cell
 * a backslash before a `|` can't be written in such a span.
 */
export function markdownCode(text: string): string {
  return `<code>${markdownText(text)}</code>`
}

/** A block of code that its content can't end; `language` may be empty. */
export function markdownFence(text: string, language: string): string {
  const runs = text.match(/`+/g) ?? []
  const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)))
  return `${fence}${language}\n${text}\n${fence}`
}
