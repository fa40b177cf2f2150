import { formatBytes } from '../../bytes.js'
import { plural } from '../../wording.js'
import { fateAt, fateTitle } from '../view/fate.js'
import { largestImages, unmeasuredImages } from '../view/image-tree.js'
import { wordAt, type Rows } from '../view/rows.js'
import { button, byId, element } from './element.js'
import { labelText, packageText } from './row-text.js'

const SHOWN_IMAGES = 12

/** Draws the images that take most room; hides the section where no size is known. */
export function drawBytes(rows: Rows, open: (row: number, moveFocus: boolean) => void): void {
  const images = largestImages(rows, SHOWN_IMAGES)
  byId('bytes-section', HTMLElement).hidden = images.length === 0
  const most = rows.sizes[images[0] ?? -1] ?? 1
  const items = images.map((row) => imageItem(rows, row, most, open))
  byId('bytes', HTMLElement).replaceChildren(...items)
  byId('bytes-note', HTMLElement).textContent = noteText(images.length, unmeasuredImages(rows))
}

function noteText(shown: number, unmeasured: number): string {
  const left = `${plural(unmeasured, 'image')} whose parts were not all read ${unmeasured === 1 ? 'is' : 'are'} left out`
  return (
    (unmeasured === 0
      ? `The largest ${plural(shown, 'image')}, each with all its parts`
      : `The largest ${plural(shown, 'image')} of known size; ${left}`) +
    '. Layers that images share count in each. Choose one to see its tree.'
  )
}

function imageItem(
  rows: Rows,
  row: number,
  most: number,
  open: (row: number, moveFocus: boolean) => void
): HTMLElement {
  const bytes = rows.sizes[row] ?? 0
  const fate = fateAt(rows, row)
  const bar = element('span', { class: `bar fate-${fate}`, 'aria-hidden': 'true' })
  bar.style.width = `${Math.max(0.5, (bytes / most) * 100)}%`
  const where =
    rows.head.packages.length > 1
      ? [element('span', { class: 'quiet' }, packageText(rows, row))]
      : []
  return element(
    'li',
    {},
    button(
      { class: 'image' },
      () => open(row, true),
      element('span', { class: 'mono' }, labelText(rows, row)),
      ...where,
      element('span', { class: 'size' }, formatBytes(bytes)),
      element(
        'span',
        { class: 'quiet fate' },
        fateTitle(fate, rows.head.dryRun, wordAt(rows, 'outcomes', row))
      )
    ),
    element('span', { class: 'track' }, bar)
  )
}
