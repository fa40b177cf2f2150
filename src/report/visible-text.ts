// Control and format characters (bidi overrides, zero-width ones), line and paragraph separators
// and lone surrogates; a joiner inside an emoji stays. `<U+` is escaped to keep it unambiguous.
const INVISIBLE =
  /(?!(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D(?=\p{Extended_Pictographic}))[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|<(?=U\+)/gu

/**
 * The text on one line, with what can't be seen or turns the reading direction written out:
 * `<U+000A>` for a line feed, `<U+202E>` for a right-to-left override. Different texts stay
 * different.
 */
export function visibleText(text: string): string {
  return text.replace(INVISIBLE, codePointName)
}

/** `<U+000A>`: how one character is written out. */
export function codePointName(sign: string): string {
  const code = sign.codePointAt(0) ?? 0
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
}
