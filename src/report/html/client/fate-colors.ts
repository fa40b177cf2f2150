import type { Fate } from '../view/fate.js'

/** The colour of a fate as the style sheet has it now, for canvases. */
export function fateColor(fate: Fate): string {
  return styleColor(`--${fate}`)
}

/** A colour of the style sheet, in the scheme of the moment. */
export function styleColor(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim()
}

/** Calls `draw` whenever colours change: light to dark, screen to paper, and back. */
export function onColorChange(draw: () => void): void {
  for (const query of ['(prefers-color-scheme: dark)', 'print']) {
    matchMedia(query).addEventListener('change', draw)
  }
  addEventListener('beforeprint', draw)
  addEventListener('afterprint', draw)
}
