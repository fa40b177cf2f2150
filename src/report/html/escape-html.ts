import { visibleText } from '../visible-text.js'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}

/**
 * The text as HTML, for the inside of an element or of a quoted attribute. What can't be seen or
 * turns the reading direction is written out.
 */
export function escapeHtml(text: string): string {
  return escapeSigns(visibleText(text))
}

/** Likewise, with its line feeds as they are: for the inside of a `pre`. */
export function escapeHtmlLines(text: string): string {
  return text
    .split('\n')
    .map((line) => escapeHtml(line))
    .join('\n')
}

function escapeSigns(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '')
}

// A `<` could end the script or open a comment in it, and U+2028 ends a line of old scripts.
const UNSAFE_IN_SCRIPT = /[<>&\u2028\u2029]/g

/**
 * A value as a data block of the page. No text in it can end the block, whatever it says; it
 * reads back the same with `JSON.parse`.
 *
 * @see https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements
 */
export function jsonBlock(kind: string, value: unknown): string {
  const json = JSON.stringify(value).replace(
    UNSAFE_IN_SCRIPT,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
  )
  return `<script type="application/json" data-block="${kind}">${json}</script>\n`
}
